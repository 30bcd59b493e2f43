"""
Text as lines, and lines as passages: a passage is what a person would call one paragraph.

A page saved as text has one paragraph a line; mail and wire copy are hard-wrapped (`wrapping.py`).
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workers.parsers.lines.stops import STOPS_AND_COLONS, is_closed
from workers.parsers.text.typesetting.columns import WIDE_SIGN
from workers.parsers.text.typesetting.hyphens import SIGNS, Broken, broken_words, glue
from workers.parsers.text.typesetting.wrapping import (
    BLANK,
    BULLET,
    INDENT,
    Line,
    Shortened,
    is_full,
    reach,
    wrap_width,
)
from workers.words.printable import is_printable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    _Tables = Callable[[list[Line]], Collection[int]]

HOLDER = "\u2060"
"""Holds the column of a sign that was taken out before a link, until the lines are joined."""
PICTURE = "\ufffc"
"""Stands where a picture, a field or a button was taken out."""
_HELD = re.compile(f"{HOLDER}+")
_ENTRY_SIGN = re.compile(r"(?:[*+•·▪◦‣∙●■□►▶➤→»›-]|(?:--|o)(?= )|\d{1,3}[.)])\s+")
_DASHES = "-- "
_RANK = re.compile(r"(\d{1,2})\s+[^\d\W]")
_LONGEST_ENTRY = 160
PICTURED = Line("", 0)
"""A line in which nothing but a picture stood."""


class Passage(NamedTuple):
    """A paragraph, heading or menu entry: one line, or several hard-wrapped ones joined."""

    text: str
    """White space folded; a bullet is taken off."""
    bullet: bool
    group: int
    """Passages with no blank line between them share a group."""
    lines: Sequence[Line] = ()
    """The lines that it was joined of."""
    blank: int = 0
    """Blank lines above."""
    pictured: bool = False
    """Whether a picture, a field or a button was taken out above it."""


def split(text: str) -> list[Line]:
    """Return the lines of a text, whatever ends them; tabs count as one column."""
    lines: list[Line] = []
    held = HOLDER in text or PICTURE in text
    for raw in text.splitlines():
        if held and (HOLDER in raw or PICTURE in raw):
            lines.append(_released(raw))
            continue
        stripped = raw.strip()
        if not stripped:
            lines.append(BLANK)
            continue
        same = len(stripped) == len(raw)
        lines.append(Line(stripped, 0 if same else len(raw) - len(raw.lstrip())))
    return lines


def _released(raw: str) -> Line:
    """Return a line without what holds the places of signs in it."""
    bare = raw.replace(HOLDER, "").replace(PICTURE, "")
    stripped = bare.strip()
    if not stripped:
        return PICTURED if PICTURE in raw else BLANK
    links = len(_HELD.findall(raw))
    led = raw.lstrip().startswith(HOLDER)
    return Shortened(stripped, len(bare) - len(bare.lstrip()), len(raw) - len(bare), links, led)


def passages(lines: list[Line], tables: _Tables | None = None) -> list[Passage]:
    """Return the passages in order, hard-wrapped lines joined but where `tables` finds tables."""
    width = wrap_width(lines)
    broken = broken_words(lines) if width else ()
    # one look for all lines: most texts have nothing but what can be printed
    sound = is_printable("".join([line.text for line in lines]))
    apart = tables(lines) if tables and width else ()
    found: list[Passage] = []
    parts: list[Line] = []
    group = blank = 0
    pictured = False
    for at, line in enumerate(lines):
        within = width if line.text and at not in apart else None
        if parts and not (within and _continues(parts[-1], line, within)):
            found.append(_passage(_text(parts, broken, sound), parts, group, blank, pictured))
            parts, blank, pictured = [], 0, False
            group += not line.text
        if line.text:
            parts.append(line)
        else:
            blank += 1
            pictured |= line is PICTURED
    if parts:
        found.append(_passage(_text(parts, broken, sound), parts, group, blank, pictured))
    return _dashed(_ranked(found))


def _dashed(found: list[Passage]) -> list[Passage]:
    """Return the passages, those behind two dashes as entries; one alone signs: `-- Ada Brook`."""
    dashed = [at for at, one in enumerate(found) if one.text.startswith(_DASHES)]
    for at in dashed if len(dashed) > 1 else ():
        bare = found[at].text[len(_DASHES) :].lstrip()
        found[at] = found[at]._replace(text=bare, bullet=True)
    return found


def _ranked(found: list[Passage]) -> list[Passage]:
    """Return the passages, those that count up (`1 Mayor resigns`, `2 …`) as a list's entries."""
    numbered = [at for at, one in enumerate(found) if one.text[:1].isdigit()]
    ranks = {at: rank for at in numbered if (rank := _rank(found[at].text))}
    for at, rank in ranks.items():
        if rank - 1 == ranks.get(at - 1) or rank + 1 == ranks.get(at + 1):
            found[at] = found[at]._replace(bullet=True)
    return found


def _rank(text: str) -> int:
    """Return the number that a short line begins with, a space behind it; 0 for none."""
    match = _RANK.match(text) if len(text) <= _LONGEST_ENTRY else None
    return int(match[1]) if match else 0


def _continues(line: Line, following: Line, width: int) -> bool:
    """Whether `following` is the same paragraph as `line`, its neighbour above."""
    further = following.indent >= line.indent + INDENT and not _hangs(line, following)
    if further or BULLET.match(following.text):
        return False
    if reach(line) > width * 1.2:
        return False
    if is_full(line, following, width):
        return True
    return following.text[:1].islower() and not is_closed(line.text, STOPS_AND_COLONS)


def _hangs(line: Line, following: Line) -> bool:
    """Whether `following` stands below the words of an entry, not below its sign."""
    sign = _ENTRY_SIGN.match(line.text)
    return sign is not None and following.indent == line.indent + sign.end()


def _text(lines: list[Line], broken: Broken, sound: bool) -> str:  # noqa: FBT001 - as found
    """Return lines as one, white space folded; none but spaces is in it where all are `sound`."""
    text = _joined(lines, broken) if len(lines) > 1 else lines[0].text
    if "  " in text or not (sound or is_printable(text)):
        return " ".join(text.split())
    return text


def _passage(
    text: str,
    lines: list[Line],
    group: int,
    blank: int,
    pictured: bool,  # noqa: FBT001 - as found
) -> Passage:
    # of letters only an `o` stands for a bullet
    worded = (text[:1].isalpha() and text[0] != "o") or text.startswith(_DASHES)
    bullet = None if worded else BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    return Passage(bare, bullet is not None, group, lines, blank, pictured)


def _joined(lines: Sequence[Line], broken: Broken) -> str:
    """Return lines as one; no space stood between Chinese signs, nor after a hyphen."""
    pieces = [lines[0].text]
    for line in lines[1:]:
        above, below = pieces[-1], line.text
        between = " "
        if above[-1] in SIGNS and below[0].isalpha():
            cut, between = glue(above, below, broken)
            pieces[-1] = above[:-cut] if cut else above
        elif WIDE_SIGN.match(above[-1]) and WIDE_SIGN.match(below[0]):
            between = ""
        pieces += (between, below)
    return "".join(pieces)
