"""
keys that have moved lie in pages, a row for each, and tell a new process themselves that they do

Reads all keys once, in their order: a minute for each million articles. Revision: 0014, after 0013.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

PAIRS = 250
AT_ONCE = 200_000
PAGES_AT_ONCE = 1_000
PART = 32_768
LEAST, GREATEST = -(2**63), 2**63 - 1

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_SOME = sa.text(
    "SELECT key, text_id FROM text_keys WHERE key >= :first AND key <= (SELECT max(key) | 15 FROM "
    "(SELECT key FROM text_keys WHERE key >= :first ORDER BY key LIMIT :many) AS next) ORDER BY key"
)
"""Keys that differ in the last four bits alone are never parted."""
_SOME_PAGES = sa.text(
    "SELECT id, keys, ids FROM key_pages WHERE id > :last ORDER BY id LIMIT :many"
)


def upgrade() -> None:
    """Say what changes."""
    connection = op.get_bind()
    op.create_table(
        "key_pages",
        sa.Column("id", _BIG_ID, autoincrement=False, nullable=False, comment="see key_pages.py"),
        sa.Column("keys", sa.LargeBinary(), nullable=False, comment="in their order, 8 bytes each"),
        sa.Column("ids", sa.LargeBinary(), nullable=False, comment="of the text that has each"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_pages")),
    )
    if connection.dialect.name == "postgresql":
        # hashes do not become smaller, and two rows fill a page: they need not be cut up
        op.execute("ALTER TABLE key_pages SET (toast_tuple_target = 8160)")
        for column in ("keys", "ids"):
            op.execute(f"ALTER TABLE key_pages ALTER COLUMN {column} SET STORAGE EXTERNAL")
    insert = sa.text("INSERT INTO key_pages VALUES (:id, :keys, :ids)")
    gone = sa.text("DELETE FROM text_keys WHERE key <= :last")
    moved = 0
    for keys, ids in _sorted(connection):
        connection.execute(insert, _pages(keys, ids))
        moved += len(keys)
        if connection.dialect.name == "sqlite":
            # in pieces: what one statement takes away is kept in memory, and room that is free used
            connection.execute(gone, {"last": int(keys[-1])})
    op.alter_column("key_moves", "moves", new_column_name="moved")
    if connection.dialect.name == "postgresql":
        op.alter_column("key_moves", "moved", comment="how many keys are in pages")
    connection.execute(sa.text("UPDATE key_moves SET moved = :moved"), {"moved": moved})
    op.drop_table("text_keys")
    op.drop_table("key_gists")


def downgrade() -> None:
    """Undo it."""
    connection = op.get_bind()
    op.create_table(
        "text_keys",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("text_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", "text_id", name=op.f("pk_text_keys")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "key_gists",
        sa.Column("move", sa.BigInteger(), nullable=False, comment="its number, in their order"),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column(
            "gists", sa.LargeBinary(), nullable=False, comment="upper halves of keys that moved"
        ),
        sa.PrimaryKeyConstraint("move", "part", name=op.f("pk_key_gists")),
    )
    insert = sa.text("INSERT INTO text_keys VALUES (:key, :text_id)")
    gists = sa.text("INSERT INTO key_gists VALUES (1, :part, :gists)")
    part = 0
    for keys, ids in _paged(connection):
        pairs = zip(keys.tolist(), ids.tolist(), strict=True)
        connection.execute(insert, [{"key": key, "text_id": text_id} for key, text_id in pairs])
        upper = ((keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(32)).astype("<u4")
        for at in range(0, len(keys), PART):
            row = {"part": part, "gists": upper[at : at + PART].tobytes()}
            connection.execute(gists, row)
            part += 1
    op.alter_column("key_moves", "moved", new_column_name="moves")
    if connection.dialect.name == "postgresql":
        op.alter_column("key_moves", "moves", comment="how many: that of the last gists")
    moves = sa.text("UPDATE key_moves SET moves = :moves")
    connection.execute(moves, {"moves": min(part, 1)})
    op.drop_table("key_pages")


def _sorted(connection: sa.Connection) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield all keys, in their order, with their texts' ids."""
    first = LEAST
    while first <= GREATEST:
        rows = connection.execute(_SOME, {"first": first, "many": AT_ONCE}).all()
        if not rows:
            return
        pairs = np.fromiter(chain.from_iterable(rows), np.int64).reshape(-1, 2)
        yield pairs[:, 0], pairs[:, 1]
        first = (int(pairs[-1, 0]) | 15) + 1


def _pages(keys: NDArray[np.int64], ids: NDArray[np.int64]) -> list[dict[str, int | bytes]]:
    """Return rows of sorted pairs, each with the upper 60 bits of its first key for its place."""
    places = ((keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(4)).view(np.int64)
    cuts = np.unique(np.searchsorted(places, places[::PAIRS])).tolist()
    return [
        {
            "id": int(places[start]),
            "keys": keys[start:end].astype("<i8").tobytes(),
            "ids": ids[start:end].astype("<i8").tobytes(),
        }
        for start, end in zip(cuts, [*cuts[1:], len(keys)], strict=True)
    ]


def _paged(connection: sa.Connection) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield the keys and the texts' ids of many pages at once."""
    last = -1
    while rows := connection.execute(_SOME_PAGES, {"last": last, "many": PAGES_AT_ONCE}).all():
        keys, ids = (b"".join(bytes(row[at]) for row in rows) for at in (1, 2))
        yield np.frombuffer(keys, "<i8"), np.frombuffer(ids, "<i8")
        last = rows[-1].id
