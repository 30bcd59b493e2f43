"""
texts are found by a key beside the others, in the place of an index of their hashes

Reads all texts' hashes once, ten seconds for each million; on SQLite, which writes the texts anew,
half a minute. Revision: 0012, after 0011.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TOGETHER = 4_000_000
"""Texts whose keys are sorted at once: 64 MB."""
AT_ONCE = 100_000
PIECE = 20_000
PART = 32_768
LEAST = -(2**63)
COMMENT = "found by a key, see texts.py"


def upgrade() -> None:
    """Say what changes."""
    connection = op.get_bind()
    moves = connection.execute(sa.text("SELECT moves FROM key_moves")).scalar()
    number = moves or 0
    for names, ids in _named(connection):
        number += 1
        _insert(connection, names, -ids)
        _write_gists(connection, number, names)
    if moves is not None:
        connection.execute(sa.text("UPDATE key_moves SET moves = :moves"), {"moves": number})
    elif number:
        connection.execute(
            sa.text("INSERT INTO key_moves VALUES (1, 1, 0, :below, :moves)"),
            {"below": LEAST, "moves": number},
        )
    if connection.dialect.name == "postgresql":
        op.drop_constraint("uq_texts_text_hash", "texts", type_="unique")
        op.alter_column("texts", "text_hash", comment=COMMENT)
    else:
        _put_in_place(sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")))


def downgrade() -> None:
    """Undo it."""
    connection = op.get_bind()
    op.execute("DELETE FROM text_keys WHERE text_id < 0")
    shorten = sa.text("UPDATE key_runs SET keys = :keys WHERE id = :id")
    for number, packed in connection.execute(sa.text("SELECT id, keys FROM key_runs")).all():
        pairs = np.frombuffer(packed, "<i8").reshape(2, -1)
        kept = pairs[:, pairs[1] > 0]
        connection.execute(shorten, {"id": number, "keys": kept.tobytes()})
    if connection.dialect.name == "postgresql":
        op.alter_column("texts", "text_hash", comment=None)
        op.create_unique_constraint("uq_texts_text_hash", "texts", ["text_hash"])
    else:
        _put_in_place(
            sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
            sa.UniqueConstraint("text_hash", name=op.f("uq_texts_text_hash")),
        )


def _put_in_place(*constraints: sa.Constraint) -> None:
    """Let a table with other constraints take the place of texts; SQLite takes none away."""
    op.create_table(
        "texts_after",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_hash", sa.LargeBinary(), nullable=False),
        sa.Column("features", sa.LargeBinary(), nullable=False),
        *constraints,
    )
    # in pieces: SQLite keeps all that one statement takes away in memory
    connection = op.get_bind()
    move = "INSERT INTO texts_after SELECT id, text_hash, features FROM texts WHERE id <= :last"
    newest = connection.execute(sa.text("SELECT max(id) FROM texts")).scalar() or 0
    for last in range(PIECE, newest + PIECE, PIECE):
        connection.execute(sa.text(move), {"last": last})
        connection.execute(sa.text("DELETE FROM texts WHERE id <= :last"), {"last": last})
    op.drop_table("texts")
    op.rename_table("texts_after", "texts")


def _named(connection: sa.Connection) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield the names of texts, sorted, with their ids."""
    some = sa.text("SELECT id, text_hash FROM texts WHERE id > :last ORDER BY id LIMIT :count")
    last, names, ids = 0, [], []
    while rows := connection.execute(some, {"last": last, "count": AT_ONCE}).all():
        names.append(np.frombuffer(b"".join(bytes(row.text_hash[:8]) for row in rows), "<i8"))
        ids.append(np.fromiter((row.id for row in rows), np.int64))
        last = rows[-1].id
        if sum(map(len, ids)) >= TOGETHER:
            yield _sorted(names, ids)
            names, ids = [], []
    if ids:
        yield _sorted(names, ids)


def _sorted(
    names: list[NDArray[np.int64]], ids: list[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    name, text_id = np.concatenate(names), np.concatenate(ids)
    order = np.argsort(name)
    return name[order], text_id[order]


def _insert(connection: sa.Connection, names: NDArray[np.int64], ids: NDArray[np.int64]) -> None:
    for at in range(0, len(names), AT_ONCE):
        some, of = names[at : at + AT_ONCE].tolist(), ids[at : at + AT_ONCE].tolist()
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(
                "INSERT INTO text_keys SELECT unnest(%s::bigint[]), unnest(%s::bigint[])",
                (some, of),
            )
        else:
            rows = list(zip(some, of, strict=True))
            connection.exec_driver_sql("INSERT INTO text_keys VALUES (?, ?)", rows)


def _write_gists(connection: sa.Connection, number: int, keys: NDArray[np.int64]) -> None:
    """Write the upper halves of keys, in parts."""
    upper = ((keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(32)).astype("<u4")
    insert = sa.text("INSERT INTO key_gists VALUES (:number, :part, :gists)")
    for part in range(0, len(keys), PART):
        gists = upper[part : part + PART].tobytes()
        connection.execute(insert, {"number": number, "part": part // PART, "gists": gists})
