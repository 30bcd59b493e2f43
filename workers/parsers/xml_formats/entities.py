"""What a document's own entities stand for, where that is a few words of plain text."""

from __future__ import annotations

import re
from collections import Counter

_DECLARED = re.compile(
    r"<!ENTITY\s+([A-Za-z][\w.-]{0,40})\s+(?:\"([^\"<%]{0,200})\"|'([^'<%]{0,200})')\s*>"
)
_REFERENCE = re.compile(r"&([A-Za-z][\w.-]{0,40});")
_NESTED = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)")
_HEAD = 64 * 1024
_QUOTES = str.maketrans({'"': "&quot;", "'": "&apos;"})


def declared(text: str) -> dict[str, str]:
    """
    Return the names that a document declares for plain words, with the words as XML writes them.

    Those that hold markup or other entities, lie in other files, or would make the document more
    than twice as long, are none: the caller leaves them out.
    """
    if "<!ENTITY" not in text[:_HEAD]:
        return {}
    used, room = Counter(_REFERENCE.findall(text)), len(text)
    found: dict[str, str] = {}
    for name, double, single in _DECLARED.findall(text[:_HEAD]):
        value = (double or single).translate(_QUOTES)
        needed = used[name] * len(value)
        if name not in found and needed <= room and not _NESTED.search(value):
            found[name] = value
            room -= needed
    return found
