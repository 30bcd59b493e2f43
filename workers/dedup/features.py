"""
What is kept of a text and of a headline for comparing them: two bytes a token, in order.

The order is kept, not only the set of shingles, so that a comparison can see where two texts
differ: a price list with other prices differs in place, a cut story at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workers.dedup.hashing import VERSION, Words, shingles

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NUMBER = np.uint16(1)


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """A text as `compare` sees it."""

    tokens: NDArray[np.uint16]
    """15 bits of each token's hash and, lowest, whether it holds a digit."""
    shingles: Words
    """Sorted, without repeats."""
    numbers: NDArray[np.uint16]
    """The distinct tokens that hold a digit."""


def pack_tokens(hashes: Words, digits: NDArray[np.bool_]) -> bytes:
    """Return tokens as they are stored: the version in one byte, then two bytes each."""
    short = (hashes >> np.uint64(48)).astype(np.uint16)
    return bytes([VERSION]) + ((short & ~_NUMBER) | digits).astype("<u2").tobytes()


def unpack_tokens(packed: bytes) -> NDArray[np.uint16]:
    """
    Return stored tokens.

    Raises ValueError where they are of another version: they must be made again before they can
    be compared.
    """
    if not packed or packed[0] != VERSION:
        raise ValueError(f"features of version {packed[:1].hex() or '-'}, not {VERSION}: rebuild")
    return np.frombuffer(packed, dtype="<u2", offset=1)


def unpack_text(packed: bytes) -> TextFeatures:
    """Return what `compare` needs of a text."""
    tokens = unpack_tokens(packed)
    return TextFeatures(
        tokens=tokens,
        shingles=np.unique(shingles(tokens.astype(np.uint64))),
        numbers=np.unique(tokens[(tokens & _NUMBER) == 1]),
    )
