"""One delivery on its way through a worker: what its items earned, and what it comes to."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from shared.domain.delivery import Outcome, OutcomeWord
from shared.domain.filing import article_id, former_id
from shared.errors import Reason, Rejected
from workers.reading import Clock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Delivery

PRECEDENCE = tuple(OutcomeWord)

TOLD_SECONDS = 10.0
"""Between two lines of the log about a container that takes long."""


@dataclass(slots=True)
class Tally:
    """Counts the words of a delivery's items until there is one word for the whole."""

    delivery: Delivery
    begun_at: datetime
    twins: list[Delivery] = field(default_factory=list)
    """Deliveries of the same bytes in the same batch: what comes of this comes of them."""
    words: Counter[OutcomeWord] = field(default_factory=Counter)
    """Of the items that are written."""
    rejected_items: dict[str, Rejected] = field(default_factory=dict)
    """Those that are not written yet; a crawl may have a million."""
    reasons: Counter[Reason] = field(default_factory=Counter)
    """How many items were not taken, by reason."""
    _examples: dict[Reason, Rejected] = field(default_factory=dict)
    rejected: Rejected | None = None
    """Why the file as a whole was not taken, or not to its end."""
    failure: OSError | None = None
    """A passing failure: the delivery is given back."""
    seen: set[UUID] = field(default_factory=set)
    """The ids of all items of a delivery that is read again, also of those that were rejected."""
    stored: Counter[OutcomeWord] | None = None
    """The words of all its stored articles, where it is read again."""
    clock: Clock = field(default_factory=Clock)
    fingerprint: float = 0.0
    """Seconds."""
    waited: float = 0.0
    """Seconds from the claim until its turn came."""
    _started: float = field(default_factory=time.perf_counter)
    _told: float = field(default_factory=time.perf_counter)

    def reject(self, item: str, why: Rejected) -> None:
        """Note that an item was not taken."""
        self.rejected_items[item] = why
        self.reasons[why.reason] += 1
        self._examples.setdefault(why.reason, why)

    def see(self, item: str) -> None:
        """Note that an item was read, or rejected: what is stored of it is not gone."""
        if self.delivery.rereading:
            sha256 = self.delivery.sha256
            self.seen |= {article_id(sha256, item), former_id(sha256, item)}

    def begin(self) -> None:
        """Note that its turn has come."""
        self.waited = time.perf_counter() - self._started

    def outcome(self, earned: Mapping[OutcomeWord, int], stored: Mapping[str, float]) -> Outcome:
        """
        Return the one final word: the first in precedence that any item earned.

        `earned` are the words of the write in hand, `stored` its seconds by stage.
        """
        words = self._with(earned) if self.stored is None else self.stored
        word = min(words, key=PRECEDENCE.index, default=OutcomeWord.QUARANTINED)
        why = self._why(empty=not words)
        if why and self.stored:
            why = Rejected(why.reason, f"{why.detail}; what was read of it before stays")
        return Outcome(
            delivery_id=self.delivery.id,
            word=word,
            reason=why.reason if why else None,
            detail=why.detail if why else None,
            items=self._items(words),
            timings=self.timings(stored),
        )

    def so_far(self, earned: Mapping[OutcomeWord, int] | None = None) -> dict[str, int]:
        """Return the items by word, while there is more to read; `earned` as for `outcome`."""
        return self._items(self._with(earned or {}))

    def _with(self, earned: Mapping[OutcomeWord, int]) -> Mapping[OutcomeWord, int]:
        """Return the words of all items; of most deliveries nothing was written before."""
        return self.words + Counter(earned) if self.words else earned

    def is_due(self) -> bool:
        """Return whether the log should tell how far it is; then not again for a while."""
        now = time.perf_counter()
        due = now - self._told >= TOLD_SECONDS
        if due:
            self._told = now
        return due

    def _items(self, words: Mapping[OutcomeWord, int]) -> dict[str, int]:
        items = {str(word): count for word, count in words.items()}
        if self.reasons:
            items[str(OutcomeWord.QUARANTINED)] = self.reasons.total()
        return items

    def _why(self, *, empty: bool) -> Rejected | None:
        """Return the reason to show: the whole file's, else the commonest where nothing came."""
        if self.rejected is not None or not empty:
            return self.rejected
        if not self.reasons:
            return Rejected(Reason.NO_ARTICLE, "it was read, but there is no article in it")
        return self._examples[self.reasons.most_common(1)[0][0]]

    def timings(self, stored: Mapping[str, float]) -> dict[str, float]:
        """Return milliseconds by stage; `stored` are those of the whole write."""
        waited = (self.begun_at - self.delivery.received_at).total_seconds()
        if self.delivery.rereading:
            waited = 0.0  # it came long ago
        seconds = {
            "queue": max(0.0, waited),
            "batch": self.waited,
            "parse": self.clock.parse,
            "normalise": self.clock.normalise,
            "fingerprint": self.fingerprint,
            **stored,
            "total": time.perf_counter() - self._started,
        }
        return {stage: round(value * 1000, 2) for stage, value in seconds.items()}
