"""
One Celery worker with our options, until it is told to end.

Not `celery -A workers.app worker`, which would do the same: that program imports all its other
commands first, a quarter of a second of each start.
"""

from __future__ import annotations

# what a worker imports when it begins: from here, `up` has it imported before the broker answers
import celery.concurrency.prefork
import celery.worker
import kombu.transport.redis

from shared.broker.app import worker_options
from workers.app import app, settings

LOADED_EARLY = (celery.concurrency.prefork, celery.worker, kombu.transport.redis)


def serve() -> int:
    """Work until SIGTERM; return the exit status."""
    worker = app.Worker(**worker_options(settings))
    worker.start()
    return int(worker.exitcode or 0)
