"""
The candidate keys that were written last, sorted, in the memory of one process.

They lie in `key_runs` as they came, a row for each batch, until they go to `text_keys` in bulk; see
`candidate_keys`. A process reads each run once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from shared.storage.key_filter import KeyFilter, gists_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


@dataclass(frozen=True, slots=True)
class Mark:
    """Which runs there are, and which of them are on their way to `text_keys`."""

    first: int = 1
    """The first run that is still there."""
    frozen: int = 0
    """The last run of those that move; 0 where none do."""


@dataclass(frozen=True, slots=True)
class Run:
    """The keys of one batch."""

    number: int
    chain: int
    """A digest of this run and of all before it that were there: the same, the same keys."""
    pairs: Pairs


class RecentKeys:
    """What `key_runs` holds; loses nothing by being forgotten, for it can be read again."""

    def __init__(self) -> None:
        """Know of nothing."""
        self.forget()

    def forget(self, mark: Mark | None = None) -> None:
        """Know of nothing but the mark."""
        self.mark = mark or Mark()
        self.seen = self.mark.first - 1
        """The last run that is known."""
        self.chain: int | None = None
        """That of the last run; with another in the store, it is not the store that we knew."""
        self.frozen = NONE
        self._active: list[Pairs] = []
        self.moved = KeyFilter()
        """Of the keys in `text_keys`; every run that is known is in it, before it moves."""
        self._told = 0

    def follow(self, mark: Mark, runs: Sequence[Run]) -> None:
        """Learn of the runs that came since, and of a move that ended or began meanwhile."""
        if mark.first > self.mark.first:
            self.thaw()
        if mark.frozen > self.mark.frozen:
            self.take(run for run in runs if run.number <= mark.frozen)
            self.freeze()
        self.take(run for run in runs if run.number > self.seen)

    def begin_filter(self, room: int) -> KeyFilter:
        """Begin the filter again, with room for so many keys beside those that are here."""
        here = (self.frozen, *self._active)
        self.moved = KeyFilter(room + sum(map(len, here)))
        for part in here:
            self.moved.add(gists_of(part.keys))
        return self.moved

    @property
    def active(self) -> int:
        """How many pairs there are that no move has begun to take."""
        return sum(map(len, self._active))

    def next_run(self, pairs: Pairs) -> Run:
        """Return the run that would come next."""
        before = (self.chain or 0).to_bytes(8, "little", signed=True)
        digest = hashlib.blake2b(before + pairs.packed(), digest_size=8).digest()
        return Run(self.seen + 1, int.from_bytes(digest, "little", signed=True), pairs)

    def take(self, runs: Iterable[Run]) -> None:
        """Learn of runs, in their order."""
        frozen: list[Pairs] = []
        active: list[Pairs] = []
        for run in runs:
            (frozen if run.number <= self.mark.frozen else active).append(run.pairs)
            if run.number > self._told:
                self.moved.add(gists_of(run.pairs.keys))
                self._told = run.number
            self.seen, self.chain = run.number, run.chain
        if frozen:
            self.frozen = joined([self.frozen, *frozen])
        if active:
            self._grow(joined(active))

    def freeze(self) -> None:
        """Let all that is there move."""
        self.mark = Mark(self.mark.first, self.seen)
        self.frozen, self._active = joined(self._active), []

    def thaw(self) -> None:
        """Forget what has moved."""
        self.mark, self.frozen = Mark(self.mark.frozen + 1), NONE
        if self.seen < self.mark.first:
            self.chain = None

    def having(self, wanted: Numbers) -> list[Pairs]:
        """Return the pairs of some keys, which are sorted and distinct."""
        return [part.having(wanted) for part in (self.frozen, *self._active)]

    def _grow(self, pairs: Pairs) -> None:
        """Add pairs; parts are kept few, and each pair is sorted again but a few times."""
        self._active.append(pairs)
        while len(self._active) > 1 and len(self._active[-2]) <= 2 * len(self._active[-1]):
            *self._active, one, other = self._active
            self._active.append(joined([one, other]))
