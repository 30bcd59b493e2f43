"""What a document's own entities stand for, where that is a few words of plain text."""

from __future__ import annotations

import html
import re
from collections import Counter

_DECLARED = re.compile(
    r"<!ENTITY\s+([A-Za-z][\w.-]{0,40})\s+(?:\"([^\"<%]{0,200})\"|'([^'<%]{0,200})')\s*>"
)
_REFERENCE = re.compile(r"&([A-Za-z][\w.-]{0,40});")
_NESTED = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEAD = 64 * 1024


def declared(text: str) -> dict[str, str]:
    """
    Return the names that a document declares for plain words, with the words as XML writes them.

    Those that hold markup or other entities, lie in other files, or would make the document more
    than twice as long, are none: the caller leaves them out.
    """
    subset = _subset(text[:_HEAD])
    if "<!ENTITY" not in subset:
        return {}
    used, room = Counter(_REFERENCE.findall(text)), len(text)
    found: dict[str, str] = {}
    for name, double, single in _DECLARED.findall(_COMMENT.sub("", subset)):
        said = double or single
        # numbers of no character, as `&#0;`, and the end of a part, `]]>`, would break the document
        value = html.escape(html.unescape(said))
        needed = used[name] * len(value)
        if name not in found and needed <= room and not _NESTED.search(said):
            found[name] = value
            room -= needed
    return found


def _subset(head: str) -> str:
    """Return what stands in the brackets of a document's type; an article may speak of the rest."""
    before, opened, inside = head.partition("<!DOCTYPE")[2].partition("[")
    return inside.partition("]>")[0] if opened and ">" not in before else ""
