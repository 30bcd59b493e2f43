"""
Candidate keys: two texts that share one are worth comparing, others never meet.

Two MinHash signatures in bands of three rows: of the whole body, which finds edited copies, and of
its first words, which finds those that were cut at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workers.dedup.hashing import VERSION, Words, mixed, shingles

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROWS = 3
_BODY_BANDS = 20
_LEAD_BANDS = 16
_LEAD = 60
"""Tokens that the second signature looks at."""

_random = np.random.Generator(np.random.PCG64(VERSION))
_FACTORS = _random.integers(0, 2**31, (_BODY_BANDS + _LEAD_BANDS) * _ROWS, dtype=np.uint32) * 2 + 1
_OFFSETS = _random.integers(0, 2**32, (_BODY_BANDS + _LEAD_BANDS) * _ROWS, dtype=np.uint32)
_BAND_SEEDS = (
    _random.integers(0, 2**63, (_BODY_BANDS + _LEAD_BANDS, _ROWS), dtype=np.uint64) * 2 + 1
)
_BODY = slice(0, _BODY_BANDS * _ROWS)
_LEADS = slice(_BODY_BANDS * _ROWS, None)


def keys_of(hashes: Words) -> tuple[int, ...]:
    """Return the signed 64-bit candidate keys of a text, from its tokens' hashes."""
    if not len(hashes):
        return ()
    signature = np.concatenate([_minima(hashes, _BODY), _minima(hashes[:_LEAD], _LEADS)])
    bands = signature.astype(np.uint64).reshape(-1, _ROWS) * _BAND_SEEDS
    return tuple(mixed(bands.sum(axis=1, dtype=np.uint64)).view(np.int64).tolist())


def _minima(hashes: Words, rows: slice) -> NDArray[np.uint32]:
    """Return a part of the MinHash signature: the smallest value under each permutation."""
    values = (shingles(hashes) >> np.uint64(32)).astype(np.uint32)
    permuted = _FACTORS[rows, None] * values[None, :] + _OFFSETS[rows, None]
    minima: NDArray[np.uint32] = permuted.min(axis=1)
    return minima
