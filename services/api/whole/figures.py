"""The wire shape of the whole at one moment: what `/health` and `/status` answer."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - pydantic reads the annotations

from services.api.answers.schemas import Wire


class Health(Wire):
    """Whether the API can do its work: each part is `ok` or says what is wrong."""

    status: str
    """`ok`; `degraded`: without the broker all can be read, and new files wait; `down`."""
    database: str
    broker: str


class LaneFigures(Wire):
    """One lane: what waits for a worker."""

    waiting: int
    """Deliveries that no worker has in hand."""
    oldest: datetime | None
    """When the oldest of them was received."""
    messages: int | None
    """In the queue; null: the broker is away."""


class Process(Wire):
    """One process that gives signs of life, on any machine."""

    role: str
    host: str
    pid: int
    since: datetime
    processes: int
    """Pool processes of a worker; 1 for other roles."""
    in_flight: int
    """Deliveries that it has in hand, by the ledger."""


class Status(Wire):
    """The whole at one moment."""

    at: datetime
    counted_at: datetime
    """
    Of when `deliveries`, `received`, `processing`, `reasons`, `articles`, `stories` and
    `last_change` are: of now, or, while a store of millions of rows moves, of some seconds before.
    """
    deliveries: dict[str, int]
    """Finished ones by outcome."""
    received: int
    """Waiting for a worker."""
    processing: int
    reasons: dict[str, int]
    """Quarantined ones by reason."""
    queues: dict[str, int] | None
    """Messages waiting by lane; null: the broker is away."""
    lanes: dict[str, LaneFigures]
    roles: dict[str, bool]
    """Which roles are ready, on this machine or on another."""
    processes: list[Process] | None
    """Who gives signs of life, on every machine; null: the broker is away."""
    working: int
    """Pool processes that hold deliveries now, on any machine."""
    rate: float
    """
    Deliveries finished per second over the last minute; where all that waits came later, since
    the oldest of it came.
    """
    seconds_left: float | None
    """At that rate; null: nothing waits, or nothing moves."""
    oldest_waiting: datetime | None
    """When the oldest delivery that is not done was received: the lag of the ledger."""
    articles: int
    stories: int
    last_change: int
    free_bytes: int | None
    """Free on the disk of the home; null: the home is not on the API's machine."""
