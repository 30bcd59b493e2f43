"""
Which candidate keys `text_keys` cannot have: most look-ups find nothing, and need not be made.

A blocked Bloom filter in the memory of one process. It may say "perhaps" of a key that is not
there; "no" is certain, for the keys up to where the table was read. Each key sets three bits of
one word of 64, so that asking costs a single visit to memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from shared.storage.recent_keys import Numbers

BITS = 12
"""For each key: three in a hundred are then looked up in vain."""
FIRST_WORDS, MOST_WORDS = 2**14, 2**24
"""From 128 KB to 128 MB; beyond four million articles more and more is looked up in vain."""
LEAST, GREATEST = -(2**63), 2**63 - 1

_MIX = np.uint64(0x9E3779B97F4A7C15)
"""2⁶⁴ over the golden ratio, odd: Knuth's multiplicative hashing."""


class KeyFilter:
    """Holds every key that it was told of since it began."""

    unread_from: int | None
    """From which key on the table was not read; None: all of it was."""

    def __init__(self) -> None:
        """Know of nothing."""
        self._begin(FIRST_WORDS, ())

    @property
    def is_full(self) -> bool:
        """Return whether it should begin again, larger."""
        return self._count * BITS > len(self._words) * 64 and len(self._words) < MOST_WORDS

    def enlarge(self, known: Iterable[Numbers]) -> None:
        """Begin again with room for what the table seems to hold; it is read from its start."""
        unread = GREATEST + 1 if self.unread_from is None else self.unread_from
        seems = self._read * 2**64 // max(unread - LEAST, 1)  # keys are hashes: evenly spread
        wanted = max(2 * self._count, seems) * BITS // 64
        self._begin(min(MOST_WORDS, 1 << wanted.bit_length()), known)

    def add(self, keys: Numbers) -> None:
        """Learn of keys that are, or will be, in the table."""
        words, masks = self._places(keys)
        np.bitwise_or.at(self._words, words, masks)
        self._count += len(keys)

    def read(self, keys: Numbers, *, all_of_them: bool) -> None:
        """Learn of the table's next keys, in ascending order; of all that are left, or of some."""
        self.add(keys)
        self._read += len(keys)
        done = all_of_them or int(keys[-1]) == GREATEST
        self.unread_from = None if done else int(keys[-1]) + 1

    def perhaps(self, keys: Numbers) -> Numbers:
        """Return those of some keys that may be in the table."""
        words, masks = self._places(keys)
        there: NDArray[np.bool_] = (self._words[words] & masks) == masks
        if self.unread_from is not None:
            there |= keys >= self.unread_from
        return keys[there]

    def _begin(self, words: int, known: Iterable[Numbers]) -> None:
        self._words = np.zeros(words, np.uint64)
        self._count = self._read = 0
        self.unread_from = LEAST
        for keys in known:
            self.add(keys)

    def _places(self, keys: Numbers) -> tuple[NDArray[np.intp], NDArray[np.uint64]]:
        """Return the word of each key, and its bits there."""
        mixed = keys.view(np.uint64) * _MIX
        mixed = (mixed ^ (mixed >> np.uint64(32))) * _MIX
        masks = np.zeros(len(keys), np.uint64)
        for shift in (0, 6, 12):
            masks |= np.uint64(1) << (mixed >> np.uint64(shift) & np.uint64(63))
        width = len(self._words).bit_length() - 1
        return (mixed >> np.uint64(64 - width)).astype(np.intp), masks
