"""Making what was committed in haste outlast a power cut, while others write on."""

from __future__ import annotations

import contextlib
from pathlib import Path

import sqlalchemy as sa

from shared.raw.disk import flush, passing_failures

UNHEARD = sa.text("SELECT pg_logical_emit_message(true, 'copydesk', '')")
"""A word in PostgreSQL's log that changes nothing: the commit of nothing waits for no disk."""


def lasting(engine: sa.Engine) -> None:
    """
    Return when all that was committed before outlasts a power cut.

    PostgreSQL's log is flushed in the order of its commits. SQLite's is a file beside the database;
    who waits for its disk here holds no lock, and where it is gone it was copied, and flushed then.
    """
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            connection.execute(UNHEARD)
        return
    with passing_failures(), contextlib.suppress(FileNotFoundError):
        flush(Path(f"{engine.url.database}-wal"))
