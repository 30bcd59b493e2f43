"""`python -m services.sweeper`: looks at the ledger until it is told to stop."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import structlog

from services.sweeper.following import following, index
from services.sweeper.hooks import ANSWER_SECONDS, LONGEST_WAIT, Sending
from services.sweeper.putting_off import PuttingOff
from services.sweeper.resting import Resting
from services.sweeper.rotation import rotate
from services.sweeper.sweep import Sweeper
from shared import clock, config, logs
from shared.broker.hints import Hints
from shared.errors import Retryable
from shared.observing.at_work import at_work
from shared.patience import patiently
from shared.processes import readiness
from shared.processes.stopping import Stop
from shared.storage import Storage

if TYPE_CHECKING:
    from shared.config import Settings

log = structlog.get_logger(__name__)

MEGABYTE = 1024 * 1024


def main() -> None:
    """Sweep until SIGTERM or Ctrl-C."""
    settings = config.load()
    logs.configure("sweeper", settings)
    readiness.begin(settings, "sweeper")
    stop = Stop()
    stop.listen()
    storage = Storage.open(settings.database)
    hints = Hints(settings)
    sweeper = Sweeper(settings, storage, hints)
    words = PuttingOff(settings.search_late_seconds, settings.sweep_seconds)
    followers = [following("search", lambda: index(storage, words), stop, words.pause)]
    for name, hook in settings.hooks.items():
        step = Sending(name, hook, storage).step
        followers.append(
            following(f"hook {name}", step, stop, lambda: settings.sweep_seconds, LONGEST_WAIT)
        )
    with at_work(settings, "sweeper"):
        log.info("sweeping", every_seconds=settings.sweep_seconds)
        _sweep(settings, sweeper, storage, stop)
    for follower in followers:
        follower.join(ANSWER_SECONDS)
    hints.close()
    storage.close()
    log.info("sweeper_stopped")


def _sweep(settings: Settings, sweeper: Sweeper, storage: Storage, stop: Stop) -> None:
    resting = Resting(
        settings.sweep_seconds,
        wait=stop.wait,
        mark=storage.movement.mark,
        import_waits=lambda: _import_waits(storage),
    )
    while not stop.is_set():
        try:
            swept = patiently(
                lambda: sweeper.sweep(clock.now()), give_up=stop.is_set, sleep=stop.wait
            )
        except Retryable:
            break  # told to stop while the database or the broker was away
        if swept.freed or swept.sent:
            log.debug("swept", freed=swept.freed, sent=swept.sent)
        with contextlib.suppress(OSError):  # a log that cannot be moved aside is written on
            rotate(settings.logs / logs.LOG_FILE, settings.log_file_mb * MEGABYTE)
        try:
            resting.rest(emptied=swept.emptied)
        except Retryable:  # the database is away: the next look says so
            stop.wait(settings.sweep_seconds)


def _import_waits(storage: Storage) -> bool:
    with storage.reading() as reading:
        return reading.import_waits()


if __name__ == "__main__":
    main()
