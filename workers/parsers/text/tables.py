"""The learned tables: how much each mark speaks for a headline, a body, its start and its end."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PATH = Path(__file__).with_name("weights.json")
"""Written by `tests/benchmarks/train_text_dumps.py`; holds weights of marks and no text."""
NAMES = ("headline", "body", "inside", "start", "end")


@cache
def tables() -> dict[str, dict[str, float]]:
    """Return the tables: name → mark → weight in log-odds; `bias` is every passage's own."""
    read: dict[str, dict[str, float]] = json.loads(PATH.read_text("utf-8"))
    return read


@cache
def side_by_side(names: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """Return several tables as one: mark → its weight in each of them, in order."""
    chosen = [tables()[name] for name in names]
    marks = {mark for table in chosen for mark in table}
    return {mark: tuple(table.get(mark, 0.0) for table in chosen) for mark in marks}


def weigh(names: tuple[str, ...], marks: Iterable[str]) -> list[float]:
    """Return the log-odds that each of the tables gives to a passage with these marks."""
    table = side_by_side(names)
    known = [table["bias"], *filter(None, map(table.get, marks))]
    return list(map(sum, zip(*known, strict=True)))
