"""
The way of a batch: claim, read, fingerprint, decide and write under the lock, announce.

Everything that costs CPU happens before the transaction. What one transaction writes is whole:
the articles, their standing and stories, the feed, and the outcomes of the deliveries.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from shared import clock, logs
from shared.domain.delivery import Lane, Outcome, OutcomeWord
from shared.errors import Reason, Rejected, Retryable
from shared.raw import store_failures
from workers.batches import rereading, returning
from workers.batches.batch import Batch, End
from workers.batches.claiming import claim
from workers.batches.giving_way import GivingWay, live_files
from workers.batches.lease import Lease
from workers.batches.steps import Step
from workers.dedup.verdict import decide
from workers.limits.time_and_memory import Ending, is_ending, raise_if_ending
from workers.outcome import announce, announce_under_way
from workers.parsers.base import RejectedItem
from workers.reading import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from uuid import UUID

    from shared.config import Settings
    from shared.domain.article import RawItem
    from shared.domain.delivery import Delivery
    from shared.domain.filing import Filing
    from shared.raw import AtHand, RawStore
    from shared.storage import Storage, UnitOfWork
    from workers.batches.tally import Tally
    from workers.outcome import Quarantine
    from workers.reading import Reader

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What a worker needs to take deliveries to their outcome; one per process."""

    settings: Settings
    storage: Storage
    raw: RawStore
    reader: Reader
    quarantine: Quarantine
    giving_way: GivingWay = field(default_factory=GivingWay)
    after: Callable[[Step], None] = lambda _step: None
    """Called at each step of a batch's way, for tests of crashes."""

    def process(self, ids: Sequence[UUID], task_id: str | None = None) -> int:
        """Take those of the deliveries that are free to their outcome; return how many."""
        try:
            return self._process(ids, task_id)
        except Retryable as error:  # told to end while the database is away: a sweep hints again
            log.warning("deliveries_left", deliveries=len(ids), reason=str(error))
            return 0

    def _process(self, ids: Sequence[UUID], task_id: str | None) -> int:
        if is_ending():
            returning.until_ending(lambda: returning.hint_again(self.storage, ids))
            return 0
        with Lease(self.storage, self.settings.lease_seconds) as lease:
            owner = lease.owner
            claimed = returning.until_ending(lambda: self._claim(ids, owner, task_id))
            self.after(Step.CLAIMED)
            batch = Batch.of(claimed, self.reader, owner=owner, task_id=task_id, now=clock.now())
            self._run_or_return(batch)
        return len(claimed)

    def _run_or_return(self, batch: Batch) -> None:
        try:
            self._run(batch)
        except Retryable:
            raise
        except Ending:
            returning.until_ending(lambda: returning.return_unfinished(self.storage, batch))
        except Exception:
            # a defect of ours: each delivery is tried again, alone, and then quarantined
            log.exception("batch_failed", deliveries=len(batch.ids))
            returning.until_ending(lambda: returning.abandon(self.storage, batch.owner))

    def _run(self, batch: Batch) -> None:
        """Read each delivery, and write whenever there is a transaction's worth."""
        with self._at_hand(batch) as at_hand:
            for tally in list(batch.tallies):
                if batch.holds(tally) and self._take(batch, tally, at_hand):
                    batch.finished.append(tally)
                    self.after(Step.READ)
                    if batch.is_full():
                        self._store(batch)
        if batch.finished:
            self._store(batch)

    def _take(self, batch: Batch, tally: Tally, at_hand: AtHand) -> bool:
        """Read a delivery, and write its pieces; return whether to its end, while it was held."""
        for number, item in enumerate(self._read(tally, at_hand)):
            raise_if_ending()
            if item is not None:
                batch.take(tally, item)
            # most files have one item: theirs are written when their end is known too
            if number and batch.is_full(tally):
                self._store(batch)
                if not batch.holds(tally):  # another has it: nothing of it may be written here
                    return False
            if tally.delivery.lane is Lane.BULK and self.giving_way.is_due():
                self._give_way()
        return True

    def _give_way(self) -> None:
        """Take live files that wait to their outcome, and come back."""
        if self.settings.lanes != "both":
            return
        self.reader.rest()
        if ids := live_files(self.storage, clock.now()):
            self.process(ids)

    @contextlib.contextmanager
    def _at_hand(self, batch: Batch) -> Iterator[AtHand]:
        """Bring the bytes of a batch to this machine; whatever ends it, the watchdog rests then."""
        try:
            with self.raw.at_hand(batch.hashes) as at_hand:
                yield at_hand
        finally:
            self.reader.rest()

    def _claim(self, ids: Sequence[UUID], owner: str, task_id: str | None) -> list[Delivery]:
        """Take what is free; bytes whose articles are stored already end here, unread."""
        now = clock.now()
        until = now + timedelta(seconds=self.settings.lease_seconds)
        # a power cut may undo it: then nobody has begun, and a redelivery ends here once more
        with self.storage.unit_of_work(hasty=True) as uow:
            claimed = claim(uow, ids, owner=owner, now=now, until=until)
            known = uow.deliveries.first_of({delivery.sha256 for delivery in claimed})
            ends = [
                End(each, Outcome(delivery_id=each.id, word=OutcomeWord.REDELIVERY), first)
                for each in claimed
                if not each.rereading and (first := known.get(each.sha256))
            ]
            self._finish(uow, ends, task_id)
            uow.commit()
        announce([(end.delivery, end.outcome) for end in ends], task_id)
        return [each for each in claimed if each.rereading or each.sha256 not in known]

    def _read(self, tally: Tally, at_hand: AtHand) -> Iterator[RawItem | None]:
        """Yield a delivery's items; None for one that goes to the tally."""
        delivery = tally.delivery
        tally.begin()
        with logs.bind(delivery_id=delivery.id, provider=delivery.provider):
            try:
                self._refuse_poison(delivery)
                source = Source.of(delivery, at_hand.file(delivery.sha256))
                for item in self.reader.parsed(source, tally.clock):
                    tally.see(item.item)
                    if isinstance(item, RejectedItem):
                        tally.reject(item.item, item.rejected)
                    yield None if isinstance(item, RejectedItem) else item
            except Rejected as error:
                tally.rejected = error
            except OSError as error:
                tally.failure = error

    def _refuse_poison(self, delivery: Delivery) -> None:
        times = self.settings.max_attempts
        if delivery.attempts > times:
            raise Rejected(
                Reason.WORKER_KILLED, f"its worker died or failed each of the {times} times"
            )

    def _store(self, batch: Batch) -> None:
        """Write what is pending; a database that is away is waited out, nothing is read twice."""
        try:
            batch.file()
        finally:
            self.reader.rest()
        ends = returning.until_ending(lambda: self._write(batch))
        self.after(Step.COMMITTED)
        announce([(end.delivery, end.outcome) for end in ends], batch.task_id)
        announce_under_way(batch.under_way())
        self.after(Step.ANNOUNCED)

    def _write(self, batch: Batch) -> list[End]:
        """Decide and write in one transaction under the store lock."""
        started = time.perf_counter()
        with self.storage.unit_of_work(exclusive=True) as uow:
            held = uow.deliveries.held(batch.ids, batch.owner)
            known = uow.deliveries.first_of(batch.hashes)
            filed = batch.fileable(held, known)
            rereading.renew(uow, batch, filed, held=held, at=clock.now())
            words, dedup = self._file(uow, filed, batch.unfinished)
            rereading.count(uow, batch, held)
            stored = {"dedup": dedup, "store": time.perf_counter() - started}
            ends = batch.ends(words, held=held, known=known, stored=stored)
            self._finish(uow, ends, batch.task_id)
            for tally in batch.tallies:
                if tally.delivery.id in held:
                    uow.deliveries.reject_items(tally.delivery.id, tally.rejected_items)
            uow.deliveries.note_items(batch.so_far(words, held))
            returning.put_off(uow, batch, self.settings.retry_seconds)
            # the worker lived: whatever ended the lease, it was not these files
            uow.deliveries.forgive(set(batch.ids) - held)
            self.after(Step.DECIDED)
            uow.commit()
        batch.written(words, held)
        return ends

    def _file(
        self, uow: UnitOfWork, filed: Sequence[Filing], unfinished: Collection[UUID]
    ) -> tuple[dict[UUID, OutcomeWord], float]:
        """Decide on what is not stored yet, write it; return the words, and seconds of deciding."""
        words = uow.articles.words(filed)
        fresh = [filing for filing in filed if filing.entry.article_id not in words]
        if not fresh:
            return words, 0.0
        started = time.perf_counter()
        entries = [filing.entry for filing in fresh]
        prints = {filing.entry.article_id: filing.fingerprint for filing in fresh}
        decision = decide(entries, prints, uow.articles.neighbourhood(fresh))
        decided = time.perf_counter() - started
        changes, fresh_words = uow.articles.write(fresh, decision)
        uow.changes.append(changes, clock.now())
        # what was new to the store is beyond where any run before has come: one more is allowed
        further = {each.delivery_id for each in fresh} & set(unfinished)
        uow.deliveries.got_further(further, max(1, self.settings.max_attempts - 1))
        return words | fresh_words, decided

    def _finish(self, uow: UnitOfWork, ends: Sequence[End], task_id: str | None) -> None:
        """Write outcomes; a quarantined delivery is laid aside before its row says so."""
        with store_failures():
            self.quarantine.settle([(end.delivery, end.outcome) for end in ends])
        uow.deliveries.finish(
            [end.outcome for end in ends],
            at=clock.now(),
            task_id=task_id,
            same_as={end.delivery.id: end.same_as for end in ends},
        )
