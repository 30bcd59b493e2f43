"""The state of the whole in figures: one source for `status`, the API and whoever asks next."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from services.api.schemas import Health, Status
from shared import clock, readiness
from shared.domain.delivery import Lane, OutcomeWord, State
from shared.errors import CopydeskError, Retryable

if TYPE_CHECKING:
    from collections.abc import Callable

    from shared.broker import Hints
    from shared.config import Settings
    from shared.storage import Storage

ROLES: Final = ("watcher", "worker", "sweeper", "api")

RATE_SECONDS: Final = 60


def gather(settings: Settings, storage: Storage, hints: Hints) -> Status:
    """Count; raises `Retryable` when the database is away. A broker that is away is said."""
    now = clock.now()
    with storage.reading() as reading:
        outcomes = reading.outcomes()
        finished = reading.finished_since(now - timedelta(seconds=RATE_SECONDS))
        received = outcomes.pop(State.RECEIVED, 0)
        processing = outcomes.pop(State.PROCESSING, 0)
        rate = finished / RATE_SECONDS
        waiting = received + processing
        return Status(
            at=now,
            deliveries={word: outcomes.get(word, 0) for word in OutcomeWord},
            received=received,
            processing=processing,
            reasons=reading.reasons(),
            queues=_depths(hints),
            roles={role: readiness.is_ready(settings, role) for role in ROLES},
            working=reading.working(),
            rate=round(rate, 2),
            seconds_left=round(waiting / rate, 1) if waiting and rate else None,
            oldest_waiting=reading.oldest_waiting(),
            **reading.totals(),
        )


def _depths(hints: Hints) -> dict[str, int] | None:
    with contextlib.suppress(Retryable):
        return {lane: hints.depth(lane) for lane in Lane}
    return None


def health(storage: Storage, hints: Hints) -> Health:
    """Ask the database and the broker for a sign of life; nothing is raised."""
    database, broker = _sign(lambda: _ask(storage)), _sign(lambda: hints.depth(Lane.LIVE))
    word = "ok" if broker == "ok" else "degraded"
    if database != "ok":
        word = "down"
    return Health(status=word, database=database, broker=broker)


def _ask(storage: Storage) -> None:
    with storage.reading() as reading:
        reading.changes(limit=1)


def _sign(ask: Callable[[], object]) -> str:
    try:
        ask()
    except CopydeskError as error:
        return str(error)
    return "ok"
