"""
The hashes of deduplication: one family, of one version, the same on every machine.

Python's own `hash` differs from process to process; these do not, for they are stored.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import xxhash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

VERSION = 1
"""Of tokens, hashes, keys and features together: stored ones of another version do not compare."""

Words: TypeAlias = "NDArray[np.uint64]"

_MULTIPLIERS = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xA0761D6478BD642F,
        0xE7037ED1A0B428DB,
    ],
    dtype=np.uint64,
)
"""Odd and without pattern; one for each place in a shingle, so that the order counts."""
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


def token_hashes(tokens: Sequence[str]) -> Words:
    """Return the 64-bit hash of each token, in order."""
    seeds = repeat(VERSION)
    values = map(xxhash.xxh3_64_intdigest, map(_encoded, tokens), seeds)
    return np.fromiter(values, dtype=np.uint64, count=len(tokens))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def digest(parts: Sequence[str]) -> bytes:
    """Return 16 bytes that are equal exactly when the parts are."""
    return xxhash.xxh3_128_digest(_encoded("\x1f".join(parts)), VERSION)


def mixed(values: Words) -> Words:
    """Spread the bits of each value over all 64."""
    values = (values ^ (values >> _HALF)) * _MIX
    return values ^ (values >> _HALF)


def shingles(hashes: Words, width: int) -> Words:
    """Return the hash of every run of `width` tokens (1 to 5); of the whole where it is shorter."""
    width = min(width, len(hashes))
    if not width:
        return hashes
    count = len(hashes) - width + 1
    total = hashes[:count] * _MULTIPLIERS[0]
    for offset in range(1, width):
        total += hashes[offset : offset + count] * _MULTIPLIERS[offset]
    return mixed(total)
