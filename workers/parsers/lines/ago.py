"""How long ago something was written, as pages tell their readers: `3 hours ago`, `vor 2 Tagen`."""

from __future__ import annotations

import re

_UNIT = r"[^\W\d_]{1,12}"
_AGO = re.compile(
    rf"\b(?:(?:vor|hace|il y a|há)\s(?:\d{{1,3}}|eine[mr]|wenigen|une?|una?|uma?)\s{_UNIT}"
    rf"|(?:\d{{1,3}}|an?)\s{_UNIT}\s"
    r"(?:ago|fa|geleden|siden|sedan|temu|önce|назад|тому|sitten|пре))\b",
    re.IGNORECASE,
)
_LONGEST = 80
"""Characters of a line that tells it, and no sentence does."""


def tells_ago(text: str) -> bool:
    """Return whether a short line tells how long ago it was."""
    return len(text) <= _LONGEST and _AGO.search(text) is not None


def unaged(text: str) -> str:
    """Return a line without that."""
    return _AGO.sub(" ", text)
