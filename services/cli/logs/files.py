"""Reading the log in `logs/`: its last lines, and those that come, through every rotation."""

from __future__ import annotations

import os
import time
from collections import deque
from typing import TYPE_CHECKING, BinaryIO

from shared.logs import LOG_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

POLL_SECONDS = 0.2
"""Between two looks for new lines: as good as at once to a person."""


def files(folder: Path) -> list[Path]:
    """Return the log files that are there, youngest first: `copydesk.jsonl`, then `….1`, …."""
    rotated = [path for path in folder.glob(f"{LOG_FILE}.*") if path.suffix[1:].isdigit()]
    rotated.sort(key=lambda path: int(path.suffix[1:]))
    return [path for path in (folder / LOG_FILE, *rotated) if path.is_file()]


def last_lines(
    folder: Path, count: int, wanted: Callable[[str], bool], *, until: int | None = None
) -> list[str]:
    """
    Return the last wanted lines, oldest first; `count` 0: all of them.

    `until` is where a `Follower` of the same folder began: what comes after is its business.
    """
    found: list[str] = []
    for path in files(folder):
        room = count - len(found) if count else None
        lines = (line for line in _lines(path, until) if wanted(line))
        found[:0] = deque(lines, maxlen=room)
        until = None
        if count and len(found) >= count:
            break
    return found


def _lines(path: Path, until: int | None) -> Iterator[str]:
    """Yield the whole lines of a file, as far as `until` bytes."""
    place = 0
    with path.open("rb") as lines:
        for line in lines:
            place += len(line)
            if until is not None and place > until:
                return
            yield line.decode("utf-8", "replace")


class Follower:
    """The lines that are written from now on; made before the last lines are read."""

    def __init__(self, folder: Path) -> None:
        """Begin at the end of the log."""
        self._path = folder / LOG_FILE
        self._file: BinaryIO | None = None
        self._rest = b""
        self.began_at = 0
        """Bytes of the log that were there already."""
        if self._path.exists():
            self._file = self._path.open("rb")
            self.began_at = self._file.seek(0, os.SEEK_END)

    def follow(self, sleep: Callable[[float], object] = time.sleep) -> Iterator[str]:
        """Yield each new line when it is whole; a log that was moved aside is read to its end."""
        try:
            while True:
                moved = self._was_moved()
                yield from self._new_lines()
                if moved:
                    self._open_anew()
                else:
                    sleep(POLL_SECONDS)
        finally:
            self._close()

    def _was_moved(self) -> bool:
        """Return whether the path is another file now. Asked before reading: nothing is missed."""
        try:
            there = self._path.stat()
        except FileNotFoundError:
            return False
        if self._file is None:
            return True
        held = self._stat()
        return (there.st_ino, there.st_dev) != held

    def _stat(self) -> tuple[int, int]:
        assert self._file is not None
        stat = os.fstat(self._file.fileno())
        return stat.st_ino, stat.st_dev

    def _new_lines(self) -> Iterator[str]:
        if self._file is None:
            return
        while part := self._file.readline():
            self._rest += part
            if self._rest.endswith(b"\n"):
                line, self._rest = self._rest, b""
                yield line.decode("utf-8", "replace")

    def _open_anew(self) -> None:
        self._close()
        self._file, self._rest = self._path.open("rb"), b""

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
