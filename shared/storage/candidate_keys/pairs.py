"""Candidate keys with the texts that have them, in sorted arrays and in a few parts of such."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Keys in ascending order, each with the id of a text that has it."""

    keys: Numbers
    ids: Numbers

    @classmethod
    def of(cls, keys: Numbers, ids: Numbers) -> Pairs:
        """Put pairs in order."""
        order = np.argsort(keys, kind="stable")  # which joins sorted runs in one pass
        return cls(keys[order], ids[order])

    @classmethod
    def unpacked(cls, packed: bytes) -> Pairs:
        """Return pairs as they were packed."""
        keys, ids = np.frombuffer(packed, "<i8").reshape(2, -1)
        return cls(keys, ids)

    def packed(self) -> bytes:
        """Return all keys and then all ids, eight bytes each."""
        return np.concatenate([self.keys, self.ids]).astype("<i8").tobytes()

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.keys)

    def parted(self, below: int) -> tuple[Pairs, Pairs]:
        """Return the pairs of smaller keys than one, and the others."""
        at = int(np.searchsorted(self.keys, below))
        return Pairs(self.keys[:at], self.ids[:at]), Pairs(self.keys[at:], self.ids[at:])

    def compact(self) -> Pairs:
        """Return the same pairs, that do not hold twice their memory and more."""
        whole = self.keys.base
        if isinstance(whole, np.ndarray) and whole.size > 2 * len(self):
            return Pairs(self.keys.copy(), self.ids.copy())
        return self

    def having(self, wanted: Numbers) -> Pairs:
        """Return the pairs whose key is among the wanted ones, which are sorted and distinct."""
        if not len(self):
            return self
        first = np.searchsorted(self.keys, wanted)
        there = self.keys[np.minimum(first, len(self) - 1)] == wanted
        first = first[there]
        counts = np.searchsorted(self.keys, wanted[there], "right") - first
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        at = np.repeat(first, counts) + within
        return Pairs(self.keys[at], self.ids[at])


NONE = Pairs(np.empty(0, np.int64), np.empty(0, np.int64))


def joined(parts: Sequence[Pairs]) -> Pairs:
    """Return all pairs of sorted parts, sorted."""
    if len(parts) == 1:
        return parts[0]
    return Pairs.of(
        np.concatenate([NONE.keys, *(part.keys for part in parts)]),
        np.concatenate([NONE.ids, *(part.ids for part in parts)]),
    )


class Parts:
    """Pairs in a few sorted parts, so that each pair is sorted again but a few times."""

    def __init__(self) -> None:
        """Hold nothing."""
        self.parts: list[Pairs] = []

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return sum(map(len, self.parts))

    def add(self, pairs: Pairs) -> None:
        """Hold some more."""
        if len(pairs):
            self.parts.append(pairs)
        while len(self.parts) > 1 and len(self.parts[-2]) <= 2 * len(self.parts[-1]):
            *self.parts, one, other = self.parts
            self.parts.append(joined([one, other]))

    def take(self, below: int) -> Pairs:
        """Let go of the pairs of smaller keys; return them."""
        cut = [part.parted(below) for part in self.parts]
        self.parts = [rest.compact() for _, rest in cut if len(rest)]
        return joined([taken for taken, _ in cut])

    def near(self, count: int) -> int:
        """Return the key up to which there are about so many, one at the least."""
        largest = max(self.parts, key=len)
        return int(largest.keys[min(count * len(largest) // len(self), len(largest) - 1)])
