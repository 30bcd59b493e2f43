"""How a worker waits for a broker that is away: asking often, and saying so once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from celery.worker.consumer import Consumer
from celery.worker.state import maybe_shutdown

from shared.patience import LONGEST_WAIT

if TYPE_CHECKING:
    from kombu.connection import Connection

log = structlog.get_logger(__name__)

FIRST_WAIT = 0.2
STEP = 0.4
"""Seconds; kombu's own are 2 s more each time up to 30 s, and a line in the log for each."""


class PatientConsumer(Consumer):  # type: ignore[misc]  # Celery has no types
    """Celery's consumer, but for its waits."""

    def ensure_connected(self, conn: Connection) -> Connection:
        """Return the connection once the broker answers; ends with the worker."""
        failures = 0

        def failed(error: Any, _wait: float) -> None:  # noqa: ANN401 - any error of the transport
            nonlocal failures
            failures += 1
            if failures == 1:
                log.warning("broker_away", reason=str(error), then="asked again until it answers")

        connected: Connection = conn.ensure_connection(  # type: ignore[no-untyped-call]  # kombu has none
            failed,
            interval_start=FIRST_WAIT,
            interval_step=STEP,
            interval_max=LONGEST_WAIT,
            callback=maybe_shutdown,
        )
        if failures:
            log.info("broker_back")
        return connected
