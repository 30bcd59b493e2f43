"""
The marks of lines as rows of figures, for a forest that asks several of them at once.

A mark that counts in steps (`len 7`, `known 3 long`) is the step in a column of its name; any other
is 1 in its column. Marks of neighbours are left out: a row looks at its neighbours' rows instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.parsers.text.marks.tables import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.parsers.text.marks.tables import Numbered

Matrix: TypeAlias = "NDArray[np.float32]"
"""A row of figures for each of several lines."""
Vector: TypeAlias = "NDArray[np.float64]"
"""A figure for each of several lines."""

_ENDS = {"stop": 5, "quote": 4, "ellipsis": 3, "colon": 2, "comma": 1, "none": 0, "bracket": -1}
_CASES = {
    "uncased": 5, "sentence": 4, "mixed": 3, "titled": 2, "title": 1, "capitals": 0, "none": -1,
}  # fmt: skip
_STEPPED = (
    "len", "function", "sentences", "place", "near", "topic", "times near", "time above",
    "below head", "above head", "prose since", "gap", "longest gap", "known", "lead", "alike",
    "head words", "house", "before core", "after core",
)  # fmt: skip
_SAID = (
    "bullet", "quote", "comma", "begins lower", "clock", "year", "address", "glue", "ago", "bar",
    "copyright", "code", "credited", "post", "bio", "rights", "profession", "you", "you unquoted",
    "furniture dense", "furniture thin", "furniture many", "month", "month short", "dated",
    "numbers", "bracketed", "doubled", "dateline", "alone", "repeated", "repeated long",
    "author named", "author first", "before all prose", "after all prose", "month led", "at head",
    "in core",
)  # fmt: skip
NAMES = ("end", "case", *_STEPPED, *_SAID)
AT = {name: at for at, name in enumerate(NAMES)}


def figure_of(mark: str) -> tuple[int, int] | None:
    """Return the column of a mark and its figure there; None for one that has none."""
    kind, _, value = mark.rpartition(" ")
    if kind == "end":
        return AT["end"], _ENDS[value]
    if kind == "case":
        return AT["case"], _CASES[value]
    if mark in _SAID:
        return AT[mark], 1
    words = mark.split()
    if words[-1] in ("long", "short"):
        words.pop()
    if words[-2:-1] == ["len"] and len(words) > 2:  # noqa: PLR2004 - `bio len 5`, and not `len 5`
        del words[-2:]
    name = " ".join(words)
    if name in _SAID:
        return AT[name], 1
    name = " ".join(words[:-1])
    return (AT[name], int(words[-1])) if name in _STEPPED and words[-1].isdigit() else None


@dataclass(frozen=True, slots=True)
class Columns:
    """Of each mark, by its number, the column (-1 for none) and the figure there."""

    places: NDArray[np.intp]
    values: NDArray[np.float32]


def columns_of(marks: Sequence[str]) -> Columns:
    """Return the columns of marks whose numbers are their places."""
    found = [figure_of(mark) or (-1, 0) for mark in marks]
    places, values = zip(*found, strict=True)
    return Columns(np.array(places, dtype=np.intp), np.array(values, dtype=np.float32))


@cache
def known(tables: tuple[str, ...]) -> Columns:
    """Return the columns of the marks of these tables."""
    return columns_of(list(side_by_side(tables).numbers))


def figures(marks: Numbered, first: int, end: int) -> Matrix:
    """Return a row of figures for each passage from `first` up to, but without, `end`."""
    starts = marks.starts[first : end + 1]
    return arranged(marks.numbers[starts[0] : starts[-1]], np.diff(starts), known(marks.tables))


def arranged(numbers: NDArray[np.intp], sizes: NDArray[np.intp], columns: Columns) -> Matrix:
    """Return a row of figures for each passage; `sizes` says how many of the marks each has."""
    places = columns.places[numbers]
    there = places >= 0
    table = np.zeros((len(sizes), len(NAMES)), dtype=np.float32)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    table[rows[there], places[there]] = columns.values[numbers[there]]
    return table
