"""
What the first judgement of the blocks says about each other: the figures for the second one.

A sub-head is body because what follows is; a paragraph far off is none though it reads like one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.html.surroundings import moved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workers.parsers.html.surroundings import Matrix, Vector

NAMES = (
    "first", *(f"first{step:+d}" for step in (-1, 1, -2, 2, -3, 3)),
    "first_around_3", "first_around_8", "first_alike", "first_holder", "first_page",
    "first_before", "first_after", "since_sure", "until_sure", "span_place", "best",
)  # fmt: skip
_SURE = 0.7


def rows(
    first: Vector, size: Vector, alike: NDArray[np.int64], holder: NDArray[np.int64]
) -> Matrix:
    """Return one row of `NAMES` for each block, given the first judgement (0 to 1)."""
    held = first * size
    sums, sizes = _sums(held), _sums(size)
    count = len(first)
    places = np.arange(count, dtype=float)
    sure = (first > _SURE) & (size > 60)  # noqa: PLR2004 - a paragraph, not a line
    if not sure.any():
        sure = first >= first.max()
    before = np.maximum.accumulate(np.where(sure, places, -30.0))
    after = np.minimum.accumulate(np.where(sure, places, count + 30.0)[::-1])[::-1]
    start, end = places[sure][0], places[sure][-1]
    return np.column_stack(
        [
            first,
            *(moved(first, -step) for step in (-1, 1, -2, 2, -3, 3)),
            _window(sums, 3) / _window(sizes, 3),
            _window(sums, 8) / _window(sizes, 8),
            _mean(held, size, alike),
            _mean(held, size, holder),
            np.full(count, held.sum() / size.sum()),
            sums[:-1] / (sums[-1] or 1.0),
            1.0 - sums[1:] / (sums[-1] or 1.0),
            places - before,
            after - places,
            (places - start) / max(end - start, 1.0),
            np.full(count, first.max()),
        ]
    )


def _sums(values: Vector) -> Vector:
    return np.concatenate(([0.0], values.cumsum()))


def _window(sums: Vector, reach: int) -> Vector:
    """Return the sum over the blocks within reach on both sides."""
    count = len(sums) - 1
    places = np.arange(count)
    last = np.minimum(places + reach + 1, count)
    total: Vector = sums[last] - sums[np.maximum(places - reach, 0)]
    return total


def _mean(held: Vector, size: Vector, group: NDArray[np.int64]) -> Vector:
    """Return the mean over the blocks of the same group, weighed by size."""
    mean: Vector = (np.bincount(group, held) / np.maximum(np.bincount(group, size), 1.0))[group]
    return mean
