"""The days that a line prints, each with its clock, and whether it is said to be a change's."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.html.change_words import UPDATED
from workers.parsers.lines.printed_dates import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = " |•·,(–—-/"
"""What stands between a day and the next word."""
_BEFORE = 40
"""Characters before a day in which a word for a change, or its clock, stands."""
_CLOCK = 30
"""Characters after a date in which its clock may stand."""
_CLOCK_BEFORE = re.compile(
    r"(?<![\d:])(?<!\d[–-])\d{1,2}:\d\d(?:\s?[ap]\.?\s?m\b\.?)?(?:\s(?-i:[A-Z]{2,4})(?:[+-]\d{1,2})?\b)?\s?[|,(•–-]?\s?"
    r"(?:[^\W\d]{2,9}\.?,?\s)?$",
    re.IGNORECASE,
)
"""`14:30 | 14 March 2024`, `2:30 PM EDT, Thu March 14, 2024`: a clock that the day follows."""
_BEFORE_THE_WEB = re.compile(r"(?<!\d)(?:1[0-8]\d\d|19(?:[0-8]\d|90))(?!\d)")


def days_of(text: str) -> Iterator[tuple[Field, str, bool]]:
    """Yield each day of a line: what it is of, as it is written, whether it is one of history."""
    places = list(DATE.finditer(text))
    ends = [found.start() for found in places[1:]]
    begin = 0
    for found, end in zip(places, [*ends, None], strict=True):
        before = text[begin : found.start()][-_BEFORE:]
        name = Field.UPDATED if UPDATED.search(before) else Field.PUBLISHED
        value = text[found.start() : end][: len(found[0]) + _CLOCK]
        if (changed := UPDATED.search(value)) is not None:
            value = value[: changed.start()]  # a clock behind it is the change's
        if (clock := _CLOCK_BEFORE.search(before)) is not None and ":" not in value:
            value = clock[0] + value
        yield name, value.rstrip(_SIGNS), _BEFORE_THE_WEB.search(found[0]) is not None
        begin = found.end()
