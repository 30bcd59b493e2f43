"""
From kept bytes to a row, and from the row to a hint.

The row is committed before anything is sent. A hint that cannot be sent is nobody's loss: the
sweeper looks for rows that no message names. So the broker may be away, or its queue deep, and
files still become rows at full speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import structlog

from services.watcher.broker_health import BrokerHealth
from services.watcher.claim import Step
from shared import clock, logs, metrics, traces
from shared.domain.delivery import Lane
from shared.errors import Retryable
from shared.messages import batches
from shared.raw import store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from services.watcher.claim import Claim, Claims
    from shared.config import Settings
    from shared.domain.delivery import Delivery
    from shared.raw import RawStore
    from shared.storage import Storage

log = structlog.get_logger(__name__)


class HintSender(Protocol):
    """What is needed of `shared.broker.Hints`."""

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
        """Send a message for each batch, return how many wait then; raises `Retryable`."""
        ...

    def depth(self, lane: Lane) -> int:
        """Return how many messages wait; raises `Retryable`."""
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

    def carry(self, kept: Sequence[Kept]) -> None:
        """
        Write the rows of a batch in one transaction, send its hints, release its claims.

        Raises `Retryable` when disk or database are away; then nothing is released and the same
        batch may be carried again.
        """
        with store_failures():
            self._store.sync({each.delivery.sha256 for each in kept})
        self._after(Step.SYNCED)
        hinting = self._wanted()
        # those of the bulk lane are the sweeper's to feed, as an import's are
        live = [each.delivery for each in kept if each.delivery.lane is Lane.LIVE and hinting]
        self._register([each.delivery for each in kept], live)
        self._after(Step.REGISTERED)
        if live:
            self._hint(live)
            self._after(Step.HINTED)
        with store_failures(), logs.together():
            metrics.count("copydesk_received", amount=len(kept))
            for each in kept:
                self._claims.release(each.claim)
                _say(each.delivery)
        self._after(Step.RELEASED)

    def _register(self, deliveries: Sequence[Delivery], hinted: Sequence[Delivery]) -> None:
        """
        Write the rows; hints that will be sent in a moment are noted in the same transaction.

        A commit of its own for the note would hold the lock just when the worker wants the row.
        A crash before the send leaves the claims, which are carried, and so hinted, again.
        """
        ids = {delivery.id for delivery in hinted}
        with self._storage.unit_of_work() as uow:
            uow.deliveries.register(deliveries, hinted=ids, at=clock.now())
            uow.commit()

    def _wanted(self) -> bool:
        """Return whether to send: the broker answers, and its queue is not deep already."""
        if self._room:
            return True
        depth = self._broker.depth()
        return depth is not None and depth < self._settings.queue_depth_limit

    def _hint(self, deliveries: Sequence[Delivery]) -> None:
        sized = [(delivery.id, delivery.size) for delivery in deliveries]
        limits = (self._settings.batch_items, self._settings.batch_bytes)
        messages = list(batches(sized, items=limits[0], size=limits[1]))
        try:
            waiting = self._hints.send(Lane.LIVE, messages)
        except Retryable as error:
            self._room = False
            self._broker.failed(error)
            self._not_hinted([delivery.id for delivery in deliveries])
        else:
            self._room = waiting < self._settings.queue_depth_limit
            self._broker.succeeded()

    def _not_hinted(self, ids: Sequence[UUID]) -> None:
        try:
            with self._storage.unit_of_work() as uow:
                uow.deliveries.hinted(ids, None)
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
