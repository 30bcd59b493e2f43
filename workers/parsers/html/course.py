"""Where each block stands in the course of the page: neighbours, what lies before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Vector: TypeAlias = "NDArray[np.float64]"
Bits: TypeAlias = "NDArray[np.int64]"

_PROSE = 80
"""Characters of prose that make a paragraph beyond doubt."""


def neighbours(
    size: Vector, links: Vector, prose: Vector, alike: Bits, heading: Vector
) -> list[Vector]:
    """Return what stands one and two blocks before and after."""
    columns: list[Vector] = []
    for step in (1, 2):
        for move in (step, -step):
            columns += [moved(values, move) for values in (size, links, prose)]
            columns += [(moved(alike + 1.0, move) == alike + 1.0).astype(float)]
            columns += [moved(heading, move)]
    return columns


def moved(values: NDArray[np.floating], by: int) -> Vector:
    """Return values moved along the blocks; -1 where nothing moves in."""
    moved = np.full(len(values), -1.0)
    if abs(by) < len(values):
        if by > 0:
            moved[by:] = values[:-by]
        else:
            moved[:by] = values[-by:]
    return moved


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
