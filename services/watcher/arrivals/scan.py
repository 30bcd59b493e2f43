"""
The scan: what makes the watcher correct when events are late, lost or not to be had.

A scan is read little by little, between batches, so that a folder of a million files delays no
file that is dropped meanwhile and takes no memory.
"""

from __future__ import annotations

import os
from collections import deque
from typing import TYPE_CHECKING

import structlog

from services.file_names import DEEPEST, shown
from services.watcher.arrivals.access import OPEN_FOLDER, Inbox, NotTaken, Why, walk
from shared.litter import left_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from services.watcher.arrivals.events import Source
    from services.watcher.arrivals.leases import Prover

log = structlog.get_logger(__name__)


class Scans:
    """Folders to be scanned, the scan that runs, and the folders that have to be polled."""

    def __init__(
        self, root: Path, source: Source, prover: Prover, ignored: Callable[[str, Why], None]
    ) -> None:
        """Scan below `root`; each folder met is given to `source` to be watched."""
        self._root = root
        self._source = source
        self._prover = prover
        self._ignored = ignored
        self._asked: deque[str] = deque()
        self._running: Iterator[str] | None = None
        self._short_of_watches = False
        self.polled: set[str] = set()
        self.folders = 0
        """Folders met since the last full scan began."""

    @property
    def busy(self) -> bool:
        """Whether there is something to read on."""
        return self._running is not None or bool(self._asked)

    def ask(self, folder: str = "") -> None:
        """Scan a folder (the whole inbox by default) after those that were asked for before."""
        if folder not in self._asked:
            self._asked.append(folder)

    def ask_polled(self) -> None:
        """Scan the folders whose events this kernel does not tell."""
        for folder in sorted(self.polled):
            above = folder.rpartition("/")[0]
            if not folder or ("" not in self.polled and above not in self.polled):
                self.ask(folder)

    def found(self) -> Iterator[str]:
        """Yield files as they are found; may be left at any time and taken up again later."""
        while self.busy:
            if self._running is None:
                self._running = self._scan(self._asked.popleft())
            path = next(self._running, None)
            if path is None:
                self._running = None
            else:
                yield path

    def _scan(self, folder: str) -> Iterator[str]:
        if folder.count("/") >= DEEPEST:
            self._ignored(folder, Why.TOO_DEEP)
            return
        try:
            if not folder:
                self._begin_anew()
            descriptor = self._open(folder)
        except (FileNotFoundError, NotTaken):
            return  # it is gone again, or has become a link, which the scan above it says
        except OSError as error:
            log.warning("scan_failed", folder=shown(folder), reason=str(error))
            return
        try:
            yield from self._walk(descriptor, folder)
        except OSError as error:
            log.warning("scan_failed", folder=shown(folder), reason=str(error))
        finally:
            os.close(descriptor)

    def _begin_anew(self) -> None:
        self._root.mkdir(parents=True, exist_ok=True)
        self.polled.clear()
        self.folders = 0

    def _walk(self, descriptor: int, folder: str) -> Iterator[str]:
        return walk(
            descriptor,
            folder,
            enter=self._enter,
            ignored=self._ignored,
            wanted=lambda relative: not left_alone(relative),
        )

    def _open(self, folder: str) -> int:
        with Inbox(self._root, self._prover) as inbox:
            return os.open(".", OPEN_FOLDER, dir_fd=inbox.folder(folder))

    def _enter(self, relative: str, folder: int) -> None:
        self.folders += 1
        watched = self._source.watch(relative, folder)
        local = self._prover.local(os.fstat(folder).st_dev, self._root / relative)
        if not (watched and local):
            self.polled.add(relative)
        if not watched and self._source.mode == "events" and not self._short_of_watches:
            self._short_of_watches = True
            log.warning(
                "watches_used_up", then="polling", remedy="raise fs.inotify.max_user_watches"
            )
