"""Where a moment is written in a line, as found: the digits are read later, by normalising."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re

from shared.domain.article import Field
from workers.parsers.text.label_words import LABELS
from workers.parsers.text.lexicon import MONTHS, SHORT_MONTHS

_MONTH = "|".join(sorted(map(re.escape, MONTHS | SHORT_MONTHS), key=len, reverse=True))
_ZONE = (
    r"(?:\s*(?:Z\b|(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b"
    r"|\(?\b[A-Z]{2,4}\b\)?))?"
)
_CLOCK = (
    r"\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*(?:[ap]\.?\s?m\b\.?|Uhr|hrs))?"
    r"|\d{1,2}\s*(?:[ap]\.?m\b\.?|Uhr)"
)
_BRIDGE = (
    r"(?:(?<=[日일])\s*|\s*[T,|•·@/–—-]\s*|\s+)(?:(?:at|um|à|às|a las|alle|om|kl\.?|в|о|saat)\s+)?"
)
_DAYS = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])?\s+(?:de\s+|of\s+)?(?:{_MONTH})\.?,?\s+(?:del?\s+)?\d{{4}}"
    rf"|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
)
_DATE = re.compile(
    rf"(?<![\w/])(?:(?P<before>{_CLOCK}){_ZONE}[,\s|•·–-]+)?(?P<day>{_DAYS})(?!/|[^\WT]|T\D)"
    rf"(?:{_BRIDGE}(?:(?:{_CLOCK}){_ZONE}|\d{{1,2}}[时時시]\s?\d{{1,2}}[分분]?))?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ASIDE = 45
"""Characters beside a moment (a weekday, `Last modified on`, a place) that do not matter."""
_LOOK = 240
"""Moments are looked for in short lines; a paragraph that mentions a date is none."""
_UPDATE_WORDS = tuple(label for label, name in LABELS.items() if name is Field.UPDATED)


def moments(text: str) -> list[tuple[Field, str]]:
    """Return each moment in a line and whether it says when it was published or updated."""
    if not _DIGIT.search(text[:_LOOK]):
        return []
    found: list[tuple[Field, str]] = []
    end = 0
    for match in _DATE.finditer(text[:_LOOK]):
        said = text[end : match.start()].casefold()
        updated = any(word in said for word in _UPDATE_WORDS)
        found.append((Field.UPDATED if updated else Field.PUBLISHED, match.group().strip(" ,|")))
        end = match.end()
    return found


def is_moment_line(text: str) -> bool:
    """Whether a line tells one moment or two and hardly anything else."""
    if len(text) > _LOOK or not _DIGIT.search(text):
        return False
    told = sum(len(match.group()) for match in _DATE.finditer(text))
    return told > 0 and len(text) - told <= max(_ASIDE, told)
