"""What writes the log: to its file and to standard output, stopping nobody where that fails."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator


class PatientFileHandler(WatchedFileHandler):
    """
    Writes to the log file while that can be done, and stops nobody while it cannot.

    On a full disk, or where someone removed the folder or its permissions, the work goes on and
    its lines are lost; standard error is told so once.
    """

    failing = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        try:
            self.put(self.format(record) + self.terminator)
        except Exception:  # noqa: BLE001 - a line that cannot be rendered must not end the work
            self.handleError(record)

    def put(self, text: str) -> None:
        """Write whole lines; the file is opened again when it was moved or removed."""
        with _locked(self):
            try:
                self.reopenIfNeeded()
                if self.stream is None:
                    Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
                    self.stream = self._open()
                    self._statstream()
                if self.failing and self._is_torn():
                    text = self.terminator + text
                self.stream.write(text)
                self.flush()
            except OSError as error:
                self._lose(error)
            else:
                self.failing = False

    def _is_torn(self) -> bool:
        """Return whether the file ends amid a line: what had no room for the rest of it."""
        with Path(self.baseFilename).open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - 1))
            return file.read() not in (b"", b"\n")

    def _lose(self, error: OSError) -> None:
        stream, self.stream = self.stream, None
        if stream is not None:
            with contextlib.suppress(OSError):  # what is buffered cannot be written either
                stream.close()
        if not self.failing:
            self.failing = True
            with contextlib.suppress(OSError):  # it may well go to a file on the same disk
                sys.stderr.write(f"the log cannot be written, lines are lost: {error}\n")
                sys.stderr.flush()


class ConsoleHandler(logging.StreamHandler[TextIO]):
    """Writes to standard output."""

    def put(self, text: str) -> None:
        """Write whole lines; when whoever read them has left, the file still has them."""
        with _locked(self), contextlib.suppress(OSError):
            self.stream.write(text)
            self.flush()


@contextlib.contextmanager
def _locked(handler: logging.Handler) -> Iterator[None]:
    handler.acquire()
    try:
        yield
    finally:
        handler.release()
