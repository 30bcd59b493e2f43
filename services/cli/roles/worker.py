"""`copydesk worker`: one Celery worker, with our options."""

from __future__ import annotations

import os
import sys

from shared import config, logs
from shared.config import ROOT
from shared.patience import patiently
from shared.processes import readiness
from shared.storage import Storage


def worker(*, concurrency: int | None = None) -> None:
    """Become a Celery worker; this process is replaced, so that signals reach it directly."""
    settings = config.load(workers=concurrency)
    settings.make_folders()
    logs.configure("worker", settings)
    readiness.begin(settings, "worker")
    storage = Storage.open(settings.database)
    patiently(storage.check)
    storage.close()
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = {
        **os.environ,
        "PYTHONPATH": path,
        "COPYDESK_HOME": str(settings.home),
        "COPYDESK_WORKERS": str(settings.workers),
    }
    os.chdir(ROOT)
    os.execve(sys.executable, [sys.executable, "-m", "workers"], environment)  # noqa: S606 - our own command
