"""
Text as lines, and lines as passages: a passage is what a person would call one paragraph.

A page saved as text has one paragraph a line; mail and wire copy are hard-wrapped. Only the text
itself tells which: it is wrapped when lines end where the next word would not have fitted.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from workers.parsers.stops import STOP, STOP_OR_COLON
from workers.parsers.text.columns import WIDE_SIGN, columns
from workers.printable import is_printable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    _Tables = Callable[[list["Line"]], Collection[int]]

WRAP_MIN, WRAP_MAX = 45, 132
"""Columns at which text is wrapped by hand or by machine: narrow columns to line printers."""
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

HOLDER = "\u2060"
"""Holds the column of a sign that was taken out of a line, until the lines are joined."""
TAKEN = 4
"""Columns of a link's number, `[12]`, that may have stood before a line's first word."""
_BULLET = re.compile(r"(?:[*+•·▪◦‣∙●■□►▶➤→»›-]|o(?= ))(?:\s+|$)|(?=\d{1,2}[.)]\s)")
_RANK = re.compile(r"(\d{1,2})\s+[^\d\W]")
_LONGEST_ENTRY = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands in the file, without white space around it; empty for a blank one."""

    text: str
    indent: int
    taken: ClassVar[int] = 0
    """Columns of what was taken out of it."""


_BLANK = Line("", 0)


@dataclass(frozen=True)
class _Shortened(Line):
    """A line that a program broke when it was longer: most lines need not hold by how much."""

    taken: int = 0  # type: ignore[misc]  # of the others all share the one 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or menu entry: one line, or several hard-wrapped ones joined."""

    text: str
    """White space folded; a bullet is taken off."""
    bullet: bool
    group: int
    """Passages with no blank line between them share a group."""


def split(text: str) -> list[Line]:
    """Return the lines of a text, whatever ends them; tabs count as one column."""
    lines: list[Line] = []
    held = HOLDER in text
    for raw in text.splitlines():
        if held and HOLDER in raw:
            lines.append(_released(raw))
            continue
        stripped = raw.strip()
        if not stripped:
            lines.append(_BLANK)
            continue
        same = len(stripped) == len(raw)
        lines.append(Line(stripped, 0 if same else len(raw) - len(raw.lstrip())))
    return lines


def _released(raw: str) -> Line:
    """Return a line without what holds the places of signs in it."""
    bare = raw.replace(HOLDER, "")
    stripped = bare.strip()
    indent = len(bare) - len(bare.lstrip()) if stripped else 0
    return _Shortened(stripped, indent, len(raw) - len(bare) if stripped else 0)


def passages(lines: list[Line], tables: _Tables | None = None) -> list[Passage]:
    """Return the passages in order, hard-wrapped lines joined but where `tables` finds tables."""
    width = wrap_width(lines)
    apart = tables(lines) if tables and width else ()
    found: list[Passage] = []
    parts: list[str] = []
    group = 0
    previous: Line | None = None
    for at, line in enumerate(lines):
        within = width if line.text and at not in apart else None
        if previous and not (within and _continues(previous, line, within)):
            found.append(_passage(parts, group))
            parts.clear()
        if not line.text:
            group += previous is not None
            previous = None
            continue
        parts.append(line.text)
        previous = line
    if parts:
        found.append(_passage(parts, group))
    return _ranked(found)


def _ranked(found: list[Passage]) -> list[Passage]:
    """Return the passages, those that count up (`1 Mayor resigns`, `2 …`) as a list's entries."""
    numbered = [at for at, one in enumerate(found) if one.text[:1].isdigit()]
    ranks = {at: rank for at in numbered if (rank := _rank(found[at].text))}
    for at, rank in ranks.items():
        if rank - 1 == ranks.get(at - 1) or rank + 1 == ranks.get(at + 1):
            found[at] = replace(found[at], bullet=True)
    return found


def _rank(text: str) -> int:
    """Return the number that a short line begins with, a space behind it; 0 for none."""
    match = _RANK.match(text) if len(text) <= _LONGEST_ENTRY else None
    return int(match[1]) if match else 0


