"""
what is long is compressed by lz4, where PostgreSQL has it; a comment says what `items` is

What is stored already stays as it is, and is read as before. Revision: 0015, after 0014.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

LONG = (
    ("articles", "body"),
    ("articles", "provenance"),
    ("search_entries", "words"),
    ("former_readings", "reading"),
)


def upgrade() -> None:
    """Say what changes: a body costs a third of its own method, much of it under the store lock."""
    if _has_lz4():
        _compress("lz4")
    _say_of_items("items by word, also so far")


def downgrade() -> None:
    """Undo it."""
    if _has_lz4():
        _compress("default")
    _say_of_items("items by word")


def _say_of_items(comment: str) -> None:
    if _postgresql():  # SQLite keeps no comments
        op.execute(f"COMMENT ON COLUMN deliveries.items IS '{comment}'")


def _compress(method: str) -> None:
    for table, column in LONG:
        for each in (table, *_parts(table)):
            op.execute(f"ALTER TABLE {each} ALTER COLUMN {column} SET COMPRESSION {method}")


def _parts(table: str) -> list[str]:
    """Return its partitions, quoted: those that are there keep the method that they began with."""
    parts = sa.text(
        "SELECT c.oid::regclass::text FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid "
        # somebody else may have made them: a method is no reason to fail
        "WHERE inhparent = CAST(:name AS regclass) AND pg_has_role(c.relowner, 'USAGE')"
    )
    return list(op.get_bind().execute(parts, {"name": table}).scalars())


def _has_lz4() -> bool:
    """Return whether this server does: since PostgreSQL 14, and if it was built so."""
    if not _postgresql():
        return False
    methods = "SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression'"
    found = op.get_bind().execute(sa.text(methods)).scalar()
    return "lz4" in (found or ())


def _postgresql() -> bool:
    return bool(op.get_bind().dialect.name == "postgresql")
