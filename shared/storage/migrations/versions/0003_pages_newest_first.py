"""
pages newest first, at any depth and size

Revision: 0003, after 0002.
"""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

OLD = {
    "ix_deliveries_outcome_reason_id": ("deliveries", ["outcome", "reason", "id"]),
    "ix_deliveries_import_id": ("deliveries", ["import_id"]),
    "ix_deliveries_finished_at": ("deliveries", ["finished_at"]),
}

NEW = {
    "ix_deliveries_received_at_id": ("deliveries", ["received_at", "id"]),
    "ix_deliveries_outcome_reason_received_at_id": (
        "deliveries",
        ["outcome", "reason", "received_at", "id"],
    ),
    "ix_deliveries_provider_received_at_id": ("deliveries", ["provider", "received_at", "id"]),
    "ix_deliveries_import_id_received_at_id": ("deliveries", ["import_id", "received_at", "id"]),
    "ix_deliveries_finished_at_outcome": ("deliveries", ["finished_at", "outcome"]),
    "ix_articles_received_at_id": ("articles", ["received_at", "id"]),
}


def upgrade() -> None:
    """Say what changes."""
    for name, (table, columns) in NEW.items():
        op.create_index(name, table, columns)
    for name, (table, _columns) in OLD.items():
        op.drop_index(name, table_name=table)


def downgrade() -> None:
    """Undo it."""
    for name, (table, columns) in OLD.items():
        op.create_index(name, table, columns)
    for name, (table, _columns) in NEW.items():
        op.drop_index(name, table_name=table)
