"""Where each block stands in the course of the page: neighbours, what lies before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"
Matrix: TypeAlias = "NDArray[np.float64]"

_NEAR = 2
"""Blocks before and after that are neighbours."""
_PROSE = 80
"""Characters of prose that make a paragraph beyond doubt."""


def neighbours(size: Vector, links: Vector, prose: Vector, alike: Bits, heading: Vector) -> Matrix:
    """Return what stands one and two blocks before and after; -1 beyond the first and the last."""
    count = len(size)
    padded = np.full((5, count + 2 * _NEAR), -1.0)
    here = padded[:, _NEAR : _NEAR + count]
    here[:] = size, links, prose, alike, heading
    columns = []
    for step in range(1, _NEAR + 1):
        for move in (step, -step):
            moved = padded[:, _NEAR - move : _NEAR - move + count].copy()
            moved[3] = moved[3] == here[3]
            columns.append(moved)
    return np.concatenate(columns)


def course(size: Vector, prose: Vector, heading: Vector) -> list[Vector]:
    """Return where a block stands in the course of the page."""
    count = len(size)
    places = np.arange(count, dtype=float)
    sums = np.concatenate(([0.0], prose.cumsum()))
    whole = sums[-1] or 1.0

    def window(reach: int) -> Vector:
        first = np.maximum(np.arange(count) - reach, 0)
        last = np.minimum(np.arange(count) + reach + 1, count)
        return (sums[last] - sums[first] - prose) / (2 * reach)

    sure = prose >= _PROSE
    before = np.maximum.accumulate(np.where(sure, places, -50.0))
    after = np.minimum.accumulate(np.where(sure, places, count + 50.0)[::-1])[::-1]
    before, after = (
        np.concatenate(([-50.0], before[:-1])),
        np.concatenate((after[1:], [count + 50.0])),
    )
    last_h1 = np.maximum.accumulate(np.where(heading == 1, places, -1.0))
    first_sure = places[sure][0] if sure.any() else 0.0
    last_sure = places[sure][-1] if sure.any() else count
    return [
        window(3), window(8), places - before, after - places, sums[:-1] / whole, places / count,
        np.where(last_h1 >= 0, places - last_h1, -1.0), places - first_sure, last_sure - places,
    ]  # fmt: skip
