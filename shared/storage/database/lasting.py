"""Making what was committed in haste outlast a power cut, while others write on."""

from __future__ import annotations

import contextlib
import os
import weakref
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from shared.raw.disk import passing_failures
from shared.storage.database.engine import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable

UNHEARD = sa.text("SELECT pg_logical_emit_message(true, 'copydesk', '')")
"""A word in PostgreSQL's log that changes nothing: the commit of nothing waits for no disk."""

CHUNK: Final = 1024 * 1024

CLOSED: Final = -1
"""No descriptor."""


class Lasting:
    """
    What flushes the log of one database.

    PostgreSQL's log is flushed in the order of its commits. SQLite's is a file beside the database;
    who waits for its disk here holds no lock, and where it is gone it was copied, and flushed then.

    Of a flush that failed Linux tells each open descriptor once, and takes what lies in memory for
    written from then on. So the log stays open from one flush to the next: a descriptor of its own
    for each would hear nothing of what a worker's flush was told. And of a log that something
    failed for, or may have before it was opened here, the bytes are written once more first.
    """

    def __init__(self, engine: sa.Engine) -> None:
        """Take a database; nothing is opened before the first use."""
        self._engine = engine
        self._name = f"{engine.url.database}-wal" if engine.dialect.name == "sqlite" else ""
        self._log = CLOSED
        self._believed = False
        self._close: Callable[[], object] = lambda: None

    def wait(self) -> None:
        """Return when all that was committed before outlasts a power cut; raises `Retryable`."""
        if not self._name:
            with self._engine.connect() as connection:
                connection.execution_options(**ALONE).execute(UNHEARD)
            return
        with passing_failures(), contextlib.suppress(FileNotFoundError):
            self._open()
            believed, self._believed = self._believed, False
            if believed:
                os.fsync(self._log)
            else:
                self._write_anew()
            self._believed = True

    def _write_anew(self) -> None:
        """Write what the log holds over itself: under the lock, so that nobody begins it anew."""
        with self._engine.begin():
            place = 0
            while chunk := os.pread(self._log, CHUNK, place):
                place += os.pwrite(self._log, chunk, place)
            os.fsync(self._log)

    def _open(self) -> None:
        """Open the log unless it is open; it goes with the last connection, and another comes."""
        there = os.stat(self._name)  # noqa: PTH116 - once for each batch
        if self._log == CLOSED or not os.path.samestat(os.fstat(self._log), there):
            self.close()
            self._log = os.open(self._name, os.O_RDWR)
            self._close = weakref.finalize(self, os.close, self._log)

    def close(self) -> None:
        """Let go of the log."""
        self._log, self._believed = CLOSED, False
        self._close()