def wrap_width(lines: list[Line]) -> int | None:
    """Return the column at which the text is hard-wrapped, or None where it is not."""
    width = _width(lines)
    return None if width is None or _has_paragraphs(lines, width) else width


def _has_paragraphs(lines: list[Line], width: int) -> bool:
    """Whether much of a text is sentences in far longer lines: nobody broke the others."""
    far = int(width * PARAGRAPH)
    longer = (line.text for line in lines if len(line.text) > far)
    told = sum(len(text) for text in longer if STOP.search(text))
    return told > PARAGRAPHS_SHARE * sum(len(line.text) for line in lines)


def _width(lines: list[Line]) -> int | None:
    runs = [(one, two) for one, two in pairwise(lines) if one.text and two.text]
    reach = sorted(_reach(one) for one, _ in runs)
    if len(reach) < 2:  # noqa: PLR2004 - two full lines are the least that make a habit
        return None
    if width := _carried_width(runs):
        return width
    width = _habit(reach)
    if not WRAP_MIN <= width <= WRAP_MAX:
        return None
    prose = [(one, two) for one, two in runs if _reach(one) > width * 0.55]
    full = [one for one, two in prose if _full(one, two, width)]
    # Lines that all end as sentences are paragraphs that happen to be of one length.
    ended = sum(STOP.search(one.text) is not None for one in full)
    if len(full) < max(2, FLUSH_SHARE * len(prose)) or ended == len(full):
        return None
    return width


def _carried_width(runs: list[tuple[Line, Line]]) -> int | None:
    """
    Return the column at which sentences are broken, None where too few go on in the next line.

    A page that a text browser printed is mostly menus and tables: lines that are not full. Only
    those whose sentence plainly goes on below, in a small letter, are asked.
    """
    carried = [
        (one, two)
        for one, two in runs
        if two.text[0].islower() and two.indent < one.indent + INDENT and _goes_on(one, two)
    ]
    if len(carried) < CARRIED:
        return None
    reach = sorted(_reach(one) for one, _ in carried)
    width = reach[-1 - len(reach) // 10]
    if not WRAP_MIN <= width <= WRAP_MAX:
        return None
    full = sum(_full(one, two, width) for one, two in carried)
    return width if full >= CARRIED_SHARE * len(carried) else None


def _goes_on(line: Line, following: Line) -> bool:
    """Whether a sentence is broken between two lines; an entry of a list begins anew."""
    if len(line.text) <= WRAP_MIN // 2 or STOP_OR_COLON.search(line.text):
        return False
    return not _BULLET.match(following.text)


def _habit(reach: list[int]) -> int:
    """Return the longest line but for a few strays (a long URL in a wrapped mail)."""
    return reach[-1 - len(reach) // 50]


def _reach(line: Line) -> int:
    return line.indent + columns(line.text) + line.taken


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    wide = WIDE_SIGN.match(following.text)
    first = following.text[:2] if wide else following.text.split(None, 1)[0]
    word = columns(first) + min(following.taken, TAKEN)
    return _reach(line) + 1 + word > width - SLACK


def _continues(line: Line, following: Line, width: int) -> bool:
    """Whether `following` is the same paragraph as `line`, its neighbour above."""
    if following.indent >= line.indent + INDENT or _BULLET.match(following.text):
        return False
    if _reach(line) > width * 1.2:
        return False
    if _full(line, following, width):
        return True
    return following.text[:1].islower() and not STOP_OR_COLON.search(line.text)


def _passage(parts: list[str], group: int) -> Passage:
    text = parts[0]
    for part in parts[1:]:
        text += part if _glued(text, part) else f" {part}"
    if "  " in text or not is_printable(text):
        text = " ".join(text.split())
    bullet = _BULLET.match(text)
    return Passage(text[bullet.end() :] if bullet else text, bullet is not None, group)


def _glued(above: str, below: str) -> bool:
    """Whether no space stood where the line broke: after a hyphen, between Chinese signs."""
    hyphen = above[-1] == "-" and above[-2:-1].isalpha() and below[0].isalpha()
    return hyphen or bool(WIDE_SIGN.match(above[-1]) and WIDE_SIGN.match(below[0]))
