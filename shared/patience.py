"""Passing failures are waited out with backoff, and said once, not ten thousand times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

import structlog

from shared.errors import Retryable
from shared.observing import metrics

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
log = structlog.get_logger(__name__)

LONGEST_WAIT = 5.0
"""Seconds between two tries at the most: back within that time after the last fault."""


def patiently(
    work: Callable[[], T],
    *,
    first: float = 0.2,
    longest: float = LONGEST_WAIT,
    give_up: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], object] = time.sleep,
) -> T:
    """
    Do the work, again and again while it raises `Retryable`, and return its result.

    Waits `first` seconds, then twice as long each time up to `longest`. When `give_up` says
    so after a failure, that failure is raised.
    """
    wait = first
    failures = 0
    while True:
        try:
            result = work()
        except Retryable as error:
            failures += 1
            metrics.count("copydesk_retries", metrics.RETRIED[0])
            if failures == 1:
                log.warning("waiting", reason=str(error))
            if give_up():
                raise
            sleep(wait)
            wait = min(wait * 2, longest)
        else:
            if failures:
                log.info("waited", failures=failures)
            return result
