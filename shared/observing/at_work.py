"""A role at work: it counts, gives signs of life, and says that it is ready."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from shared.broker.presence import Presence
from shared.observing import metrics, traces
from shared.processes import readiness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from shared.config import Settings


@contextlib.contextmanager
def at_work(
    settings: Settings, role: str, pool: Callable[[], Sequence[int]] = tuple
) -> Iterator[None]:
    """
    Do the work of a role in the block; raises `UserError` when its metrics cannot be served.

    `pool` tells the pids of a worker's pool processes.
    """
    metrics.begin(settings, role)
    traces.begin(role)
    if settings.metrics_port and role != "api":  # the API serves them beside all else
        from shared.observing.metric_files import serve  # noqa: PLC0415 - in production alone

        serve(settings)
    with Presence(settings, role, pool):
        readiness.ready(settings, role)
        try:
            yield
        finally:
            readiness.over(settings, role)
            traces.end()
