"""What serves readers: tokens, followers of the feed, the index of words."""

from __future__ import annotations

import sqlalchemy as sa

from shared.storage.database.column_types import BigId, UtcDateTime, Words
from shared.storage.tables.base import metadata

api_tokens = sa.Table(
    "api_tokens",
    metadata,
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("scope", sa.String(8), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False, unique=True),
    sa.Column("created_at", UtcDateTime, nullable=False),
    sa.Column("expires_at", UtcDateTime),
    sa.Column("revoked_at", UtcDateTime),
    sa.CheckConstraint("scope in ('read', 'operate')", name="scope"),
)
# two valid tokens of one name could not be told apart in the log, nor be revoked one by one
sa.Index(
    "uq_api_tokens_valid_name",
    api_tokens.c.name,
    unique=True,
    sqlite_where=api_tokens.c.revoked_at.is_(None),
    postgresql_where=api_tokens.c.revoked_at.is_(None),
)

followers = sa.Table(
    "followers",
    metadata,
    sa.Column("name", sa.Text, primary_key=True, comment="who follows the feed of changes"),
    sa.Column("seq", sa.BigInteger, nullable=False, comment="the last change that it has done"),
    sa.Column("at", UtcDateTime, nullable=False, comment="when it last moved"),
)

search_entries = sa.Table(
    "search_entries",
    metadata,
    sa.Column(
        "time_key", BigId, primary_key=True, autoincrement=False, comment="see storage/time_keys.py"
    ),
    sa.Column("article_id", sa.Uuid, nullable=False, unique=True),
    sa.Column("words", Words, comment="PostgreSQL's; on SQLite they are in search_words"),
)
sa.Index("ix_search_entries_words", search_entries.c.words, postgresql_using="gin").ddl_if(
    dialect="postgresql"
)
