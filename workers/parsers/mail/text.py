"""
The paragraphs of a message's plain text, and which of them are its writer's own.

A message is no page: what stands between its sentences belongs to it, and so do the lists above
and below them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workers.parsers.documents.prose import is_prose
from workers.parsers.text.sentences import is_short_sentence
from workers.parsers.text.typesetting.wrapping import WRAP_MIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_BLANK_LINE = re.compile(r"\n[ \t\r>]*\n")
_ENTRY = re.compile(r"[ \t]*(?:([-*\u2022\u2013+])|\d{1,2}[.)])[ \t]+\S")
_BULLET = re.compile(r"\A\s*[-*\u2022\u2013+][ \t]+")
_STOPS = (".", "!", "?", "\u3002", "\uff01", "\uff1f")
_COLONS = (":", "\uff1a")
_TELLS = re.compile(r"\d|[:\uff1a][ \t]+\S|\S(?: {3,}|\t+)\S")
"""What lines of results, hours and prices have in them: a number, a colon, columns."""
_FEWEST = 3
"""So many short lines are a list."""
_HEADING = 80


@dataclass(frozen=True, slots=True)
class Told:
    """One paragraph, and whether it is an entry of a list or a line of a table."""

    text: str
    listed: bool


def paragraphs(text: str) -> tuple[Told, ...]:
    """Return what blank lines and entries of lists part, with hard-wrapped lines joined."""
    found = (one for part in _BLANK_LINE.split(text) for one in _of_part(part))
    return tuple(one for one in found if one.text)


def own_paragraphs(told: Sequence[Told], read: AbstractSet[str]) -> tuple[str, ...]:
    """Return all from the first sentences to the last, with the lists beside them."""
    places = [at for at, one in enumerate(told) if one.text in read or is_prose(one.text)]
    if not places:
        return tuple(one.text for one in told)
    first, last = places[0], places[-1]
    while first and _leads_to(told, first - 1):
        first -= 1
    while last + 1 < len(told) and _goes_on(told, last + 1):
        last += 1
    return tuple(one.text for one in told[first : last + 1])


def _leads_to(told: Sequence[Told], at: int) -> bool:
    """Return whether a paragraph above the text is of it: a list, or the line that names one."""
    one = told[at]
    return one.listed or (one.text.endswith(_COLONS) and len(one.text) <= _HEADING)


def _goes_on(told: Sequence[Told], at: int) -> bool:
    """Return whether a paragraph below the text is of it: a list, its heading, a sentence."""
    one = told[at]
    if one.listed or is_short_sentence(one.text):
        return True
    return len(one.text) <= _HEADING and at + 1 < len(told) and told[at + 1].listed


def _of_part(part: str) -> Iterator[Told]:
    """Yield the entries of a list and what stands above them, lines of a table, or a paragraph."""
    lines = part.strip("\n").split("\n")
    if _is_table(lines):
        yield from (Told(_folded(line), listed=True) for line in lines)
        return
    entry: list[str] = []
    for line in lines:
        if entry and _begins_entry(line, entry):
            yield _told(entry)
            entry = []
        entry.append(line)
    yield _told(entry)


def _is_table(lines: Sequence[str]) -> bool:
    """Return whether lines stand for themselves: none is wrapped, and most tell a number."""
    if len(lines) < _FEWEST or any(len(line) > WRAP_MIN and "   " not in line for line in lines):
        return False
    return 3 * sum(_TELLS.search(line) is not None for line in lines) >= 2 * len(lines)


def _told(entry: Sequence[str]) -> Told:
    return Told(_folded("\n".join(entry)), listed=_ENTRY.match(entry[0]) is not None)


def _folded(text: str) -> str:
    return " ".join(_BULLET.sub("", text).split())


def _begins_entry(line: str, entry: Sequence[str]) -> bool:
    """Return whether a line is an entry, and does not go on with a sentence: `12. of May`."""
    mark, opening = _ENTRY.match(line), _ENTRY.match(entry[0])
    if mark is None:
        return False
    above = entry[-1].rstrip()
    wrapped = len(above) >= WRAP_MIN and not above.endswith((*_STOPS, ":"))
    return not wrapped or (opening is not None and opening[1] == mark[1])
