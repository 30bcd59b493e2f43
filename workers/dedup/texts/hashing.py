"""
The hashes of deduplication: one family, of one version, the same on every machine.

Python's own `hash` differs from process to process; these do not, for they are stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import xxhash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

VERSION = 1
"""Of tokens, hashes, keys and features together: stored ones of another version do not compare."""

Words: TypeAlias = "NDArray[np.uint64]"

_BREAK = np.uint8(ord("\n"))
_ZERO = np.uint8(ord("0"))
_DIGITS = np.uint8(10)
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


class Encoded(NamedTuple):
    """The tokens of a text in UTF-8."""

    tokens: list[bytes]
    joined: bytes
    """The same, joined by line breaks."""

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Encoded:
        """Encode tokens."""
        joined = _joined(tokens)
        return cls(joined.split(b"\n") if tokens else [], joined)

    @property
    def digest(self) -> bytes:
        """16 bytes that are equal exactly when the tokens are."""
        return digest(self.joined)


@dataclass(frozen=True, slots=True)
class Hashed:
    """Tokens as numbers; the arrays are as long as there are tokens."""

    hashes: Words
    numeric: NDArray[np.bool_]
    """Whether a token begins with a digit."""


def hashed(texts: Sequence[Encoded]) -> Hashed:
    """Return the tokens of texts as numbers, one text after the other."""
    tokens = [*chain.from_iterable(text.tokens for text in texts)]
    letters = np.frombuffer(b"\n".join([text.joined for text in texts if text.tokens]), np.uint8)
    starts = np.empty(len(tokens), np.intp)
    starts[:1] = 0
    starts[1:] = np.flatnonzero(letters == _BREAK) + 1
    # from bytes: a Python number for each hash costs a quarter more
    hashes = np.frombuffer(b"".join(map(xxhash.xxh3_64_digest, tokens)), ">u8")
    return Hashed(
        hashes=hashes.astype(np.uint64),
        numeric=letters[starts] - _ZERO < _DIGITS,  # wraps round below `0`
    )


def digest_of(tokens: Sequence[str]) -> bytes:
    """Return 16 bytes that are equal exactly when the tokens are."""
    return digest(_joined(tokens))


def digest(*parts: bytes) -> bytes:
    """Return 16 bytes that are equal exactly when the parts, of one length each, are."""
    return xxhash.xxh3_128_digest(b"".join(parts), VERSION)


def _joined(tokens: Sequence[str]) -> bytes:
    return "\n".join(tokens).encode("utf-8", "surrogatepass")


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
