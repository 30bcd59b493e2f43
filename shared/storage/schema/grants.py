"""
What the writer and the reader of `deploy/roles.sql` may do, granted anew with each migration.

PostgreSQL alone has roles; where those of ours are not there, nothing is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from shared.storage.schema.views import VIEWS
from shared.storage.tables import change_log, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITER: Final = "copydesk_writer"
READER: Final = "copydesk_reader"

APPEND_ONLY: Final = frozenset({change_log.name})
"""What was said in the feed is never taken back, by a defect neither."""


def apply(connection: sa.Connection) -> list[str]:
    """Grant inside an open transaction; return the roles that are there."""
    if connection.dialect.name != "postgresql":
        return []
    found = connection.execute(
        sa.text("SELECT rolname FROM pg_roles WHERE rolname IN (:writer, :reader)"),
        {"writer": WRITER, "reader": READER},
    )
    roles = sorted(found.scalars())
    for role in roles:
        for statement in _writer() if role == WRITER else _reader():
            connection.exec_driver_sql(statement)
    return roles


def _writer() -> Iterator[str]:
    for table in metadata.sorted_tables:
        rights = "SELECT, INSERT" if table.name in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
        yield f"REVOKE ALL ON {table.name} FROM {WRITER}"
        yield f"GRANT {rights} ON {table.name} TO {WRITER}"
    yield f"GRANT SELECT ON alembic_version, {', '.join(VIEWS)} TO {WRITER}"


def _reader() -> Iterator[str]:
    for table in metadata.sorted_tables:
        yield f"REVOKE ALL ON {table.name} FROM {READER}"
    yield f"GRANT SELECT ON {', '.join(VIEWS)} TO {READER}"
