"""
The Celery app of a worker: the only module with an effect at import.

`./copydesk worker` runs it with our options (`serve`); `celery -A workers.app …` finds it too.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import threading
import warnings
from typing import Any

from billiard.process import active_children, current_process
from celery import signals

from shared import logs
from shared.broker.app import make_app
from shared.config import load
from shared.observing import metrics, traces
from shared.observing.at_work import at_work
from shared.processes.alive import die_with_parent
from shared.storage import Storage
from workers.broker import sieve
from workers.limits.time_and_memory import end_soon, limit_memory
from workers.tasks import register
from workers.warming import warm_up

# root is warned of unpickling; our messages are JSON, checked before use
warnings.filterwarnings("ignore", "You're running the worker with superuser privileges")

GIVE_BACK = signal.SIGUSR2
"""Tells a pool child to give back what it has in hand."""

settings = load()
sieve.install()
app = make_app(settings)
tools = register(app, settings)
ending = contextlib.ExitStack()


@signals.setup_logging.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _configure_logs(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    """Send Celery's own lines where all of ours go, in the same shape."""
    logs.configure("worker", settings)


@signals.worker_init.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _warm_up(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    """Load the models and the driver once, before the fork: their second and memory are shared."""
    Storage.warm_up(settings.database)
    warm_up()
    metrics.begin(settings, "worker")
    traces.begin("worker")


@signals.worker_process_init.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _begin_child(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    """Make a pool child killable: it dies with its parent and cannot eat the machine."""
    metrics.take_place(current_process().index)
    die_with_parent()
    signal.signal(GIVE_BACK, end_soon)
    limit_memory(settings.parse_memory_mb)


@signals.worker_process_shutdown.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _end_child(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    traces.end()
    tools.close()
    logging.shutdown()


@signals.worker_ready.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _say_ready(sender: Any, **_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    """Say it to this machine, and to all of them; `sender` is Celery's consumer."""
    ending.enter_context(at_work(settings, "worker", lambda: sender.pool.info["processes"]))


@signals.worker_shutting_down.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _bound_the_end(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    """On SIGTERM Celery waits for what is in hand, however long; let that be given back in time."""
    timer = threading.Timer(settings.grace_seconds, _tell_children)
    timer.daemon = True
    timer.start()


def _tell_children() -> None:
    for child in active_children():
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid, GIVE_BACK)


@signals.worker_shutdown.connect  # type: ignore[untyped-decorator]  # Celery has no types
def _say_over(**_given: Any) -> None:  # noqa: ANN401 - Celery's own signature
    ending.close()
