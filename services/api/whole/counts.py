"""
The counts over everything, as exact as they can be had in the time of a page.

A store of some hundred thousand rows is counted at each question. One of millions is counted again
only when something was committed since: the database tells so at the cost of one row. While such a
store moves, it is counted in the background, at most a tenth of the time and as long as somebody
asks; the answer says of when the counts are.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from shared import clock
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from shared.storage import Storage

SMALL: Final = 200_000
"""Deliveries and articles: so many are counted in some 20 ms, anew for whoever asks."""

REST: Final = 9.0
"""So many times as long as counting took, it is not done again."""

SHORTEST_REST: Final = 0.5
"""Seconds that it rests at least."""

ASKED_WITHIN: Final = 120.0
"""Seconds after the last question for which the counts are kept fresh."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted in one look."""

    at: datetime
    """A moment at which they were true."""
    outcomes: Mapping[str, int]
    """Deliveries by outcome; open ones under their state."""
    reasons: Mapping[str, int]
    """Deliveries in quarantine, by reason."""
    totals: Mapping[str, Any]
    """Articles, stories, and the end of the feed."""

    @property
    def is_small(self) -> bool:
        """Whether the store is counted in a moment."""
        return sum(self.outcomes.values()) + int(self.totals["articles"]) < SMALL


@dataclass(frozen=True, slots=True)
class _Kept:
    counted: Counted
    mark: object
    """Of the database, before it was counted."""
    took: float
    since: float

    @property
    def rest(self) -> float:
        return max(SHORTEST_REST, REST * self.took)


class Counts:
    """The counts of one store, for every thread of this process."""

    def __init__(self, storage: Storage) -> None:
        """Take the store; nothing is asked of it yet."""
        self._storage = storage
        self._counting = threading.Lock()
        self._starting = threading.Lock()
        """Of the keeper; never waited for while somebody counts."""
        self._kept: _Kept | None = None
        self._asked = float("-inf")
        self._keeper: threading.Thread | None = None

    def get(self) -> Counted:
        """Return the counts; raises `Retryable` when the database is away."""
        self._asked = time.monotonic()
        kept = self._kept
        if kept is None or kept.counted.is_small:
            return self._count(self._asked).counted
        now = clock.now()
        self._keep_fresh()
        if self._storage.movement.mark() == kept.mark:
            return replace(kept.counted, at=now)
        if self._asked - kept.since > 2 * kept.rest:
            # nobody asked for a while
            return self._count(self._asked).counted
        return kept.counted

    def _count(self, asked: float) -> _Kept:
        """Count, unless another thread has done so since it was asked for."""
        with self._counting:
            if self._kept is not None and self._kept.since >= asked:
                return self._kept
            mark = self._storage.movement.mark()
            started = time.monotonic()
            counted = count(self._storage)
            took = time.monotonic() - started
            self._kept = _Kept(counted, mark, took, started)
            return self._kept

    def _keep_fresh(self) -> None:
        with self._starting:
            if self._keeper is None or not self._keeper.is_alive():
                self._keeper = threading.Thread(target=self._keep, daemon=True)
                self._keeper.start()

    def _keep(self) -> None:
        """Count again whenever something moved, until nobody asks or it takes no time any more."""
        while (kept := self._kept) and time.monotonic() - self._asked < ASKED_WITHIN:
            time.sleep(kept.rest)
            try:
                if self._storage.movement.mark() != kept.mark:
                    self._count(time.monotonic())
            except CopydeskError:
                return  # whoever asks next is told


def count(storage: Storage) -> Counted:
    """Count; raises `Retryable` when the database is away."""
    now = clock.now()
    with storage.reading() as reading:
        return Counted(
            at=now,
            outcomes=reading.outcomes(),
            reasons=reading.reasons(),
            totals=reading.totals(),
        )
