"""A publisher that goes on dropping and importing, whatever happens to those who take it."""

from __future__ import annotations

import itertools
import subprocess
import threading
from typing import TYPE_CHECKING, Final

from shared.config import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.chaos.newsroom import File
    from tests.chaos.stack import Stack

IMPORTED: Final = 5
"""Every so-manieth file is not dropped but lies in a folder that is imported."""

FOLDERS: Final = 4
"""Imports, begun one after the other."""

AGAIN: Final = 0.2
"""Seconds until a publisher whose disk is full tries again."""


class Feeder:
    """Drops files in a thread as they are allowed, and imports the rest in processes."""

    def __init__(self, stack: Stack, files: Sequence[File], folder: Path) -> None:
        """Lay out what is to be imported; nothing is given to the stack yet."""
        self._stack = stack
        self._imported = list(files[::IMPORTED])
        self._dropped = [file for number, file in enumerate(files) if number % IMPORTED]
        self._folders = [folder / f"import{number}" for number in range(FOLDERS)]
        for place, file in zip(itertools.cycle(self._folders), self._imported, strict=False):
            place.mkdir(parents=True, exist_ok=True)
            (place / file.name).write_bytes(file.content)
        self._allowed = threading.Semaphore(0)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._drop_all, name="publisher", daemon=True)
        self._running: list[subprocess.Popen[bytes]] = []
        self._given = 0

    def start(self) -> None:
        """Begin; nothing is dropped before it is allowed."""
        self._stack.desk.inbox.mkdir(parents=True, exist_ok=True)
        (self._stack.home / "outgoing").mkdir(exist_ok=True)
        self._thread.start()

    def allow(self, share: float) -> None:
        """Let files be dropped up to such a share of all."""
        wanted = int(len(self._dropped) * share)
        if wanted > self._given:
            self._allowed.release(wanted - self._given)
            self._given = wanted

    def begin_import(self, number: int) -> None:
        """Begin an import, as a user does; it may come to grief and is run again at the end."""
        self._running.append(self._import(self._folders[number % FOLDERS]))

    def importing(self) -> list[int]:
        """Return the imports that run."""
        return [process.pid for process in self._running if process.poll() is None]

    def finish(self) -> None:
        """Wait until all is dropped, and run every import to its end."""
        self.allow(1.0)
        self._thread.join()
        for process in self._running:
            process.wait()
        again = [(folder, self._import(folder)) for folder in self._folders if folder.is_dir()]
        for folder, process in again:
            assert process.wait() == 0, f"the import of {folder} failed"

    def _import(self, folder: Path) -> subprocess.Popen[bytes]:
        with (self._stack.home.parent / "import.out").open("ab") as out:
            return subprocess.Popen(
                self._stack.desk.command("import", str(folder)),
                cwd=ROOT,
                env=self._stack.desk.surroundings(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )

    def _drop_all(self) -> None:
        for number, file in enumerate(self._dropped):
            self._allowed.acquire()
            # written beside the inbox, or in it under a partial name
            aside = self._stack.home / "outgoing" / file.name
            partial = self._stack.desk.inbox / f"{file.name}.part"
            self._put(aside if number % 2 else partial, file)

    def _put(self, first: Path, file: File) -> None:
        while True:
            try:
                first.write_bytes(file.content)
                first.rename(self._stack.desk.inbox / file.name)
            except OSError:  # a full disk, most of all
                self._over.wait(AGAIN)
            else:
                return
