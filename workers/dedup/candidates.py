"""
Candidate keys: two texts that share one are worth comparing, others never meet.

Three MinHash signatures in bands: of the whole body, which finds edited copies; of its opening,
which finds those cut in the middle; of its first lines, which finds those cut to a paragraph. Long
shingles in short bands find more cut copies with fewer keys than short shingles in long bands, and
meet as few strangers: `docs/deduplication.md` has the figures of both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workers.dedup.hashing import VERSION, mixed, shingles

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workers.dedup.hashing import Words

SHINGLE = 5
"""Tokens in a shingle of the keys."""


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
    values = (shingles(hashes, SHINGLE) >> np.uint64(32)).astype(np.uint32)
    minima = np.concatenate([_minima(values, drawn) for drawn in _DRAWN])
    # one number for each band: equal where all minima of the band are
    keys = np.add.reduceat(minima * _WEIGHTS, _BANDS)
    return tuple(mixed(keys).view(np.int64).tolist())


def _minima(values: NDArray[np.uint32], drawn: _Drawn) -> NDArray[np.uint32]:
    """Return the least value of each permutation."""
    permuted = drawn.factors * values[: drawn.signature.shingles]
    permuted += drawn.offsets
    least: NDArray[np.uint32] = permuted.min(axis=1)
    return least
