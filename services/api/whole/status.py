"""The state of the whole in figures: one source for `status`, the API and whoever asks next."""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from services.api.whole.figures import Health, LaneFigures, Process, Status
from services.telling import rates, room
from shared import clock
from shared.domain.delivery import Lane, OutcomeWord, State
from shared.errors import CopydeskError, Retryable
from shared.processes import readiness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from services.api.whole.counts import Counted
    from shared.broker.hints import Hints, Look
    from shared.broker.presence import Sign
    from shared.config import Settings
    from shared.storage import Storage

ROLES: Final = ("watcher", "worker", "sweeper", "api")


def gather(settings: Settings, storage: Storage, hints: Hints, counted: Counted) -> Status:
    """
    Return the figures: what was counted, and what moves, asked for at this moment.

    Raises `Retryable` when the database is away. A broker that is away is said.
    """
    now = clock.now()
    look = _look(hints)
    outcomes = counted.outcomes
    received, processing = (outcomes.get(state, 0) for state in (State.RECEIVED, State.PROCESSING))
    return Status(
        at=now,
        counted_at=counted.at,
        deliveries={word: outcomes.get(word, 0) for word in OutcomeWord},
        received=received,
        processing=processing,
        reasons=dict(counted.reasons),
        queues=look.depths if look else None,
        roles=_roles(settings, look),
        free_bytes=room.free_bytes(settings.home),
        **counted.totals,
        **_moving(storage, look, now, received + processing),
    )


def _moving(storage: Storage, look: Look | None, now: datetime, waiting: int) -> dict[str, Any]:
    """Return what the ledger tells of this moment, beside what was seen at the broker."""
    with storage.reading() as reading:
        lanes = _lanes(reading.waiting_by_lane(), look)
        holders = reading.holders()
        oldest = _oldest([*lanes.values()], reading.oldest_in_hand())
        over = rates.over(now, oldest)
        rate = reading.finished_since(now - over) / over.total_seconds()
    return {
        "lanes": lanes,
        "processes": _processes(look.signs, holders) if look else None,
        "working": len(holders),
        "rate": round(rate, 2),
        "seconds_left": _left(waiting, rate),
        "oldest_waiting": oldest,
    }


def _left(waiting: int, rate: float) -> float | None:
    """Return in how many seconds all that waits is read; None while nothing tells."""
    return round(waiting / rate, 1) if waiting and rate else None


def _look(hints: Hints) -> Look | None:
    """Return what is seen at the broker; None: it is away, and was waited for once."""
    with contextlib.suppress(Retryable):
        return hints.look()
    return None


def _roles(settings: Settings, look: Look | None) -> dict[str, bool]:
    anywhere = {sign.role for sign in look.signs} if look else set()
    return {role: role in anywhere or readiness.is_ready(settings, role) for role in ROLES}


def _lanes(
    waiting: Mapping[str, tuple[int, datetime]], look: Look | None
) -> dict[str, LaneFigures]:
    figures = {}
    for lane in map(str, Lane):
        count, oldest = waiting.get(lane, (0, None))
        messages = look.depths[lane] if look else None
        figures[lane] = LaneFigures(waiting=count, oldest=oldest, messages=messages)
    return figures


def _processes(alive: Sequence[Sign], holders: Mapping[str, int]) -> list[Process]:
    """Return who lives; what the pool processes of a worker hold is what it holds."""
    held: Counter[tuple[str, str]] = Counter()
    for owner, count in holders.items():
        host, pid, _random = owner.rsplit(":", 2)
        held[host, pid] += count
    return [
        Process(
            role=sign.role,
            host=sign.host,
            pid=sign.pid,
            since=sign.since,
            processes=len(sign.pool) or 1,
            in_flight=sum(held[sign.host, str(pid)] for pid in sign.pool),
        )
        for sign in alive
    ]


def _oldest(lanes: Sequence[LaneFigures], in_hand: datetime | None) -> datetime | None:
    moments = [lane.oldest for lane in lanes] + [in_hand]
    return min((moment for moment in moments if moment is not None), default=None)


def health(storage: Storage, hints: Hints) -> Health:
    """Ask the database and the broker for a sign of life; nothing is raised."""
    database, broker = _sign(lambda: _ask(storage)), _sign(hints.look)
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
