"""
What is claimed and not yet in the ledger: kept, carried over in batches, recovered after a crash.

The truth is on disk (`raw/.claims`); what is held here in memory is only the order of the work.
"""

from __future__ import annotations

import errno
import itertools
import time
from collections import deque
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import structlog

from services.file_names import name_of
from services.watcher.arrivals.access import NotTaken
from services.watcher.claims.aside import LARGE, Aside
from services.watcher.claims.taking import Claim, Claims, Step
from services.watcher.registering.backoff import Backoff
from services.watcher.registering.enqueue import Enqueue, HintSender, Kept
from shared.domain.delivery import Lane
from shared.errors import Retryable
from shared.raw import RawStore, store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from uuid import UUID

    from services.watcher.arrivals.access import Sighted
    from services.watcher.arrivals.leases import Prover
    from shared.config import Settings
    from shared.domain.delivery import Delivery
    from shared.storage import Storage

log = structlog.get_logger(__name__)

MOST_IN_HAND: Final = 4096
"""Claimed files that may wait for the database; beyond them, files wait in the inbox."""

BACKLOG: Final = 4
"""Batches that travel in one transaction when so much is there."""

FAR: Final = 3600.0
"""Seconds; nothing to do here before something else happens."""

KEEP_AGAIN: Final = 0.25
"""Seconds until a claimed file that somebody still writes is looked at again."""


