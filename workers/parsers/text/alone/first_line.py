"""The headline of a text without furniture: the first short line above the first paragraph."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.moments import is_moment_line
from workers.words.east_asian_names import is_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

LONGEST = 200
"""Characters; a longer first line is a paragraph."""
_ENDS = ".,;:。，：；"
_HOST = re.compile(r"(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,24}/?", re.IGNORECASE)
"""A site by its name alone: what a browser's reader view writes above the headline …"""
_READING_TIME = re.compile(
    r"(?:[^\W\d_]{2,12}:?\s)?\d{1,3}(?:\s?[–-]\s?\d{1,3})?[\s-]?"
    r"(?:min\b|minute|minut|minuto|минут|dakika|分|분|دقي|דקות|मिनट)[^\d]{0,20}",
    re.IGNORECASE,
)
"""… and how long the text takes, which it writes below."""
_SLUG = re.compile(r"(?:BC|AM|PM)-[\w/-]{2,30}|[A-Z]{4,12}[-/][A-Z]{4,12}(?:[-/][A-Z]{2,12})*/?")
"""`BC-Ferries`, `NORWAY-FERRIES/`: what desks call a story, above its headline; `AC/DC` is one."""


def bare_headline(parts: Sequence[Passage], above: Sequence[int]) -> int | None:
    """Return the headline among the places above the first paragraph; None where none is one."""
    able = [at for at in above if _possible(parts[at])]
    unlike = [at for at in able if parts[at].text[-1] not in _ENDS]
    if len(unlike) > 1 and _SLUG.fullmatch(parts[unlike[0]].text):
        del unlike[0]
    return next(iter(unlike or able), None)


def _possible(part: Passage) -> bool:
    text = part.text
    if part.bullet or not 2 <= len(text) <= LONGEST or not any(map(str.isalpha, text)):  # noqa: PLR2004
        return False
    if text.casefold().rstrip(":") in LABELS:
        return False
    if _HOST.fullmatch(text) or _READING_TIME.fullmatch(text):
        return False
    return not (is_moment_line(text) or byline_of(text) or is_person(text))
