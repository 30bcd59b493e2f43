"""
Whether anything was committed since one last looked, told by the database at the cost of one row.

So what was counted over millions of rows need not be counted again while nothing moves. Equal marks
mean the same rows; other marks may mean nothing, as when a checkpoint was written.
"""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from shared.storage.database.engine import ALONE, READ_ONLY, translated
from shared.storage.database.quick import in_other_words

if TYPE_CHECKING:
    import sqlalchemy as sa


DATA_VERSION: Final = "PRAGMA data_version"


class Movement:
    """The marks of one database, for any number of threads."""

    def __init__(self, engine: sa.Engine) -> None:
        """Take the engine; nothing is connected before the first look."""
        self._engine = engine
        self._lock = Lock()
        self._own: sa.Connection | None = None

    def mark(self) -> str:
        """Return the mark of what can be read now; raises `Retryable`."""
        with translated():
            if self._engine.dialect.name != "postgresql":
                return self._version()
            with self._engine.connect() as connection:
                connection.execution_options(**ALONE)
                # which transactions are over: two looks that agree see the same rows
                return str(connection.exec_driver_sql("SELECT pg_current_snapshot()").scalar())

    def _version(self) -> str:
        """Return SQLite's `data_version`: it tells a connection of the commits of all others."""
        with self._lock:
            if self._own is None:
                self._own = self._engine.connect().execution_options(**{READ_ONLY: True})
            # asked ten times a second: no transaction, and none of SQLAlchemy's detours
            driver: Any = self._own.connection.driver_connection
            try:
                return str(driver.execute(DATA_VERSION).fetchone()[0])
            except sqlite3.Error as error:
                raise in_other_words(self._own, DATA_VERSION, error) from error

    def close(self) -> None:
        """Let go of SQLite's connection."""
        with self._lock:
            if self._own is not None:
                self._own.close()
                self._own = None
