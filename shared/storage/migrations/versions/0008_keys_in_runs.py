"""
candidate keys wait in runs, a row for each batch, and move to text_keys in bulk

Keys that are in text_keys already stay there. Revision: 0008, after 0007.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Say what changes."""
    op.create_table(
        "key_runs",
        sa.Column("id", BIG_ID, autoincrement=False, nullable=False),
        sa.Column("chain", sa.BigInteger(), nullable=False, comment="a digest of all runs so far"),
        sa.Column(
            "keys", sa.LargeBinary(), nullable=False, comment="of one batch, and their text ids"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_runs")),
    )
    if op.get_bind().dialect.name == "postgresql":
        # hashes do not become smaller: it need not be tried
        op.execute("ALTER TABLE key_runs ALTER COLUMN keys SET STORAGE EXTERNAL")
    op.create_table(
        "key_moves",
        sa.Column("id", BIG_ID, autoincrement=False, nullable=False, comment="1: there is one row"),
        sa.Column("first", sa.BigInteger(), nullable=False, comment="the first run that is there"),
        sa.Column(
            "frozen", sa.BigInteger(), nullable=False, comment="the last run that moves, or 0"
        ),
        sa.Column("below", sa.BigInteger(), nullable=False, comment="smaller keys have moved"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_moves")),
    )


def downgrade() -> None:
    """Undo it; keys that have not moved are found again by `copydesk dedup rebuild`."""
    op.drop_table("key_moves")
    op.drop_table("key_runs")
