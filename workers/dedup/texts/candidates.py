"""
Candidate keys: two texts that share one are worth comparing, others never meet.

Three MinHash signatures in bands: of the whole body, which finds edited copies; of its opening,
which finds those cut in the middle; of its first lines, which finds those cut to a paragraph. Long
shingles in short bands find more cut copies with fewer keys than short shingles in long bands, and
meet as few strangers: `docs/deduplication.md` has the figures of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np

from workers.dedup.texts.hashing import VERSION, mixed, shingles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.dedup.texts.hashing import Words

SHINGLE = 5
"""Tokens in a shingle of the keys."""
_MANY = 4
"""Texts that are quicker done together than each by itself."""
_NOBODYS = np.uint32(0)
"""Stands behind the last text, so that there is a place where it ends."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One MinHash signature of a text."""

    shingles: int | None
    """How many of the first shingles it looks at; None for all."""
    bands: int
    rows: int
    """Minima in a band: all must be equal for a key to be shared."""


SIGNATURES = (
    Signature(shingles=None, bands=12, rows=2),
    Signature(shingles=56, bands=8, rows=2),
    Signature(shingles=16, bands=3, rows=3),
)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The random numbers of a signature; always the same ones, for keys are stored."""

    signature: Signature
    factors: NDArray[np.uint32]
    offsets: NDArray[np.uint32]
    weights: NDArray[np.uint64]
    """One for each minimum, band after band."""


def _draw(signature: Signature, random: np.random.Generator) -> _Drawn:
    count = signature.bands * signature.rows
    shape = (signature.bands, signature.rows)
    factors = random.integers(0, 2**31, (count, 1), dtype=np.uint32)
    weights = random.integers(0, 2**63, shape, dtype=np.uint64)
    return _Drawn(
        signature=signature,
        factors=factors * np.uint32(2) + np.uint32(1),
        offsets=random.integers(0, 2**32, (count, 1), dtype=np.uint32),
        weights=(weights * np.uint64(2) + np.uint64(1)).ravel(),
    )


_RANDOM = np.random.Generator(np.random.PCG64(VERSION))
_DRAWN = tuple(_draw(signature, _RANDOM) for signature in SIGNATURES)
_WEIGHTS = np.concatenate([drawn.weights for drawn in _DRAWN])
_ROWS = [signature.rows for signature in SIGNATURES for _ in range(signature.bands)]
_BANDS = np.cumsum([0, *_ROWS[:-1]])
"""Where each band begins among the minima of all signatures."""


def keys_of(hashes: Words) -> tuple[int, ...]:
    """Return the signed 64-bit candidate keys of a text, from the hashes of its tokens."""
    if not len(hashes):
        return ()
    values = _values(hashes)
    minima = np.concatenate([_minima(values, drawn) for drawn in _DRAWN])
    return tuple(_banded(minima * _WEIGHTS).tolist())


def keys_of_each(hashes: Words, lengths: Sequence[int]) -> list[tuple[int, ...]]:
    """
    Return `keys_of` each of many texts, whose tokens stand one after the other in `hashes`.

    A call of NumPy costs as much as what it does for a small text: here they share the calls.
    """
    places = list(pairwise(accumulate(lengths, initial=0)))
    long = [place for place in places if place[1] - place[0] >= SHINGLE]
    together = _keys_together(hashes, np.array(long)) if len(long) >= _MANY else {}
    return [together.get(place) or keys_of(hashes[slice(*place)]) for place in places]


def _keys_together(
    hashes: Words, places: NDArray[np.intp]
) -> dict[tuple[int, int], tuple[int, ...]]:
    """Return the keys of texts by their places, of which each holds a shingle at least."""
    values = np.append(_values(hashes), _NOBODYS)
    starts, lasts = places[:, 0], places[:, 1] - SHINGLE
    minima = np.concatenate([_minima_of_each(values, starts, lasts, drawn) for drawn in _DRAWN])
    keys = _banded(minima * _WEIGHTS[:, np.newaxis]).T
    return dict(zip(map(tuple, places.tolist()), map(tuple, keys.tolist()), strict=True))


def _values(hashes: Words) -> NDArray[np.uint32]:
    return (shingles(hashes, SHINGLE) >> np.uint64(32)).astype(np.uint32)


def _banded(weighed: Words) -> NDArray[np.int64]:
    """Return one number for each band of minima (rows): equal where all minima of the band are."""
    return mixed(np.add.reduceat(weighed, _BANDS)).view(np.int64)


def _minima(values: NDArray[np.uint32], drawn: _Drawn) -> NDArray[np.uint32]:
    """Return the least value of each permutation."""
    permuted = drawn.factors * values[: drawn.signature.shingles]
    permuted += drawn.offsets
    least: NDArray[np.uint32] = permuted.min(axis=1)
    return least


def _minima_of_each(
    values: NDArray[np.uint32], starts: NDArray[np.intp], lasts: NDArray[np.intp], drawn: _Drawn
) -> NDArray[np.uint32]:
    """
    Return the least value of each permutation (rows) in each text (columns).

    A text's first and last shingle are named. Between two texts stand shingles of both.
    """
    width = drawn.signature.shingles
    if width is not None:
        # a text of fewer repeats its last one, which changes no minimum
        values = values[np.minimum(starts + np.arange(width)[:, np.newaxis], lasts)]
    bounds = np.column_stack([starts, lasts + 1]).ravel()
    least = np.empty((len(drawn.factors), len(starts)), np.uint32)
    permuted = np.empty_like(values)
    # one by one: all at once would not stay in the processor's cache
    for row, factor, offset in zip(least, drawn.factors, drawn.offsets, strict=True):
        np.multiply(values, factor, out=permuted)
        np.add(permuted, offset, out=permuted)
        if width is None:
            row[:] = np.minimum.reduceat(permuted, bounds)[::2]
        else:
            permuted.min(axis=0, out=row)
    return least
