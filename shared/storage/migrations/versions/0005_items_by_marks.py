"""
items by marks and by small names, beside those by guid and address

What an article was called before is what its provider calls it; `copydesk dedup rebuild` finds the
rest. Revision: 0005, after 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes."""
    for column in (
        sa.Column("identity", sa.Uuid(), comment="from provider and guid, else address"),
        sa.Column("local_id", sa.Uuid(), comment="from provider and a guid that says little"),
        sa.Column("reissue", sa.String(24), comment="its mark: correction, update 2"),
    ):
        op.add_column("articles", column)
    op.execute("UPDATE articles SET identity = item_id")
    op.drop_index("ix_articles_item_id", table_name="articles")
    for name in ("identity", "local_id", "item_id"):
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(
            f"ix_articles_{name}", "articles", [name], sqlite_where=where, postgresql_where=where
        )


def downgrade() -> None:
    """Undo it."""
    op.execute("UPDATE articles SET item_id = identity")
    for name in ("identity", "local_id", "item_id"):
        op.drop_index(f"ix_articles_{name}", table_name="articles")
    op.create_index("ix_articles_item_id", "articles", ["item_id"])
    for column in ("reissue", "local_id", "identity"):
        op.drop_column("articles", column)
