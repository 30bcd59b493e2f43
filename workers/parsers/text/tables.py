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


def weigh(name: str, marks: Iterable[str]) -> float:
    """Return the log-odds that a table gives to a passage with these marks."""
    table = tables()[name]
    return table["bias"] + sum(table.get(mark, 0.0) for mark in marks)
