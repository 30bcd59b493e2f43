"""
One look at the ledger: free what silent workers hold, and feed the queues.

The sweeper is what makes a message a mere hint. It sends whatever no message names: rows whose
hint was never sent (the broker was away, the queue was deep, an import wrote them), rows whose
worker fell silent, and rows whose message must have been lost (see `lost_hints`).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import structlog

from services.sweeper.lost_hints import LostHints
from services.sweeper.silence import Silence
from shared.broker.messages import batches
from shared.domain.delivery import Lane
from shared.errors import Reason
from shared.observing import metrics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.config import Settings
    from shared.storage import Storage
    from shared.storage.ledger.hinting import Waiting

log = structlog.get_logger(__name__)

FREED_AT_ONCE = 1000
"""Silent leases freed in one transaction."""


HANGING = 10
"""How many times as long as one item may hang a process may be there and renew no lease: whatever
else holds a database up, a rebuild of all stories most of all, is over by then."""

DISCARDED_AT_ONCE = 5000
"""Files of a cancelled import that are ended in one transaction: some 0.2 s."""


class Sender(Protocol):
    """What the sweeper needs of the broker."""

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
        """Send one message for each batch; return how many wait then."""

    def depth(self, lane: Lane) -> int:
        """Return how many messages wait."""

    def workers(self) -> int:
        """Return how many pool processes live; 1 where the broker does not tell."""

    def broker_run(self) -> str:
        """Return a word that is another one after each start of the broker."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What one look did."""

    freed: int = 0
    sent: int = 0
    emptied: bool = False
    """Whether it sent all that waited: whoever fills the ledger just now is slower than it."""


class Sweeper:
    """Looks at the ledger and feeds the queues; any number may run, one is enough."""

    def __init__(self, settings: Settings, storage: Storage, hints: Sender) -> None:
        """Take what it works with."""
        self._settings = settings
        self._storage = storage
        self._hints = hints
        self._silence = Silence(settings.lease_seconds, HANGING * settings.task_seconds)
        self._lost = LostHints(settings.hint_again_seconds)

    def sweep(self, now: datetime) -> Swept:
        """Do one look; raises `Retryable` when the database or the broker is away."""
        freed = self._free(now)
        self._lost.seen(self._hints.broker_run(), now)
        fed = [self._feed(lane, now) for lane in Lane]
        return Swept(
            freed=freed,
            sent=sum(each.sent for each in fed),
            emptied=any(each.emptied for each in fed),
        )

    def _free(self, now: datetime) -> int:
        """Take deliveries back from silent workers, and end imports that are over or cancelled."""
        with self._storage.reading() as reading:
            holders = reading.leases()
        silent = self._silence.silent(holders, time.monotonic())
        with self._storage.unit_of_work() as uow:
            freed = uow.deliveries.expire(silent, FREED_AT_ONCE) if silent else []
            discarded = uow.imports.discard_cancelled(now, DISCARDED_AT_ONCE)
            finished = uow.imports.finish(now)
            uow.commit()
        for delivery_id in discarded:
            log.info("delivery_discarded", delivery_id=str(delivery_id), reason=Reason.CANCELLED)
        for import_id in finished:
            log.info("import_done", import_id=str(import_id))
        for delivery in freed:
            metrics.count("copydesk_leases_lost")
            log.warning(
                "lease_lost",
                delivery_id=str(delivery.id),
                name=delivery.name,
                attempts=delivery.attempts,
            )
        return len(freed)

    def _feed(self, lane: Lane, now: datetime) -> Swept:
        """Send hints for what waits in a lane, as far as its queue has room."""
        settings = self._settings
        depth = self._hints.depth(lane)
        room = settings.queue_depth_limit - depth
        if room <= 0:
            return Swept()
        lost, most = self._lost.before(now, empty=depth == 0), room * settings.batch_items
        with self._storage.unit_of_work() as uow:
            waiting = uow.deliveries.waiting(lane, now=now, hinted_before=lost, limit=most)
        messages = self._messages(waiting, depth)
        full = len(messages) >= room or len(waiting) >= most
        named = [each for one in messages[:room] for each in one]
        if named:
            self._hints.send(lane, messages[:room])
            with self._storage.unit_of_work() as uow:
                uow.deliveries.hinted(named, now)
                uow.commit()
        return Swept(sent=len(named), emptied=bool(named) and not full)

    def _messages(self, waiting: Sequence[Waiting], ahead: int) -> list[list[UUID]]:
        """Put what was tried before in a message of its own, the rest in batches."""
        alone = [[each.id] for each in waiting if each.alone]
        rest = [(each.id, each.size) for each in waiting if not each.alone]
        settings = self._settings
        limits = {"items": settings.batch_items, "size": settings.batch_bytes}
        workers = self._hints.workers() if len(rest) > settings.batch_items else 1
        return alone + list(batches(rest, **limits, ahead=ahead + len(alone), workers=workers))
