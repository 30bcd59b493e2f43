"""How Alembic runs our migrations: in one transaction, on the engine that it is given."""

from __future__ import annotations

from alembic import context

from shared.storage import grants, revision
from shared.storage.engine import STORE_LOCK
from shared.storage.tables import metadata

engine = context.config.attributes["engine"]

with engine.connect() as connection:
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
