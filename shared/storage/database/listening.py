"""
Waiting for the next change of the feed: PostgreSQL tells, SQLite is asked.

A notification is a hint, as everywhere: whoever waits looks at the feed afterwards, and looks now
and then without one. It is sent inside the transaction, so it comes after the commit or never.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from shared.storage.database.engine import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHANNEL: Final = "copydesk_changes"
"""Of PostgreSQL's NOTIFY; the payload is the number of the last change of the transaction."""

ASK_SECONDS: Final = 0.1
"""Between two looks at SQLite, which has no way to tell another process."""


def telling(seq: sa.ColumnElement[int]) -> sa.ColumnElement[Any]:
    """Return what tells those who listen the feed's end, once the transaction is committed."""
    return sa.func.pg_notify(CHANNEL, sa.cast(seq, sa.Text))


@contextmanager
def listening(engine: sa.Engine) -> Iterator[Callable[[float], None]]:
    """Give what waits for the next change, so many seconds at the most."""
    if engine.dialect.name != "postgresql":
        yield lambda seconds: time.sleep(min(seconds, ASK_SECONDS))
        return
    with engine.connect().execution_options(**ALONE) as connection:
        # the driver's own connection: SQLAlchemy knows no notifications
        driver: Any = connection.connection.driver_connection
        connection.exec_driver_sql(f"LISTEN {CHANNEL}")
        try:
            yield lambda seconds: _heard(driver, seconds)
        finally:
            connection.exec_driver_sql("UNLISTEN *")


def _heard(driver: Any, seconds: float) -> None:  # noqa: ANN401 - psycopg's connection
    """Return with the first notification; the others that came are dropped with it."""
    for _ in driver.notifies(timeout=seconds, stop_after=1):
        pass
