"""The deliveries of one message, from the claim to their outcomes; no I/O of its own."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from shared.domain.delivery import Outcome, OutcomeWord
from shared.domain.values import dataclass
from workers.batches.gathered import Gathered, letters_of
from workers.batches.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.article import RawItem
    from shared.domain.delivery import Delivery
    from shared.domain.filing import Filing
    from workers.reading import Reader


FULL: Final = 256
"""Articles in one transaction, and one more at the most: a container passes in pieces."""

LETTERS: Final = 2**24
"""Of the articles in one transaction, and of those that were gathered last: all are in memory."""


@dataclass(frozen=True, slots=True)
class End:
    """A delivery with its outcome, and the delivery that brought the same bytes first."""

    delivery: Delivery
    outcome: Outcome
    same_as: UUID | None = None


@dataclass(slots=True)
class Batch:
    """Tallies of the deliveries, and the articles that wait to be written."""

    owner: str
    task_id: str | None
    tallies: list[Tally]
    _gathered: Gathered
    """Items that are no articles yet."""
    _ours: set[int] = field(init=False)
    """The identities of the tallies: asked for each of them whether it is one."""
    pending: list[Filing] = field(default_factory=list)
    finished: list[Tally] = field(default_factory=list)
    """Read to the end, and not yet written."""
    letters: int = 0
    """Of all that is pending."""

    def __post_init__(self) -> None:
        """Know the tallies."""
        self._ours = set(map(id, self.tallies))

    @classmethod
    def of(
        cls,
        claimed: Sequence[Delivery],
        reader: Reader,
        *,
        owner: str,
        task_id: str | None,
        now: datetime,
    ) -> Batch:
        """Begin a batch; deliveries of the same bytes are read once, for those that they are of."""
        by_bytes: dict[str, Tally] = {}
        for delivery in sorted(claimed, key=lambda each: not each.rereading):
            if delivery.sha256 in by_bytes:
                by_bytes[delivery.sha256].twins.append(delivery)
            else:
                by_bytes[delivery.sha256] = Tally(delivery, begun_at=now)
        tallies = list(by_bytes.values())
        return cls(owner=owner, task_id=task_id, tallies=tallies, _gathered=Gathered(reader))

    @property
    def ids(self) -> list[UUID]:
        """All deliveries that are not written yet."""
        return [each.id for tally in self.tallies for each in (tally.delivery, *tally.twins)]

    @property
    def hashes(self) -> set[str]:
        """The content hashes of the batch."""
        return {tally.delivery.sha256 for tally in self.tallies}

    @property
    def unfinished(self) -> set[UUID]:
        """The deliveries that are not read to their end: at most the one that is being read."""
        ended = {id(tally) for tally in self.finished}
        return {tally.delivery.id for tally in self.tallies if id(tally) not in ended}

    def is_full(self, tally: Tally | None = None) -> bool:
        """Return whether enough waits for a transaction; of a tally, also what was rejected."""
        waiting = len(self.pending) + len(self._gathered)
        if tally is not None:
            waiting = max(waiting, len(tally.rejected_items))
        return waiting >= FULL or self.letters >= LETTERS

    def holds(self, tally: Tally) -> bool:
        """Return whether a delivery is ours still: not written to its end, nor lost meanwhile."""
        return id(tally) in self._ours

    def take(self, tally: Tally, item: RawItem) -> None:
        """Take an item of a delivery; it is normalised with others, when they are enough."""
        self._gathered.add(tally, item)
        if self._gathered.is_full:
            self.file()

    def file(self) -> None:
        """Make articles with fingerprints of what waits for it: from then on they are pending."""
        filed = self._gathered.file()
        self.pending += filed
        self.letters += sum(letters_of(each.article) for each in filed)

    def fileable(self, held: Collection[UUID], known: Mapping[str, UUID]) -> list[Filing]:
        """Return what may be written: of deliveries still held, whose bytes are not known."""
        allowed = {
            tally.delivery.id
            for tally in self.tallies
            if tally.delivery.id in held
            and known.get(tally.delivery.sha256) in {None, tally.delivery.id}
        }
        return [filing for filing in self.pending if filing.delivery_id in allowed]

    def ends(
        self,
        words: Mapping[UUID, OutcomeWord],
        *,
        held: Collection[UUID],
        known: Mapping[str, UUID],
        stored: Mapping[str, float],
    ) -> list[End]:
        """
        Return the ends of the deliveries that are read to the end and still held.

        `words` are those of the pending articles; `known` names the first delivery of bytes whose
        articles were stored by another; `stored` are the seconds of the write by stage.
        """
        earned = self._earned(words)
        ends = []
        for tally in self.finished:
            if tally.failure is not None:
                continue
            first = known.get(tally.delivery.sha256)
            if first == tally.delivery.id:  # it is read again
                first = None
            if first is None:
                outcome = tally.outcome(earned.get(tally.delivery.id, {}), stored)
            else:
                outcome = _redelivery(tally, tally.delivery, stored)
            ends.append(End(tally.delivery, outcome, first))
            ends += [_twin_end(tally, twin, outcome, first, stored) for twin in tally.twins]
        return [end for end in ends if end.delivery.id in held]

    def so_far(
        self, words: Mapping[UUID, OutcomeWord], held: Collection[UUID]
    ) -> dict[UUID, dict[str, int]]:
        """Return the items by word of a delivery that is not read to its end; at most of one."""
        unfinished = self.unfinished.intersection(held)
        if not unfinished:
            return {}
        earned = self._earned(words)
        counted = {
            tally.delivery.id: tally.so_far(earned.get(tally.delivery.id))
            for tally in self.tallies
            if tally.delivery.id in unfinished
        }
        return {delivery_id: items for delivery_id, items in counted.items() if items}

    def written(self, words: Mapping[UUID, OutcomeWord], held: Collection[UUID]) -> None:
        """Note that all that was pending is written; forget what is done, and what was lost."""
        done = {id(tally) for tally in self.finished}
        self.tallies = [
            tally for tally in self.tallies if id(tally) not in done and tally.delivery.id in held
        ]
        self._ours = set(map(id, self.tallies))
        earned = self._earned(words) if self.tallies else {}
        for tally in self.tallies:
            tally.words.update(earned.get(tally.delivery.id, ()))
            tally.rejected_items.clear()
        self.pending, self.finished, self.letters = [], [], 0

    def under_way(self) -> list[tuple[Delivery, dict[str, int]]]:
        """Return the container that is being read, with what is written of it, now and then."""
        told = [(tally, tally.so_far()) for tally in self.tallies]
        return [(tally.delivery, items) for tally, items in told if items and tally.is_due()]

    def _earned(self, words: Mapping[UUID, OutcomeWord]) -> dict[UUID, dict[OutcomeWord, int]]:
        """Return what the pending articles of each delivery earned, by word."""
        earned: dict[UUID, dict[OutcomeWord, int]] = {}
        for filing in self.pending:
            word = words.get(filing.entry.article_id)
            if word is not None:
                own = earned.setdefault(filing.delivery_id, {})
                own[word] = own.get(word, 0) + 1
        return earned


def _redelivery(tally: Tally, delivery: Delivery, stored: Mapping[str, float]) -> Outcome:
    return Outcome(
        delivery_id=delivery.id, word=OutcomeWord.REDELIVERY, timings=tally.timings(stored)
    )


def _twin_end(
    tally: Tally, twin: Delivery, outcome: Outcome, first: UUID | None, stored: Mapping[str, float]
) -> End:
    """Return the end of a delivery of the same bytes as a tally's."""
    if outcome.word is OutcomeWord.QUARANTINED:
        return End(twin, replace(outcome, delivery_id=twin.id))
    return End(twin, _redelivery(tally, twin, stored), first or tally.delivery.id)
