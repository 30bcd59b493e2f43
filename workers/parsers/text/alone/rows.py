"""
Lines of figures: results, standings, prices, the weather, who died.

Such a line says something by itself; it is no menu's entry, though no sentence either. A block of
them, with a number of figures that hardly changes or with columns, is a table.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.lines.stops import is_closed
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_furniture, is_prose

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workers.parsers.text.typesetting.lines import Passage
    from workers.parsers.text.typesetting.wrapping import Line

_FIGURE = re.compile(r"\d")
_GAP = re.compile(r"\S(?: {3,}|\t+)\S")
_CODE = re.compile(
    r"[{}<>=|\\$;@_]|://|\w\(|,\S+,\S|/\w+/|\+\d\d|^\[|^[#%!-]|^\d{4}-\d\d-\d\d[ T]\d\d:"
)
"""What stands in settings, logs, programs, addresses and telephone numbers."""
_LONGEST = 120
_SHORT = 8
"""Words of a line in which one figure is enough; of a longer one a quarter must be figures."""
FEWEST = 3
"""So many lines a table has at the least."""
_MOSTLY = 0.6
_UNIFORM = 2 / 3
_SOME_CODE = 0.1
_PRESSED = 0.05
_HEADLINE_WORDS = 2


def is_row(text: str) -> bool:
    """Return whether a line has figures as a table's has, and is no sentence."""
    if len(text) > _LONGEST or not _FIGURE.search(text) or is_closed(text):
        return False
    if _GAP.search(text):
        return True
    words = text.split()
    figures = _figures(words)
    if figures == len(words):
        return False
    return len(words) <= _SHORT or 4 * figures >= len(words)


def table_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the places of lines that stand in tables: none goes on with the one above."""
    found: set[int] = set()
    block: list[int] = []
    for at, line in enumerate(lines):
        if line.text:
            block.append(at)
        elif block:
            found.update(_table_in(block, [lines[one].text for one in block]))
            block = []
    found.update(_table_in(block, [lines[one].text for one in block]))
    return frozenset(found)


def table_places(parts: Sequence[Passage]) -> frozenset[int]:
    """Return the places of passages that stand in tables."""
    groups: dict[int, list[int]] = {}
    for at, part in enumerate(parts):
        groups.setdefault(part.group, []).append(at)
    found: set[int] = set()
    for places in groups.values():
        if len(places) >= FEWEST:
            found.update(_table_in(places, [parts[at].text for at in places]))
    return frozenset(found)


def rows_alone(parts: Sequence[Passage], labels: Collection[int]) -> tuple[int, list[int]] | None:
    """
    Return headline and text of a file that is a headline and lines of figures; None for any other.

    Without a headline nobody knows what is listed, and settings, logs and menus have none.
    """
    if any(is_prose(part) for part in parts):
        return None
    places = [at for at in range(len(parts)) if at not in labels]
    if not places or not _is_headline(parts[places[0]]):
        return None
    texts = {at: parts[at].text for at in places[1:]}
    if next(iter(texts.values()), "")[:1].islower():  # the first line goes on: it is a sentence
        return None
    body = [at for at, text in texts.items() if not (is_moment_line(text) or byline_of(text))]
    rows = sum(is_row(texts[at]) for at in body)
    if rows < max(FEWEST, _MOSTLY * len(body)):
        return None
    pressed = sum(is_furniture(texts[at]) for at in body)
    code = sum(_CODE.search(texts[at]) is not None for at in body)
    if pressed > _PRESSED * len(body) or code > _SOME_CODE * len(body):
        return None
    return places[0], body


def _is_headline(part: Passage) -> bool:
    text = part.text
    if part.bullet or len(text) > _LONGEST or _CODE.search(text) or is_furniture(text):
        return False
    words = text.split()
    worded = sum(any(map(str.isalpha, word)) for word in words)
    return (
        worded >= _HEADLINE_WORDS and 4 * _figures(words) < len(words) and not is_moment_line(text)
    )


def _table_in(places: Sequence[int], texts: Sequence[str]) -> Sequence[int]:
    """Return which places of a block are a table, without the sentences that stand above it."""
    if len(texts) < FEWEST:
        return ()
    first = next((at for at, text in enumerate(texts) if is_row(text)), None)
    if first is None:  # most blocks
        return ()
    above = next((at + 1 for at in reversed(range(first)) if is_closed(texts[at])), 0)
    return places[above:] if _is_table(texts[above:]) else ()


def _is_table(texts: Sequence[str]) -> bool:
    """Return whether lines are a table: rows with columns, of as many figures or commas each."""
    if len(texts) < FEWEST or any(_CODE.search(text) for text in texts):
        return False
    rows = [text for text in texts if is_row(text) and not is_moment_line(text)]
    if len(rows) < max(FEWEST, _UNIFORM * len(texts)):
        return False
    if sum(_GAP.search(text) is not None for text in rows) >= _UNIFORM * len(rows):
        return True
    figures, most = Counter(_figures(text.split()) for text in rows).most_common(1)[0]
    if most < _UNIFORM * len(rows):
        return False
    commas, alike = Counter(text.count(",") for text in rows).most_common(1)[0]
    return figures > 1 or (figures == 1 and commas > 0 and alike >= _UNIFORM * len(rows))


def _figures(words: Sequence[str]) -> int:
    return sum(_FIGURE.search(word) is not None for word in words)
