"""Which passages are the body: a learned weight for each mark, read from `weights.json`."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from workers.parsers.text.features import marks

if TYPE_CHECKING:
    from workers.parsers.text.lines import Passage

_WEIGHTS = Path(__file__).with_name("weights.json")


@cache
def weights() -> dict[str, float]:
    """Return the weight of each mark in log-odds; `bias` is that of every passage."""
    table: dict[str, float] = json.loads(_WEIGHTS.read_text("utf-8"))
    return table


def likelihoods(passages: list[Passage]) -> list[float]:
    """Return, for each passage, the log-odds that it is body."""
    table = weights()
    bias = table["bias"]
    return [bias + sum(table.get(mark, 0.0) for mark in names) for names in marks(passages)]
