"""
A forest of small decision trees as a table: it judges rows of figures, needs numpy alone.

The table (`body_table.json`) names its columns and can be read: each node is a column, a threshold
and two followers, or a leaf with its share of the sum. It is made by
`tests/benchmarks/train_body.py`; nothing of any page is in it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.parsers.html.body.surroundings import Matrix, Vector

TABLE = Path(__file__).with_name("body_table.json")


@dataclass(frozen=True, slots=True)
class Forest:
    """All trees in one row of nodes; a leaf follows itself, so that every walk is as long."""

    columns: NDArray[np.intp]
    thresholds: NDArray[np.float32]
    children: NDArray[np.intp]
    """Of each node the follower for smaller or equal figures, then that for greater ones."""
    values: NDArray[np.float32]
    roots: NDArray[np.intp]
    depth: int
    base: float

    def judge(self, rows: Matrix) -> Vector:
        """Return the chance, 0 to 1, that each row is body."""
        figures = rows.astype(np.float32)
        count, width = figures.shape
        flat = figures.ravel()
        starts = (np.arange(count) * width)[:, None]
        at = np.broadcast_to(self.roots, (count, len(self.roots)))
        for _ in range(self.depth):
            greater = flat.take(starts + self.columns.take(at)) > self.thresholds.take(at)
            at = self.children.take(2 * at + greater)
        total = self.values.take(at).sum(axis=1, dtype=np.float64) + self.base
        chance: Vector = 1.0 / (1.0 + np.exp(-total))
        return chance


@cache
def load(names: Sequence[str], path: Path = TABLE) -> Forest:
    """Return the forest of a table; its columns must be those that are computed now."""
    table = json.loads(path.read_text("utf-8"))
    if tuple(table["columns"]) != tuple(names):
        msg = f"{path.name} was made for other columns: train it again"
        raise ValueError(msg)
    nodes = table["nodes"]
    return Forest(
        columns=np.array(nodes["column"], dtype=np.intp),
        thresholds=np.array(nodes["threshold"], dtype=np.float32),
        children=np.array([nodes["left"], nodes["right"]], dtype=np.intp).T.ravel(),
        values=np.array(nodes["value"], dtype=np.float32),
        roots=np.array(table["roots"], dtype=np.intp),
        depth=table["depth"],
        base=table["base"],
    )
