"""
The candidate keys that wait to be moved, sorted, in the memory of one process.

They lie in `key_runs` as they came, a row for each batch, until a hand that goes round the keys
from the least to the greatest, lap after lap, takes them to `key_pages`; see `candidate_keys`. What
is still to come in this lap is *ahead* of the hand; what came too late for it is *behind*, and
waits for the next. A process reads each run once.
"""

from __future__ import annotations

import hashlib
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from shared.domain.values import dataclass
from shared.storage.candidate_keys.filter import KeyFilter, gists_of
from shared.storage.candidate_keys.pairs import NONE, Pairs, Parts, joined

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.storage.candidate_keys.pairs import Numbers

LEAST, GREATEST = -(2**63), 2**63 - 1


@dataclass(frozen=True, slots=True)
class Mark:
    """Which runs there are, and how far the hand is."""

    first: int = 1
    """The first run that is still there."""
    lap: int = 0
    below: int = LEAST
    """Smaller keys have moved in this lap."""
    moved: int = 0
    """How many keys have."""


@dataclass(frozen=True, slots=True)
class Run:
    """The keys of one batch, and where the hand was when it came."""

    number: int
    chain: int
    """A digest of this run and of all before it that were there: the same, the same keys."""
    lap: int
    below: int
    pairs: Pairs

    def waiting(self, mark: Mark) -> tuple[Pairs, Pairs]:
        """Return what of it is behind the hand and what is ahead; the rest has moved."""
        before, after = self.pairs.parted(self.below)
        if mark.lap == self.lap:
            return before, after.parted(mark.below)[1]
        return NONE, before.parted(mark.below)[1] if mark.lap == self.lap + 1 else NONE

    def came_with(self, other: Run) -> bool:
        """Return whether the hand was at one place when both came: they go together too."""
        return (self.lap, self.below) == (other.lap, other.below)

    def has_moved(self, mark: Mark) -> bool:
        """Return whether the hand was past all of it."""
        return (mark.lap, mark.below) >= (self.lap + 1, self.below)


class RecentKeys:
    """What `key_runs` holds and has not moved; can be forgotten, for it can be read again."""

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
        self._behind, self._ahead = Parts(), Parts()
        self._runs: deque[Run] = deque()
        """The last of those that came between two moves, in their order, without their keys."""
        self.moved = KeyFilter()
        """Of the keys in `key_pages`; every run that is known is in it, before it moves."""

    @property
    def waiting(self) -> int:
        """How many pairs have not moved."""
        return len(self._behind) + len(self._ahead)

    def next_run(self, pairs: Pairs) -> Run:
        """Return the run that would come next."""
        before = (self.chain or 0).to_bytes(8, "little", signed=True)
        digest = hashlib.blake2b(before + pairs.packed(), digest_size=8).digest()
        chain = int.from_bytes(digest, "little", signed=True)
        return Run(self.seen + 1, chain, self.mark.lap, self.mark.below, pairs)

    def take(self, runs: Iterable[Run]) -> None:
        """Learn of runs, in their order."""
        some = list(runs)
        for run in some:
            if not self.moved.is_full:  # or it begins again before it is asked
                self.moved.add(gists_of(run.pairs.keys))
            if self._runs and self._runs[-1].came_with(run):
                self._runs.pop()
            self._runs.append(replace(run, pairs=NONE))
            self.seen, self.chain = run.number, run.chain
        waiting = [run.waiting(self.mark) for run in some]
        self._behind.add(joined([behind for behind, _ in waiting]))
        self._ahead.add(joined([ahead for _, ahead in waiting]))

    def follow(self, mark: Mark) -> None:
        """Learn where the hand is now, that others have led on; it never goes back."""
        laps = mark.lap - self.mark.lap
        if laps:
            self._ahead = self._behind if laps == 1 else Parts()
            self._behind = Parts()
        self._ahead.take(mark.below)
        self.mark = mark
        while self._runs and self._runs[0].number < mark.first:
            self._runs.popleft()

    def move(self, count: int) -> Pairs:
        """Lead the hand over about so many pairs, one at the least; return them."""
        if not len(self._ahead):
            self._turn()
        last = self._ahead.near(count)
        below = min(last, GREATEST - 1) + 1
        pairs = self._ahead.take(below)
        if last == GREATEST or not len(self._ahead):
            pairs = joined([pairs, *self._ahead.parts])
            self._ahead = Parts()
            self._turn()
        else:
            self.mark = replace(self.mark, below=below)
        first = self.mark.first
        while self._runs and self._runs[0].has_moved(self.mark):
            first = self._runs.popleft().number + 1
        self.mark = replace(self.mark, first=first, moved=self.mark.moved + len(pairs))
        return pairs

    def begin_filter(self) -> KeyFilter:
        """Begin the filter again, with room for all keys that there are."""
        self.moved = KeyFilter(max(self.mark.moved + self.waiting, self.moved.count))
        for part in (*self._ahead.parts, *self._behind.parts):
            self.moved.add(gists_of(part.keys))
        return self.moved

    def having(self, wanted: Numbers) -> list[Pairs]:
        """Return the pairs of some keys, which are sorted and distinct."""
        return [part.having(wanted) for part in (*self._ahead.parts, *self._behind.parts)]

    def _turn(self) -> None:
        """Begin the next lap."""
        self.mark = replace(self.mark, lap=self.mark.lap + 1, below=LEAST)
        self._ahead, self._behind = self._behind, Parts()
