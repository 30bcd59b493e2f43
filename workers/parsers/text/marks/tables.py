"""The learned tables: how much each mark speaks for a headline, a body, its start and its end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

PATH = Path(__file__).with_name("weights.json")
"""Written by `tests/benchmarks/train_text_dumps.py`; holds weights of marks and no text."""
NAMES = ("headline", "heading", "body", "inside", "start", "end")


@cache
def tables() -> dict[str, dict[str, float]]:
    """Return the tables: name → mark → weight in log-odds; `bias` is every passage's own."""
    read: dict[str, dict[str, float]] = json.loads(PATH.read_text("utf-8"))
    return read


@dataclass(frozen=True, slots=True)
class Table:
    """Several tables as one: each mark's number, and its weight in each of them by that number."""

    numbers: Mapping[str, int]
    """The bias is number 0."""
    weights: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The marks of passages as numbers in one row; those of one begin with the bias."""

    tables: tuple[str, ...]
    numbers: NDArray[np.intp]
    starts: NDArray[np.intp]
    """Where each passage's marks begin, and where the last one's end."""

    def odds(self) -> NDArray[np.float64]:
        """Return the log-odds of each passage, a row, by each of the tables, a column."""
        weights = side_by_side(self.tables).weights
        return np.add.reduceat(weights[self.numbers], self.starts[:-1], axis=0)


@cache
def side_by_side(names: tuple[str, ...]) -> Table:
    """Return several tables as one."""
    chosen = [tables()[name] for name in names]
    marks = sorted({mark for table in chosen for mark in table} - {"bias"})
    marks.insert(0, "bias")
    rows = [[table.get(mark, 0.0) for table in chosen] for mark in marks]
    return Table({mark: at for at, mark in enumerate(marks)}, np.array(rows))


def numbered(names: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Numbered:
    """Return the marks of each passage that the tables know."""
    number = side_by_side(names).numbers.get
    found: list[int] = []
    starts = [0]
    for marks in rows:
        found.append(0)
        found += filter(None, map(number, marks))
        starts.append(len(found))
    return Numbered(names, np.array(found, dtype=np.intp), np.array(starts, dtype=np.intp))


def weigh(name: str, marks: Iterable[str]) -> float:
    """Return the log-odds that one table gives to a passage with these marks."""
    table = tables()[name]
    return table.get("bias", 0.0) + sum(filter(None, map(table.get, marks)))
