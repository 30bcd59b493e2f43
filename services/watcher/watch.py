"""
The watcher's loop: signs in, whole files claimed, rows written, hints sent; in batches, one thread.

Nothing here waits for a writer, a broker, a database or a large file: what cannot go on now is left
where it is safe (in the inbox, or claimed on disk) and looked at again when its time has come.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from functools import partial
from typing import TYPE_CHECKING, Final

import structlog

from services.file_names import shown
from services.watcher.arrivals.access import Inbox, NotTaken, Sighted, Why
from services.watcher.arrivals.events import Arrived, Event, FolderArrived, Waker
from services.watcher.arrivals.leases import Prover
from services.watcher.arrivals.scan import Scans
from services.watcher.arrivals.sources import open_source
from services.watcher.arrivals.stability import Arrivals, Sign
from services.watcher.left_in_inbox import Said
from services.watcher.registering.backoff import Backoff
from services.watcher.registering.carrying import BACKLOG, Carrying
from shared.errors import Retryable
from shared.raw import PASSING, open_raw, passing_failures

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.watcher.claims.taking import Step
    from services.watcher.registering.enqueue import HintSender
    from shared.config import Settings
    from shared.storage import Storage

log = structlog.get_logger(__name__)

LONGEST_SLEEP: Final = 5.0
"""Seconds between two rounds when nothing happens; also how old the sign of life may be."""

BATCH_BYTES: Final = 16 * 1024 * 1024
"""A round claims no more than about so much, so that its hints leave soon."""

DISK_FAILS: Final = 3
"""Failures in one round after which it is the disk that fails, and not a file."""

STALE_COPY: Final = 3600.0
"""Seconds after which an unfinished copy in the raw store belongs to nobody."""


class Watcher:
    """One inbox, watched."""

    def __init__(
        self,
        settings: Settings,
        storage: Storage,
        hints: HintSender,
        after: Callable[[Step], None] = lambda _step: None,
    ) -> None:
        """Join the parts; `after` is called at each step of a file's way, for tests of crashes."""
        self._settings = settings
        self._waker = Waker()
        self._source = open_source(settings.watch, self._waker)
        self._prover = Prover(trusting=settings.watch != "poll")
        self._said = Said()
        self._scans = Scans(settings.inbox, self._source, self._prover, self._said.leave)
        self._arrivals = Arrivals(settings.settle_seconds)
        self._store = open_raw(settings)
        self._carrying = Carrying(
            settings, storage, hints, self._store, self._prover, after, self._waker.wake
        )
        self._batch = settings.batch_items
        self._disk = Backoff()
        self._rescan_at = 0.0
        self._poll_at = 0.0
        self._stopping = False

    def stop(self) -> None:
        """End after the round in hand; may be called by a signal handler or another thread."""
        self._stopping = True
        self._waker.wake()

    def run(self) -> None:
        """Watch until `stop`."""
        log.info("watching", inbox=str(self._settings.inbox), mode=self._source.mode)
        try:
            self._store.prepare()
            while not self._stopping:
                self.round()
            self._carrying.carry(time.monotonic())
            log.info("stopped", received=self._carrying.received)
        finally:
            self._carrying.stop()
            self._store.close()
            self._source.close()
            self._waker.close()

    def round(self) -> None:
        """Take what events there are (waiting for the first), and do one batch of each kind."""
        for event in self._source.wait(self._patience(time.monotonic())):
            self._take(event, time.monotonic())
        now = time.monotonic()
        self._plan_scans(now)
        self._carrying.keep_again(now)
        for path, go_on in self._carrying.ended():
            self._attempt(path, go_on)
        if self._may_claim(now):
            self._read_scan(now)
            self._claim(now)
        self._carrying.carry(now)
        with contextlib.suppress(OSError):  # a sign of life that cannot be given says enough
            (self._settings.run / "watcher.alive").touch()

    def _patience(self, now: float) -> float:
        """Return the seconds until something is to be done that no event will tell of."""
        times = [self._rescan_at, now + LONGEST_SLEEP, self._carrying.next_due(now)]
        if self._scans.polled:
            times.append(self._poll_at)
        if not self._disk.ready(now):
            times.append(self._disk.until)
        elif self._may_claim(now):
            times += [now] if self._scans.busy else []
            times += [due] if (due := self._arrivals.next_due()) is not None else []
        return max(0.0, min(times) - now)

    def _may_claim(self, now: float) -> bool:
        return self._disk.ready(now) and not self._carrying.full

    def _take(self, event: Event, now: float) -> None:
        if isinstance(event, Arrived):
            if self._arrivals.full:
                self._scans.ask()  # it waits in the folder, and the scan will find it
            else:
                self._arrivals.notice(event.path, event.sign, now)
        elif isinstance(event, FolderArrived):
            self._scans.ask(event.path)
        else:
            log.info("events_lost", then="the inbox is scanned")
            self._scans.ask()

    def _plan_scans(self, now: float) -> None:
        if now >= self._rescan_at:
            self._rescan_at = now + self._settings.rescan_seconds
            self._scans.ask()
            self._carrying.recover()
            self._store.tidy(time.time() - STALE_COPY)
        if self._scans.polled and now >= self._poll_at:
            self._poll_at = now + self._settings.poll_seconds
            if not self._scans.busy:
                self._scans.ask_polled()

    def _read_scan(self, now: float) -> None:
        """Read the scan on, until there is a batch to look at; a backlog makes larger batches."""
        found = self._scans.found()
        while self._arrivals.ready < self._batch and not self._arrivals.full:
            path = next(found, None)
            if path is None:
                break
            self._arrivals.notice(path, Sign.FOUND, now)
        backlog = self._arrivals.ready >= self._batch
        smallest, largest = self._settings.batch_items, self._settings.batch_items * BACKLOG
        self._batch = min(self._batch * 2, largest) if backlog else smallest

    def _claim(self, now: float) -> None:
        """Look at a batch of files, and claim those that are whole."""
        taken = failed = 0
        with Inbox(self._settings.inbox, self._prover) as inbox:
            for path in itertools.islice(self._arrivals.due(now), self._batch):
                size = self._attempt(path, partial(self._look, inbox, path), failed)
                taken, failed = taken + (size or 0), failed + (size is None)
                if taken > BATCH_BYTES or failed >= DISK_FAILS:
                    return
        if taken and self._disk.succeeded():
            log.info("disk_back")

    def _look(self, inbox: Inbox, path: str) -> int:
        """Look at one file; return its size in bytes when it was claimed, else 0."""
        file = inbox.look(path)
        try:
            return self._take_whole(file)
        finally:
            file.close()

    def _attempt(self, path: str, act: Callable[[], int | None], failed: int = 0) -> int | None:
        """Return what came of a file, and note what stood in its way; None when the disk failed."""
        try:
            with passing_failures():
                return self._done(path, act)
        except Retryable as error:
            self._fail(path, error, alone=failed + 1 < DISK_FAILS)
            return None

    def _done(self, path: str, act: Callable[[], int | None]) -> int:
        try:
            return act() or 0
        except NotTaken as error:
            self._said.leave(error.relative, error.why)
        except FileNotFoundError:
            pass  # it was removed or renamed meanwhile; its new name has a sign of its own
        except BlockingIOError:
            self._arrivals.later(path, self._settings.settle_seconds, time.monotonic())
            return 0
        except OSError as error:
            if error.errno in PASSING:
                raise
            log.warning("look_failed", name=shown(path), reason=str(error))
        self._arrivals.forget(path)
        return 0

    def _take_whole(self, file: Sighted) -> int:
        if not self._arrivals.judge(file.relative, file.look, time.monotonic()):
            return 0
        self._carrying.claim(file)
        return file.look.size

    def _fail(self, path: str, error: Retryable, *, alone: bool) -> None:
        """Put a file off that the disk failed at; with several in a row, put all claiming off."""
        now = time.monotonic()
        self._arrivals.later(path, LONGEST_SLEEP, now)
        if alone and not self._disk.failures:
            self._said.leave(path, Why.DISK_ERROR, str(error))
        elif not alone and self._disk.failed(now):
            log.warning("disk_away", reason=str(error), then="files wait in the inbox")
