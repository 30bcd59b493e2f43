"""`python -m services.watcher`: the watcher as a process of its own."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sys
from typing import TYPE_CHECKING

import structlog

from services.watcher.arrivals.leases import ignore_broken_leases
from services.watcher.watch import Watcher
from shared.broker.hints import Hints
from shared.config import load
from shared.errors import Retryable, UserError
from shared.logs import configure
from shared.observing.at_work import at_work
from shared.processes import readiness
from shared.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from services.watcher.claims.taking import Step
    from shared.config import Settings

log = structlog.get_logger(__name__)


def run(settings: Settings, after: Callable[[Step], None] = lambda _step: None) -> None:
    """
    Watch until SIGTERM or SIGINT.

    Raises `UserError` when another watcher has this inbox or the database was never migrated.

    `after` is called at each step of a file's way, for tests of crashes.
    """
    settings.make_folders()
    ignore_broken_leases()
    storage, hints = Storage.open(settings.database), Hints(settings)
    with alone(settings), contextlib.closing(storage), contextlib.closing(hints):
        try:
            storage.check()
        except Retryable as error:
            log.warning("ledger_away", reason=str(error), then="files are kept and wait")
        watcher = Watcher(settings, storage, hints, after)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda _number, _frame: watcher.stop())
        with at_work(settings, "watcher"):
            watcher.run()


@contextlib.contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the lock of this raw store's watcher; the kernel frees it when the process dies."""
    path = settings.raw / ".watcher.lock"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise UserError(f"another watcher works on {settings.inbox}: stop it first") from error
    try:
        yield
    finally:
        os.close(descriptor)


def main() -> int:
    """Run the watcher; return the exit status."""
    try:
        settings = load()
        configure("watcher", settings)
        readiness.begin(settings, "watcher")
        run(settings)
    except UserError as error:
        log.error("cannot_start", reason=str(error))  # noqa: TRY400 - a person's mistake, no defect
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
