"""
text search, and those who follow the feed

Revision: 0006, after 0005.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from shared.storage.database.column_types import BigId, UtcDateTime, Words

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say what changes."""
    op.create_index(
        "ix_articles_time", "articles", [sa.text("coalesce(published_at, received_at)"), "id"]
    )
    op.create_table(
        "followers",
        sa.Column("name", sa.Text(), nullable=False, comment="who follows the feed of changes"),
        sa.Column(
            "seq", sa.BigInteger(), nullable=False, comment="the last change that it has done"
        ),
        sa.Column("at", UtcDateTime(), nullable=False, comment="when it last moved"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_followers")),
    )
    op.create_table(
        "search_entries",
        sa.Column(
            "time_key",
            BigId,
            autoincrement=False,
            nullable=False,
            comment="see storage/time_keys.py",
        ),
        sa.Column("article_id", sa.Uuid(), nullable=False),
        sa.Column(
            "words",
            Words,
            nullable=True,
            comment="PostgreSQL's; on SQLite they are in search_words",
        ),
        sa.PrimaryKeyConstraint("time_key", name=op.f("pk_search_entries")),
        sa.UniqueConstraint("article_id", name=op.f("uq_search_entries_article_id")),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(
            "ix_search_entries_words", "search_entries", ["words"], postgresql_using="gin"
        )
    else:
        # without content: the text is in `articles`; 'ascii' parts at spaces what we have folded
        op.execute(
            "CREATE VIRTUAL TABLE search_words USING "
            "fts5(words, content='', columnsize=0, tokenize='ascii')"
        )


def downgrade() -> None:
    """Undo it."""
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("ix_search_entries_words", "search_entries")
    else:
        op.execute("DROP TABLE search_words")
    op.drop_table("search_entries")
    op.drop_table("followers")
    op.drop_index("ix_articles_time", "articles")