class Carrying:
    """Claimed files on their way into the ledger."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        hints: HintSender,
        store: RawStore,
        prover: Prover,
        after: Callable[[Step], None],
        wake: Callable[[], None],
    ) -> None:
        """Join the parts; `wake` ends the sleep of whoever calls this."""
        self._batch = settings.batch_items
        self._profile = settings.profile
        self._claims = Claims(store, prover, after)
        self._aside = Aside(settings, prover, after, wake)
        self._enqueue = Enqueue(settings, storage, hints, store, self._claims, after)
        self._kept: deque[Kept] = deque()
        self._unsettled: deque[Claim] = deque()
        self._left: Iterator[Claim] | None = None
        self._in_hand: set[UUID] = set()
        self._keep_at = 0.0
        self._slow: dict[UUID, Backoff] = {}
        """Large files that could not be kept: each try reads them from the beginning."""
        self._disk = Backoff(KEEP_AGAIN)
        self._database = Backoff()
        self.received = 0
        """Rows written since the start."""

    @property
    def full(self) -> bool:
        """Whether no more should be claimed for now."""
        return len(self._in_hand) >= MOST_IN_HAND

    def next_due(self, now: float) -> float:
        """Return when there is something to do here."""
        times = [now + FAR]
        if self._kept:
            times.append(self._database.until)
        if self._unsettled or (self._left is not None and not self.full):
            times.append(self._keep_at)
        return min(times)

    def claim(self, file: Sighted) -> None:
        """
        Claim a whole file and keep its bytes; raises as `Claims.take` does.

        A large one is kept, and from another disk copied, aside: `ended` tells of it.
        """
        if file.relative in self._aside or (file.look.size >= LARGE and self._aside.full):
            raise BlockingIOError(errno.EAGAIN, "others are before it", file.relative)
        claim, moved = self._claims.move(file)
        if not moved and file.look.size >= LARGE:
            self._in_hand.add(claim.id)
            self._aside.fetch(file, claim, partial(self._fetched, claim))
            return
        if not moved:
            self._claims.fetch(file, claim)
        file.close()
        self._in_hand.add(claim.id)
        self._keep(claim, file.look.size)

    def ended(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield the paths of large files, and what goes on with each; that raises as `claim`."""
        return self._aside.ended()

    def _fetched(self, claim: Claim, result: Callable[[], None]) -> None:
        """Keep a large file that was copied; one that was not is in the inbox as before."""
        try:
            result()
        except BaseException:
            self._in_hand.discard(claim.id)
            raise
        self._aside.keep(claim, partial(self._settle_slowly, claim))

    def _keep(self, claim: Claim, size: int) -> None:
        if size >= LARGE:
            self._aside.keep(claim, partial(self._settle_slowly, claim))
        else:
            self._settle(claim, partial(self._claims.keep, claim))

    def _settle_slowly(self, claim: Claim, keep: Callable[[], Delivery | None]) -> None:
        """As `_settle`; what is to be tried again is left alone for longer each time."""
        self._slow.setdefault(claim.id, Backoff(KEEP_AGAIN)).failed(time.monotonic())
        if self._settle(claim, keep):
            del self._slow[claim.id]

    def _settle(self, claim: Claim, keep: Callable[[], Delivery | None]) -> bool:
        """Take note of what came of a claim; return whether nothing is to be tried again."""
        try:
            with store_failures():
                delivery = keep()
        except FileNotFoundError:
            log.exception("claim_gone", delivery_id=str(claim.id), name=name_of(claim.relative))
            self._in_hand.discard(claim.id)
            return True
        except Retryable:
            self._unsettled.append(claim)
            raise
        except NotTaken:
            delivery = None
        if delivery is None:
            self._unsettled.append(claim)
            return False
        self._kept.append(Kept(claim, self._as_told(delivery)))
        return True

    def _as_told(self, delivery: Delivery) -> Delivery:
        """Return a delivery with the name and the lane that its folder's profile gives it."""
        profile = self._profile(delivery.provider)
        name, lane = profile.name or delivery.provider, Lane(profile.priority)
        if (name, lane) == (delivery.provider, delivery.lane):
            return delivery
        return replace(delivery, provider=name, lane=lane)

    def recover(self) -> None:
        """Take up what a crash left claimed; what is in hand already is passed over."""
        if self._left is None:
            self._left = self._claims.left()

    def keep_again(self, now: float) -> None:
        """Go on with claims that could not be kept at once, and with those that a crash left."""
        if now < self._keep_at or not (self._unsettled or self._left):
            return
        self._keep_at = now + KEEP_AGAIN
        again = [self._unsettled.popleft() for _ in range(min(len(self._unsettled), self._batch))]
        again += self._next_left()
        for index, claim in enumerate(again):
            if claim.id in self._slow and not self._slow[claim.id].ready(now):
                self._unsettled.append(claim)
                continue
            try:
                self._keep(claim, claim.size())
            except Retryable as error:
                if self._disk.failed(now):
                    log.warning("claims_wait", reason=str(error), claimed=len(self._in_hand))
                self._keep_at = self._disk.until
                self._unsettled.extend(again[index + 1 :])
                return
        if again and self._disk.succeeded():
            log.info("claims_go_on")

    def _next_left(self) -> Iterator[Claim]:
        """Yield a batch of what a crash left, and come back at once for the rest."""
        for _ in range(self._batch):
            if self._left is None or self.full:
                return
            claim = next(self._left, None)
            if claim is None:
                self._left = None
            elif claim.id not in self._in_hand and claim.exists():
                self._keep_at = 0.0
                self._in_hand.add(claim.id)
                log.info("claim_recovered", delivery_id=str(claim.id), name=name_of(claim.relative))
                yield claim

    def carry(self, now: float) -> None:
        """Write the rows of one batch, unless the database was away a moment ago."""
        if not self._kept or not self._database.ready(now):
            return
        batch = list(itertools.islice(self._kept, self._batch * BACKLOG))
        try:
            self._enqueue.carry(batch)
        except Retryable as error:
            if self._database.failed(time.monotonic()):
                log.warning("ledger_away", reason=str(error), then="files are kept and wait")
            return
        if self._database.succeeded():
            log.info("ledger_back", waiting=len(self._kept))
        for each in batch:
            self._kept.popleft()
            self._in_hand.discard(each.delivery.id)
        self.received += len(batch)

    def stop(self) -> None:
        """Begin no more large files."""
        self._aside.stop()
