"""`copydesk worker`: one Celery worker, with our options."""

from __future__ import annotations

import os
import sys

from shared import config, logs
from shared.config import ROOT
from shared.messages import QUEUES
from shared.storage import Storage


def worker(*, concurrency: int | None = None) -> None:
    """Become a Celery worker; this process is replaced, so that signals reach it directly."""
    settings = config.load(workers=concurrency)
    settings.make_folders()
    logs.configure("worker", settings)
    storage = Storage.open(settings.database)
    storage.check()
    storage.close()
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path, "COPYDESK_HOME": str(settings.home)}
    os.chdir(ROOT)
    os.execve(sys.executable, [sys.executable, *_arguments(settings.workers)], environment)  # noqa: S606 - our own command


def _arguments(concurrency: int) -> list[str]:
    return [
        # root is warned of unpickling; our messages are JSON, checked before use
        *("-W", "ignore:You're running the worker with superuser privileges"),
        *("-m", "celery", "--app", "workers.app", "--quiet", "worker"),
        *("--pool", "prefork", "--concurrency", str(concurrency)),
        # live before bulk: asked in this order
        *("--queues", ",".join(QUEUES.values())),
        *("--hostname", f"copydesk-{os.getpid()}@%h"),
        # workers need not know of each other; the ledger keeps them apart
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        # a child that grew is replaced between two tasks
        *("--max-memory-per-child", str(1024 * 1024)),
    ]
