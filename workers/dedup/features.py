"""
What is kept of a text and of a headline for comparing them: two bytes a token, in order.

The tokens themselves are kept, not their shingles: half the bytes, and a later rule can ask other
questions of what is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from workers.dedup.hashing import VERSION, shingles, token_hashes
from workers.dedup.tokens import has_digit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workers.dedup.hashing import Words

Tokens: TypeAlias = "NDArray[np.uint16]"

SHINGLE = 3
"""Tokens in a shingle of J3 and C3, the similarities that the literature compares by."""

_NUMBER = np.uint16(1)
_CACHED = 1024
"""Unpacked texts kept at hand: one batch meets the same candidates again and again."""


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """A text as `compare` sees it; every array is sorted and without repeats."""

    words: Tokens
    numbers: Tokens
    """The tokens that hold a digit."""
    shingles: Words


def pack(tokens: Sequence[str], hashes: Words | None = None) -> bytes:
    """Return tokens as they are stored: one byte of version, then 15 bits of hash and 1 of kind."""
    if hashes is None:
        hashes = token_hashes(tokens)
    digits = np.fromiter(map(has_digit, tokens), dtype=np.bool_, count=len(tokens))
    short = (hashes >> np.uint64(48)).astype(np.uint16)
    return bytes([VERSION]) + ((short & ~_NUMBER) | digits).astype("<u2").tobytes()


def unpack(packed: bytes) -> Tokens:
    """
    Return stored tokens, in order.

    Raises ValueError where they are of another version: they must be made again before they can
    be compared.
    """
    if not packed or packed[0] != VERSION:
        raise ValueError(f"features of version {packed[:1].hex() or '-'}, not {VERSION}: rebuild")
    return np.frombuffer(packed, dtype="<u2", offset=1)


@lru_cache(_CACHED)
def unpack_text(packed: bytes) -> TextFeatures:
    """Return what `compare` needs of a text; ValueError as for `unpack`."""
    tokens = unpack(packed)
    words = np.unique(tokens)
    return TextFeatures(
        words=words,
        numbers=words[(words & _NUMBER) == _NUMBER],
        shingles=np.unique(shingles(tokens.astype(np.uint64), SHINGLE)),
    )


def shared(left: Tokens | Words, right: Tokens | Words) -> int:
    """Count what two arrays have in common; each is sorted and without repeats."""
    both = np.concatenate([left, right])
    both.sort(kind="stable")  # two sorted runs: one merge
    return int(np.count_nonzero(both[1:] == both[:-1]))
