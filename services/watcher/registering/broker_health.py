"""
Whether the broker answers, asked so that the watcher waits for it once and not again and again.

The first failure may cost the loop a time-out (some 5 s). From then on the question is put by a
thread of its own, until there is an answer; meanwhile files become rows at full speed.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import structlog

from services.watcher.registering.backoff import Backoff
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.get_logger(__name__)


class BrokerHealth:
    """Remembers how the broker did, and how deep its queue is."""

    def __init__(self, ask: Callable[[], int]) -> None:
        """`ask` returns the depth of the queue; raises `Retryable`, perhaps after a time-out."""
        self._ask = ask
        self._backoff = Backoff()
        self._answered = True
        self._asking: threading.Thread | None = None

    def depth(self) -> int | None:
        """Return how many messages wait; None while the broker is away."""
        if not self._answered:
            self._ask_aside()
            return None
        try:
            return self._ask()
        except Retryable as error:
            self.failed(error)
            return None

    def failed(self, error: Retryable) -> None:
        """Take note that it did not answer."""
        self._answered = False
        if self._backoff.failed(time.monotonic()):
            log.warning("broker_away", reason=str(error), then="the sweeper sends the hints")

    def succeeded(self) -> None:
        """Take note that it took a message."""
        if self._backoff.succeeded():
            log.info("broker_back")

    def _ask_aside(self) -> None:
        """Let a thread ask, if none does and the last failure is old enough."""
        if self._asking is not None and self._asking.is_alive():
            return
        if self._backoff.ready(time.monotonic()):
            self._asking = threading.Thread(target=self._answers, name="broker", daemon=True)
            self._asking.start()

    def _answers(self) -> None:
        try:
            self._ask()
        except Retryable:
            self._backoff.failed(time.monotonic())
        else:
            self._answered = True
