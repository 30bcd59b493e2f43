"""How Alembic runs our migrations: in one transaction, on the engine that it is given."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from alembic import context

from shared.storage.database.engine import STORE_LOCK
from shared.storage.schema import grants, revision
from shared.storage.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

engine = context.config.attributes["engine"]


@contextlib.contextmanager
def foreign_keys_at_rest(connection: sa.Connection) -> Iterator[None]:
    """Let SQLite put a table in the place of one that others refer to; it knows no other way."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


with engine.connect() as connection, foreign_keys_at_rest(connection):
    if connection.dialect.name == "postgresql":
        # two processes that start at once: the second waits, then finds nothing to do
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({STORE_LOCK + 1})")
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
    )
    with context.begin_transaction():
        context.run_migrations()
        if context.get_context().get_current_revision() == revision.HEAD:
            grants.apply(connection)
    connection.commit()
