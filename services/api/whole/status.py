"""The state of the whole in figures: one source for `status`, the API and whoever asks next."""

from __future__ import annotations

import contextlib
from collections import Counter
from typing import TYPE_CHECKING, Final

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
    from shared.broker.hints import Hints
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
    depths = _depths(hints)
    # a broker that stands still is waited for once
    alive = None if depths is None else _alive(hints)
    outcomes = counted.outcomes
    received, processing = (outcomes.get(state, 0) for state in (State.RECEIVED, State.PROCESSING))
    with storage.reading() as reading:
        lanes = _lanes(reading.waiting_by_lane(), depths)
        holders = reading.holders()
        oldest = _oldest([*lanes.values()], reading.oldest_in_hand())
        over = rates.over(now, oldest)
        rate = reading.finished_since(now - over) / over.total_seconds()
    return Status(
        at=now,
        counted_at=counted.at,
        deliveries={word: outcomes.get(word, 0) for word in OutcomeWord},
        received=received,
        processing=processing,
        reasons=dict(counted.reasons),
        queues=depths,
        lanes=lanes,
        roles=_roles(settings, alive),
        processes=_processes(alive, holders) if alive is not None else None,
        working=len(holders),
        rate=round(rate, 2),
        seconds_left=_left(received + processing, rate),
        oldest_waiting=oldest,
        free_bytes=room.free_bytes(settings.home),
        **counted.totals,
    )


def _left(waiting: int, rate: float) -> float | None:
    """Return in how many seconds all that waits is read; None while nothing tells."""
    return round(waiting / rate, 1) if waiting and rate else None


def _depths(hints: Hints) -> dict[str, int] | None:
    with contextlib.suppress(Retryable):
        return {lane: hints.depth(lane) for lane in Lane}
    return None


def _alive(hints: Hints) -> list[Sign] | None:
    with contextlib.suppress(Retryable):
        return hints.signs()
    return None


def _roles(settings: Settings, alive: Sequence[Sign] | None) -> dict[str, bool]:
    anywhere = {sign.role for sign in alive or ()}
    return {role: role in anywhere or readiness.is_ready(settings, role) for role in ROLES}


def _lanes(
    waiting: Mapping[str, tuple[int, datetime]], depths: Mapping[str, int] | None
) -> dict[str, LaneFigures]:
    figures = {}
    for lane in Lane:
        count, oldest = waiting.get(lane, (0, None))
        messages = depths[lane] if depths is not None else None
        figures[str(lane)] = LaneFigures(waiting=count, oldest=oldest, messages=messages)
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
