"""How a worker waits for a broker that is away: asking often, and saying so once."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import structlog
from celery.worker.consumer import Consumer
from celery.worker.state import maybe_shutdown
from kombu.exceptions import KombuError
from redis.exceptions import RedisError

from shared.patience import LONGEST_WAIT
from workers.broker.refusals import try_to_write

if TYPE_CHECKING:
    from collections.abc import Callable

    from kombu.connection import Connection

log = structlog.get_logger(__name__)

FIRST_WAIT = 0.2
STEP = 0.4
"""Seconds; kombu's own are 2 s more each time up to 30 s, and a line in the log for each."""

REFUSED_WAIT = 1.0
"""Seconds until a broker that answers, and takes nothing, is tried again."""


class PatientConsumer(Consumer):  # type: ignore[misc]  # Celery has no types
    """Celery's consumer, but for its waits."""

    def ensure_connected(self, conn: Connection) -> Connection:
        """Return the connection once the broker takes messages; ends with the worker."""
        failures = 0

        def failed(error: Any, _wait: float = 0) -> None:  # noqa: ANN401 - any error of the transport
            nonlocal failures
            failures += 1
            if failures == 1:
                log.warning("broker_away", reason=str(error), then="asked again until it answers")

        while not _takes_messages(conn, failed):
            maybe_shutdown()
            time.sleep(REFUSED_WAIT)
        if failures:
            log.info("broker_back")
        return conn


def _takes_messages(conn: Connection, failed: Callable[[Any, float], None]) -> bool:
    """Connect, however long it takes, and say whether the broker takes what is written."""
    try:
        conn.ensure_connection(  # type: ignore[no-untyped-call]  # kombu has no types
            failed,
            interval_start=FIRST_WAIT,
            interval_step=STEP,
            interval_max=LONGEST_WAIT,
            callback=maybe_shutdown,
        )
        try_to_write(conn.default_channel.client)  # type: ignore[attr-defined]  # a channel of Redis
    except (KombuError, RedisError, OSError) as error:
        failed(error, REFUSED_WAIT)
        return False
    return True
