"""
imports can be paused and cancelled, are fed by turns, and keep their own report

Revision: 0004, after 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.storage.database.column_types import Json, UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WAITING = "state = 'received'"
OF_IMPORT = "import_id IS NOT NULL"


def upgrade() -> None:
    """Say what changes."""
    for column in _columns():
        op.add_column("imports", column)
    op.drop_index("ix_deliveries_waiting", "deliveries")
    _index("ix_deliveries_of_import", ["import_id", "outcome", "reason"], OF_IMPORT)
    _index("ix_deliveries_waiting", ["lane", "import_id", "received_at"], WAITING)


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_deliveries_waiting", "deliveries")
    op.drop_index("ix_deliveries_of_import", "deliveries")
    _index("ix_deliveries_waiting", ["lane", "received_at"], WAITING)
    for column in reversed(_columns()):
        op.drop_column("imports", column.name)


def _columns() -> list[sa.Column[object]]:
    return [
        sa.Column(
            "updated_at", UtcDateTime(), comment="the last sign of the process that registers"
        ),
        sa.Column("finished_at", UtcDateTime(), comment="when the last of them had its outcome"),
        sa.Column("paused_at", UtcDateTime()),
        sa.Column("cancelled_at", UtcDateTime()),
        sa.Column(
            "expected", sa.BigInteger(), comment="files that were counted, where that is done"
        ),
        sa.Column("size", sa.BigInteger(), nullable=False, server_default="0", comment="bytes"),
        sa.Column("skipped", Json, nullable=False, server_default="{}", comment="files left out"),
    ]


def _index(name: str, columns: list[str], where: str) -> None:
    op.create_index(
        name,
        "deliveries",
        columns,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
