"""The name that an article is signed with, below its text or behind its last sentence."""

# ruff: noqa: RUF001 - dashes and quotation marks are meant

from __future__ import annotations

import re

from workers.parsers.html.names import NAME_WORD, SMALL
from workers.parsers.html.signing_words import NOBODY

_SIGNATURE = re.compile(
    rf"[–—-]?\s?((?:{NAME_WORD}\s(?:{SMALL})?){{1,2}}{NAME_WORD})(?:,\s[\w /.-]{{2,12}})?"
)
_BRACKETED = re.compile(
    rf"[.!?…”\"»]\s?\(((?:{NAME_WORD}\s(?:{SMALL})?){{1,2}}{NAME_WORD})\)[\s+*]*$"
)
_LONGEST_SIGNATURE = 60


def signature_in(text: str, *, bold: bool) -> str | None:
    """Return the name that an article is signed with: alone in its line, bold or behind a dash."""
    if not bold and text[:1] not in "–—-":
        return None
    found = _SIGNATURE.fullmatch(text)
    return found[1] if found is not None and not NOBODY.search(text) else None


def signed_in_brackets(text: str) -> str | None:
    """Return the name in brackets behind the last sentence: `… bleibt offen. (Maren Oakes)`."""
    found = _BRACKETED.search(text[-_LONGEST_SIGNATURE:])
    return found[1] if found is not None and not NOBODY.search(found[1]) else None
