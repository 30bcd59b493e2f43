"""
What kinds of lines a line keeps company with: telling a time, said again, there to be pressed.

Readers' comments are sentences like an article's, but a name and a time stand above each of them,
and the same words to press below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.text.marks import figures

if TYPE_CHECKING:
    from workers.parsers.text.marks.figures import Matrix, Vector

_KINDS = (
    ("times", ("clock", "ago", "dated")),
    ("again", ("repeated",)),
    ("pressed", ("furniture dense",)),
    ("spoken to", ("you unquoted",)),
)
"""Kinds of lines, and the marks of which any makes a line one of them."""
_REACHES = (2, 6)
NAMES = tuple(
    f"{kind} {side} {reach}" for reach in _REACHES for side in ("above", "below")
    for kind, _ in _KINDS
)  # fmt: skip
_COLUMNS = [[figures.AT[mark] for mark in marks] for _, marks in _KINDS]


def company(table: Matrix) -> Vector:
    """Return how many lines of each kind stand near each line: a row each, columns of `NAMES`."""
    kinds = np.column_stack([table[:, columns].max(axis=1) for columns in _COLUMNS])
    sums = np.vstack([np.zeros((1, kinds.shape[1])), np.cumsum(kinds, axis=0)])
    at = np.arange(len(table))
    parts: list[Vector] = []
    for reach in _REACHES:
        low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(at))
        parts += [sums[at] - sums[low], sums[high] - sums[at + 1]]
    return np.hstack(parts)
