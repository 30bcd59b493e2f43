"""What those who save pages write into them: where a page came from, and bars of their own."""

from __future__ import annotations

import re

_FROM = re.compile(
    r"<!--\s{0,20}(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s{1,20}url:\s{0,20})"
    r"(https?://[^\s<>]{1,2000})"
    r"|<!--\s{0,20}Mirrored from ([^\s<>/]{3,200}/[^\s<>]{0,2000}) by HTTrack",
    re.IGNORECASE,
)
"""The comments of browsers (*save as*), of SingleFile and of HTTrack."""
_SEARCHED = 4_000
"""Characters of a page within which such a comment stands."""
_BAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")
"""Between them the Internet Archive says when it was there: no text of the page."""


def saved_from(text: str) -> str | None:
    """Return the address that a saved page came from; None where it does not say."""
    found = _FROM.search(text, 0, _SEARCHED)
    if found is None:
        return None
    return found[1] or f"http://{found[2]}"


def without_bar(text: str) -> str:
    """Return a page without the bar that an archive of pages put above it."""
    begin = text.find(_BAR[0])
    end = text.find(_BAR[1], begin) if begin >= 0 else -1
    return text if end < 0 else text[:begin] + text[end + len(_BAR[1]) :]
