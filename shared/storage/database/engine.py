"""Connections: how SQLite and PostgreSQL are opened, and what their errors mean."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy import exc

from shared.config import folders
from shared.errors import Retryable, UserError
from shared.storage.database.quick import in_other_words

if TYPE_CHECKING:
    from collections.abc import Iterator

STORE_LOCK = 0x436F7079_6465736B
"""The PostgreSQL advisory lock of the one writer of articles: "Copydesk" in ASCII."""

READ_ONLY = "copydesk_read_only"

HASTY = "copydesk_hasty"
"""A transaction that a power cut may undo; a kill of any process does not."""

ALONE: Final = {"isolation_level": "AUTOCOMMIT"}
"""PostgreSQL: a statement that is a transaction by itself, asked for once and not three times."""

PATIENCE: Final = 30.0
"""Seconds that SQLite's one writer is waited for."""

LOOK_AGAIN: Final = 0.001
"""Seconds between two looks whether the writer before has ended."""

SQLITE_PRAGMAS = (
    # readers and the one writer do not wait for each other
    "PRAGMA journal_mode = WAL",
    # a row that says "received" survives a power cut: its file is gone from the inbox by then
    "PRAGMA synchronous = FULL",
    f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    # pages, 32 MB: a batch into a large store changes two thousand, and with the default of a
    # thousand each commit copied all of its own back into the file
    "PRAGMA wal_autocheckpoint = 8000",
)

SEARCH_TERMS = "search_terms"
"""SQLite's list of the words in the index of text search, a table of each connection's own."""


def make_engine(url: str) -> sa.Engine:
    """Return an engine for a SQLite or PostgreSQL URL; raises `UserError` for any other."""
    try:
        parsed = sa.make_url(url)
    except exc.ArgumentError as error:
        raise UserError(_bad_url(url)) from error
    if parsed.get_backend_name() == "postgresql":
        return _postgresql(parsed)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return _sqlite(parsed)
    raise UserError(_bad_url(url))


def _bad_url(url: str) -> str:
    shown = url.rsplit("@", maxsplit=1)[-1]
    return (
        f"COPYDESK_DATABASE_URL: {shown!r} is not a database that Copydesk can use; "
        "write postgresql+psycopg://user:password@host/name or sqlite:////path/to/file.db"
    )


def _postgresql(url: sa.URL) -> sa.Engine:
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=4,
        max_overflow=4,
        pool_timeout=10,
        # an hour: balancers and firewalls forget idle connections
        pool_recycle=3600,
        connect_args={
            "connect_timeout": 5,
            "application_name": "copydesk",
            # a host that is cut off says nothing: notice it within some 20 s, idle or not
            "keepalives_idle": 10,
            "keepalives_interval": 3,
            "keepalives_count": 3,
            "tcp_user_timeout": 20_000,
        },
    )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        if connection.get_execution_options().get(HASTY):
            _say(connection, "SET LOCAL synchronous_commit = off")

    return engine


def _sqlite(url: sa.URL) -> sa.Engine:
    folders.make(Path(url.database or "").parent)
    engine = sa.create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        # the driver's own transactions are off: BEGIN is ours, and IMMEDIATE where we write
        connection.isolation_level = None
        for pragma in SQLITE_PRAGMAS:
            connection.execute(pragma)
        # only named here: it opens the index when it is asked
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.{SEARCH_TERMS} "
            "USING fts5vocab(main, search_words, instance)"
        )

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        options = connection.get_execution_options()
        hasty = bool(options.get(HASTY))
        if hasty != connection.info.get(HASTY, False):
            _say(connection, f"PRAGMA synchronous = {'NORMAL' if hasty else 'FULL'}")
            connection.info[HASTY] = hasty
        if options.get(READ_ONLY):
            _say(connection, "BEGIN")
        else:
            _begin_to_write(connection)

    return engine


def _say(connection: sa.Connection, statement: str) -> None:
    """Run a statement without SQLAlchemy's detours, that take longer; its errors in its words."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(statement)
    except connection.dialect.loaded_dbapi.Error as error:
        raise in_other_words(connection, statement, error) from error


def _begin_to_write(connection: sa.Connection) -> None:
    """
    Become SQLite's one writer, as soon as the one before has ended.

    IMMEDIATE, for a deferred transaction that reads first fails at its first write when another
    wrote. SQLite's own waiting sleeps longer from look to look, up to .1 s: two workers that wrote
    by turns left the lock free for a tenth of their time while both slept.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                driver.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not _is_busy(error):
                    break
                time.sleep(LOOK_AGAIN)
            else:
                return
        # once more, for the error in SQLAlchemy's words
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        driver.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """
    Say a database's errors in Copydesk's words.

    A database that is away, busy, full or restarting is `Retryable`; one without our tables is a
    `UserError` with the remedy; everything else is a defect and passes through.
    """
    try:
        yield
    except (exc.OperationalError, exc.InterfaceError, exc.TimeoutError) as error:
        if "no such table" in str(error) or "no such column" in str(error):
            raise UserError(_not_migrated()) from error
        raise Retryable(f"the database cannot be used: {_first_line(error)}") from error
    except exc.ProgrammingError as error:
        if _sqlstate(error) in {"42P01", "42703"}:  # undefined table, undefined column
            raise UserError(_not_migrated()) from error
        if _sqlstate(error) == "42501":  # insufficient privilege
            raise UserError(_not_granted(error)) from error
        raise
    except exc.DBAPIError as error:
        if error.connection_invalidated:
            raise Retryable(f"the database went away: {_first_line(error)}") from error
        raise


def _not_migrated() -> str:
    return "the database has not Copydesk's tables: run ./copydesk migrate"


def _not_granted(error: exc.DBAPIError) -> str:
    return (
        f"the database's user may not do this: {_first_line(error)}; run the roles as "
        "copydesk_writer, and ./copydesk migrate as the tables' owner (deploy/roles.sql)"
    )


def _sqlstate(error: exc.DBAPIError) -> Any:  # noqa: ANN401 - the driver's own attribute
    return getattr(error.orig, "sqlstate", None)


def _first_line(error: Exception) -> str:
    original = getattr(error, "orig", None) or error
    return str(original).strip().split("\n")[0] or type(original).__name__


__all__ = ["ALONE", "HASTY", "READ_ONLY", "SEARCH_TERMS", "STORE_LOCK", "make_engine", "translated"]
