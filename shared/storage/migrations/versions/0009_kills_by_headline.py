"""
kills by headline: what an article's headline is known by, and what a notice aims at

An article that was stored before has no key of its headline, so that a notice which comes later
passes it by, until `copydesk dedup rebuild` has been run. Revision: 0009, after 0008.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

INDEXED = ("headline_key", "aim")


def upgrade() -> None:
    """Say what changes."""
    for column in (
        sa.Column("headline_key", sa.BigInteger(), comment="its day, then 40 bits of a hash"),
        sa.Column("aim", sa.BigInteger(), comment="the headline that a notice speaks of"),
        sa.Column("reason", sa.Text(), comment="why a notice takes it back"),
    ):
        op.add_column("articles", column)
    for name in INDEXED:
        where = sa.text(f"{name} IS NOT NULL")
        op.create_index(
            f"ix_articles_{name}", "articles", [name], sqlite_where=where, postgresql_where=where
        )


def downgrade() -> None:
    """Undo it."""
    for name in INDEXED:
        op.drop_index(f"ix_articles_{name}", table_name="articles")
    for column in ("reason", "aim", "headline_key"):
        op.drop_column("articles", column)
