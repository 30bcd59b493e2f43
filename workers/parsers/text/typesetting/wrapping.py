"""
At which column a text is hard-wrapped: it is where lines end where the next word had no room.

A page saved as text has one paragraph a line; mail, wire copy and what text browsers print are
wrapped. Only the text itself tells which.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from shared.domain.values import dataclass
from workers.parsers.lines.stops import STOPS_AND_COLONS, is_closed
from workers.parsers.text.typesetting.columns import WIDE_SIGN, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WRAP_MIN, WRAP_MAX = 45, 132
"""Columns at which text is wrapped by hand or by machine: narrow columns to line printers."""
NARROW = 28
"""Columns of a newspaper, in letters: so narrow is a text whose sentences go on line by line."""
INDENT = 2
"""A line that stands this many columns further right than the one above begins a paragraph."""
SLACK = 2
"""Editors differ by a column or two in where they wrap."""
FLUSH_SHARE = 0.6
"""Of the lines that another follows directly, so many must be full for the text to be wrapped."""

CARRIED = 4
"""So many sentences must go on in the next line before their lines alone tell the width."""
CARRIED_SHARE = 0.7
"""Of those lines, so many must be full."""
PARAGRAPH, PARAGRAPHS_SHARE = 1.5, 0.1
"""No sentence is so many times as long as a full line; where so many characters are, none is."""

_HALF = 0.55
"""Of a full line: a shorter one ends a paragraph, or is a heading or a label."""

TAKEN = 4
"""Columns of a link's number, `[12]`, that may have stood before a line's first word."""
BULLET = re.compile(
    r"(?:[*+•·▪◦‣∙●■□►▶➤→»›-]|o(?= )|--(?=\s+[^\sa-zß-ÿа-я]))(?:\s+|$)|(?=\d{1,2}[.)]\s)"
)
"""Behind two hyphens a small letter goes on with a sentence, whose line was broken at its dash."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file, without white space around it; empty for a blank one."""

    text: str
    indent: int
    taken: ClassVar[int] = 0
    """Columns of what was taken out of it."""
    links: ClassVar[int] = 0
    """Links that begin in it, where the program that made the text said so."""
    led: ClassVar[bool] = False
    """Whether it begins with a link."""


BLANK = Line("", 0)


@dataclass(frozen=True)
class Shortened(Line):
    """A line that a program broke when it was longer: most lines need not hold by how much."""

    taken: int = 0  # type: ignore[misc]  # of the others all share the one 0
    links: int = 0  # type: ignore[misc]
    led: bool = False  # type: ignore[misc]


def wrap_width(lines: list[Line]) -> int | None:
    """Return the column at which the text is hard-wrapped, or None where it is not."""
    width = _width(lines)
    return None if width is None or _has_paragraphs(lines, width) else width


def _has_paragraphs(lines: list[Line], width: int) -> bool:
    """Whether much of a text is sentences in far longer lines: nobody broke the others."""
    far = int(width * PARAGRAPH)
    longer = (line.text for line in lines if len(line.text) > far)
    told = sum(len(text) for text in longer if is_closed(text))
    return told > PARAGRAPHS_SHARE * sum(len(line.text) for line in lines)


def _width(lines: list[Line]) -> int | None:
    runs = [(one, two) for one, two in pairwise(lines) if one.text and two.text]
    if not runs:
        return None
    carried = _carried(runs)
    width = _carried_width(carried) or _habitual_width(runs)
    return _width_of_few(runs, carried) if carried and width is None else width


def _habitual_width(runs: Sequence[tuple[Line, Line]]) -> int | None:
    """Return the column that the longest lines end at, None where nobody broke them there."""
    reaches = sorted(reach(one) for one, _ in runs)
    if len(reaches) < 2:  # noqa: PLR2004 - two full lines are the least that make a habit
        return None
    width = _habit(reaches)
    if not WRAP_MIN <= width <= WRAP_MAX:
        return None
    prose = [(one, two) for one, two in runs if reach(one) > width * _HALF]
    full = [one for one, two in prose if is_full(one, two, width)]
    # Lines that all end as sentences are paragraphs that happen to be of one length.
    ended = sum(is_closed(one.text) for one in full)
    if len(full) < max(2, FLUSH_SHARE * len(prose)) or ended == len(full):
        return None
    return width


def _width_of_few(
    runs: Sequence[tuple[Line, Line]], carried: Sequence[tuple[Line, Line]]
) -> int | None:
    """
    Return the column of a short text, in which a line or two were broken.

    Each long line that another follows is broken in its sentence then, and the last of them ends
    it: a headline with `by Ann Ek` below it does not.
    """
    width = max(reach(one) for one, _ in runs)
    if not WRAP_MIN <= width <= WRAP_MAX:
        return None
    broken = {id(one) for one, two in carried if is_full(one, two, width)}
    long = [(one, two) for one, two in runs if reach(one) > width * _HALF]
    ended = all(
        id(one) in broken and (id(two) in broken or is_closed(two.text)) for one, two in long
    )
    return width if long and ended else None


def carried_width(lines: list[Line]) -> int | None:
    """Return the column at which the sentences of lines are broken, as if none were empty."""
    return _carried_width(_carried(pairwise(lines)))


def _carried(runs: Iterable[tuple[Line, Line]]) -> list[tuple[Line, Line]]:
    """Return the lines whose sentence plainly goes on below, in a small letter, each with that."""
    return [
        (one, two)
        for one, two in runs
        if two.text[0].islower() and two.indent < one.indent + INDENT and _goes_on(one, two)
    ]


def _carried_width(carried: Sequence[tuple[Line, Line]]) -> int | None:
    """
    Return the column at which sentences are broken, None where too few go on in the next line.

    A page that a text browser printed is mostly menus and tables: lines that are not full. So they
    alone are asked.
    """
    if len(carried) < CARRIED:
        return None
    reaches = sorted(reach(one) for one, _ in carried)
    width = reaches[-1 - len(reaches) // 10]
    if not NARROW <= width <= WRAP_MAX:
        return None
    full = sum(is_full(one, two, width) for one, two in carried)
    return width if full >= CARRIED_SHARE * len(carried) else None


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a sentence is broken between two lines; an entry of a list begins anew."""
    if len(line.text) <= WRAP_MIN // 2 or is_closed(line.text, STOPS_AND_COLONS):
        return False
    return not BULLET.match(following.text)


def _habit(reaches: list[int]) -> int:
    """Return the longest line but for a few strays (a long URL in a wrapped mail)."""
    return reaches[-1 - len(reaches) // 50]


def reach(line: Line) -> int:
    """Return the column at which a line ended when it was broken."""
    return line.indent + columns(line.text) + line.taken


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    wide = WIDE_SIGN.match(following.text)
    first = following.text[:2] if wide else following.text.split(None, 1)[0]
    word = columns(first) + min(following.taken, TAKEN)
    return reach(line) + 1 + word > width - SLACK
