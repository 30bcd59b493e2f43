"""
deliveries can be read again, and what their articles said before is kept

Revision: 0013, after 0012.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.storage.database.column_types import Json, UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes."""
    op.add_column(
        "deliveries",
        sa.Column(
            "rereading",
            sa.Boolean(),
            nullable=True,
            comment="its articles are stored, and it is read again",
        ),
    )
    op.create_table(
        "former_readings",
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime, nullable=False, comment="when its file was read otherwise"),
        sa.Column("delivery_id", sa.Uuid(), nullable=False),
        sa.Column("parser", sa.Text(), nullable=False),
        sa.Column("reading", Json, nullable=False, comment="what the article said until then"),
        sa.PrimaryKeyConstraint("article_id", "at", name=op.f("pk_former_readings")),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("former_readings")
    op.drop_column("deliveries", "rereading")
