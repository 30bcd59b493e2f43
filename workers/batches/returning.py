"""Deliveries that are given back without an outcome, each way with what it means for its count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import structlog

from shared import clock
from shared.domain.delivery import LONGEST_RETURN
from shared.observing import metrics
from shared.patience import patiently
from workers.limits.time_and_memory import is_ending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from shared.storage import Storage, UnitOfWork
    from workers.batches.batch import Batch

T = TypeVar("T")
log = structlog.get_logger(__name__)


def until_ending(work: Callable[[], T]) -> T:
    """Wait out what passes, unless this worker is told to end; raises `Retryable` then."""
    return patiently(work, give_up=is_ending)


def abandon(storage: Storage, owner: str) -> None:
    """Let go of all after a defect of ours; the attempts count, lest it happen for ever."""
    with storage.unit_of_work() as uow:
        uow.deliveries.abandon(owner)
        uow.commit()


def return_unfinished(storage: Storage, batch: Batch) -> None:
    """Give back what a worker that ends could not finish: it was never tried."""
    with storage.unit_of_work() as uow:
        uow.deliveries.release(batch.ids, batch.owner)
        uow.commit()
    log.info("deliveries_returned", deliveries=len(batch.ids), reason="this worker ends")


def hint_again(storage: Storage, ids: Sequence[UUID]) -> None:
    """Let another message be sent for one that came to a worker that ends."""
    with storage.unit_of_work() as uow:
        uow.deliveries.hinted(ids, None)
        uow.commit()


def put_off(uow: UnitOfWork, batch: Batch, first_seconds: float) -> None:
    """Give deliveries back whose reading met a passing failure; wait longer each time."""
    for tally in batch.finished:
        if tally.failure is None:
            continue
        each = tally.delivery
        waited = clock.now() - each.received_at
        pause = max(timedelta(seconds=first_seconds), waited)
        not_before = clock.now() + min(pause, LONGEST_RETURN)
        ids = [each.id, *(twin.id for twin in tally.twins)]
        uow.deliveries.release(ids, batch.owner, not_before=not_before)
        metrics.count("copydesk_retries", metrics.RETRIED[1])
        log.warning("delivery_returned", delivery_id=str(each.id), reason=str(tally.failure))
