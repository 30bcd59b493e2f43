"""
From kept bytes to a row, and from the row to a hint.

Whoever follows a hint finds the row. It is committed before; or, on SQLite, nobody else can begin
to write until it is; or, on PostgreSQL, it is waited for some milliseconds. A hint that cannot be
sent is nobody's loss: the sweeper looks for rows that no message names. So the broker may be away,
or its queue deep, and files still become rows at full speed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, Protocol

import structlog

from services.watcher.claims.taking import Step
from services.watcher.registering.broker_health import BrokerHealth
from shared import clock, logs
from shared.broker.messages import EARLY, FEW, batches
from shared.domain.delivery import Lane
from shared.domain.values import dataclass
from shared.errors import Retryable
from shared.observing import metrics, traces
from shared.raw import store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from uuid import UUID

    from services.watcher.claims.taking import Claim, Claims
    from shared.config import Settings
    from shared.domain.delivery import Delivery
    from shared.raw import RawStore
    from shared.storage import Storage
    from shared.storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

SOON: Final = 4 * 1024 * 1024
"""Bytes that a disk takes within some .05 s; for more of them nobody should wait in a lock."""


class HintSender(Protocol):
    """What is needed of `shared.broker.hints.Hints`."""

    def write(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """
        Send a message for each batch; return what waits for the broker's answer: how many wait.

        Both raise `Retryable`.
        """
        ...

    def depth(self, lane: Lane) -> int:
        """Return how many messages wait; raises `Retryable`."""
        ...

    def workers(self) -> int:
        """Return how many pool processes live; 1 where the broker does not tell."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A claimed file whose bytes are in the raw store."""

    claim: Claim
    delivery: Delivery


class Enqueue:
    """Carries kept files over: sync, register, hint, release."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        hints: HintSender,
        store: RawStore,
        claims: Claims,
        after: Callable[[Step], None] = lambda _step: None,
    ) -> None:
        """Join the parts; `after` is called at each step, for tests of crashes."""
        self._settings = settings
        self._storage = storage
        self._hints = hints
        self._store = store
        self._claims = claims
        self._after = after
        self._broker = BrokerHealth(lambda: hints.depth(Lane.LIVE))
        self._room = False
        """Whether the last message left room in the queue; then it is not asked again."""
        self._ahead = 0
        """How many messages waited before the last one."""

    def carry(self, kept: Sequence[Kept]) -> None:
        """
        Write the rows of a batch in one transaction, with its hints, and release its claims.

        Whoever reads the files need not wait until the disk has their rows: what he writes cannot
        outlast a power cut without them, and until they do the claims stay.

        Raises `Retryable` when disk or database are away; then nothing is released and the same
        batch may be carried again.
        """
        with store_failures():
            synced = self._store.syncing({each.delivery.sha256 for each in kept})
            if sum(each.delivery.size for each in kept) > SOON:
                synced()
        hinting = self._wanted()
        # those of the bulk lane are the sweeper's to feed, as an import's are
        live = [each.delivery for each in kept if each.delivery.lane is Lane.LIVE and hinting]
        self._register([each.delivery for each in kept], live, self._batches(live), synced)
        self._storage.make_last()
        self._after(Step.LASTING)
        with store_failures(), logs.together():
            metrics.count("copydesk_received", amount=len(kept))
            for each in kept:
                self._claims.release(each.claim)
                _say(each.delivery)
        self._after(Step.RELEASED)

    def _register(
        self,
        deliveries: Sequence[Delivery],
        live: Sequence[Delivery],
        parts: Sequence[Sequence[UUID]],
        synced: Callable[[], None],
    ) -> None:
        """
        Write the rows; hints that are sent at that moment are noted in the same transaction.

        `parts` are the messages about those that are `live`; a commit of its own for the note would
        hold the lock just when the worker wants the row. Where nobody else can write meanwhile the
        hints go first, and those of a few files: whom they wake has come to begin by the commit.
        After a crash the claims are carried, and so hinted, again; a hint whose row never came
        finds nothing to do.
        """
        answer: Callable[[], int] | None = None
        try:
            with self._storage.unit_of_work(hasty=True) as uow:
                alone = bool(live) and uow.keeps_others_out()
                early = alone or 0 < len(live) <= FEW
                sent = time.monotonic()
                if early:
                    answer = self._hint(parts)
                noted = {each.id for each in live} if answer or not early else set()
                self._write(uow, deliveries, noted, synced)
            self._after(Step.REGISTERED)
        finally:
            if answer is not None:
                self._hear(answer, live)
        if live and not alone and (not early or time.monotonic() - sent > EARLY / 2):
            self._hint_afterwards(parts, live)

    def _hint_afterwards(self, parts: Sequence[Sequence[UUID]], live: Sequence[Delivery]) -> None:
        """Send the hints of rows that are there; one that was sent before does no harm."""
        answer = self._hint(parts)
        if answer is None:
            self._not_hinted(live)
        else:
            self._hear(answer, live)

    def _write(
        self,
        uow: UnitOfWork,
        deliveries: Sequence[Delivery],
        hinted: Collection[UUID],
        synced: Callable[[], None],
    ) -> None:
        """Write rows, and commit when the disk has their bytes."""
        uow.deliveries.register(deliveries, hinted=hinted, at=clock.now())
        with store_failures():
            synced()
        self._after(Step.SYNCED)
        uow.commit()

    def _wanted(self) -> bool:
        """Return whether to send: the broker answers, and its queue is not deep already."""
        if self._room:
            return True
        depth = self._broker.depth()
        return depth is not None and depth < self._settings.queue_depth_limit

    def _batches(self, deliveries: Sequence[Delivery]) -> list[list[UUID]]:
        """Part deliveries into messages; before the lock, for of many the broker is asked."""
        sized = [(delivery.id, delivery.size) for delivery in deliveries]
        most, size = self._settings.batch_items, self._settings.batch_bytes
        workers = self._hints.workers() if len(sized) > most else 1
        return list(batches(sized, items=most, size=size, ahead=self._ahead, workers=workers))

    def _hint(self, parts: Sequence[Sequence[UUID]]) -> Callable[[], int] | None:
        """Send the hints; return what waits for the broker's answer, None when it is away."""
        try:
            answer = self._hints.write(Lane.LIVE, parts)
        except Retryable as error:
            self._failed(error)
            return None
        self._after(Step.HINTED)
        return answer

    def _hear(self, answer: Callable[[], int], deliveries: Sequence[Delivery]) -> None:
        """Learn from the broker whether it has the hints, and has room for more."""
        try:
            waiting = answer()
        except Retryable as error:
            self._failed(error)
            self._not_hinted(deliveries)
        else:
            self._room = waiting < self._settings.queue_depth_limit
            self._ahead = max(0, waiting - 1)
            self._broker.succeeded()

    def _failed(self, error: Retryable) -> None:
        self._room, self._ahead = False, 0
        self._broker.failed(error)

    def _not_hinted(self, deliveries: Sequence[Delivery]) -> None:
        try:
            with self._storage.unit_of_work() as uow:
                uow.deliveries.hinted([delivery.id for delivery in deliveries], None)
                uow.commit()
        except Retryable as error:
            # the rows say "hinted now"; the sweeper takes them for lost a little later
            log.debug("hint_note_failed", reason=str(error))


def _say(delivery: Delivery) -> None:
    traces.received(delivery)
    log.info(
        "delivery_received",
        delivery_id=str(delivery.id),
        name=delivery.name,
        provider=delivery.provider,
        size=delivery.size,
    )
