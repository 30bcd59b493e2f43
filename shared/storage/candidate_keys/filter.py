"""
Which candidate keys `key_pages` cannot have: most look-ups find nothing, and need not be made.

A blocked Bloom filter in the memory of one process. It may say "perhaps" of a key that is not
there; "no" is certain, once it is whole. It knows of a key by its *gist*, the upper 32 bits. Gists
in order meet its words in order: memory is read once, from end to end. Each sets three bits of one
word of 64.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shared.storage.candidate_keys.pairs import Numbers

Gists: TypeAlias = "NDArray[np.uint32]"

BITS = 12
"""For each key: three in a hundred are then looked up in vain."""
FIRST_WORDS, MOST_WORDS = 2**14, 2**24
"""From 128 KB to 128 MB; beyond four million articles more and more is looked up in vain."""


_MIX = np.uint64(0x9E3779B97F4A7C15)
"""2⁶⁴ over the golden ratio, odd: Knuth's multiplicative hashing."""
_SIGN = np.uint64(2**63)


def gists_of(keys: Numbers) -> Gists:
    """Return the upper half of each key, in the order of the keys."""
    half: Gists = ((keys.view(np.uint64) ^ _SIGN) >> np.uint64(32)).astype(np.uint32)
    return half


class KeyFilter:
    """Holds every key that it was told of."""

    def __init__(self, room: int = 0) -> None:
        """Know of nothing; have room for so many keys, and for as many more at the most."""
        wanted = max(FIRST_WORDS, 1 << (room * BITS // 64).bit_length())
        self._words = np.zeros(min(MOST_WORDS, wanted), np.uint64)
        self.count = 0
        """How many keys it was told of."""
        self.whole = False
        """Whether it was told of all that has moved; until then every key may be there."""
        self.read = 0
        """Up to which place in the pages it was told of their keys."""

    @property
    def is_full(self) -> bool:
        """Return whether a larger one should take its place."""
        return self.count * BITS > len(self._words) * 64 and len(self._words) < MOST_WORDS

    def add(self, gists: Gists) -> None:
        """Learn of keys that are, or will be, in the table."""
        at, masks = self._places(gists)
        np.bitwise_or.at(self._words, at, masks)
        self.count += len(gists)

    def perhaps(self, keys: Numbers) -> Numbers:
        """Return those of some keys that may be in the table."""
        if not self.whole:
            return keys
        at, masks = self._places(gists_of(keys))
        there: NDArray[np.bool_] = (self._words[at] & masks) == masks
        return keys[there]

    def _places(self, gists: Gists) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
        """Return the word of each key, and its bits there."""
        wide = gists.astype(np.uint64)
        mixed = wide * _MIX
        mixed ^= mixed >> np.uint64(32)
        mixed *= _MIX
        masks = np.zeros(len(gists), np.uint64)
        for shift in (40, 46, 52):
            masks |= np.uint64(1) << (mixed >> np.uint64(shift) & np.uint64(63))
        width = len(self._words).bit_length() - 1
        return (wide >> np.uint64(32 - width)).astype(np.intp), masks
