"""
keys move by a hand that goes round, and leave their gists with each move

What was on its way is taken over where it is. Revision: 0011, after 0010.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

PART = 32_768
LEAST = -(2**63)
EARLIEST = -(2**40)

_BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_GISTS = sa.text("INSERT INTO key_gists VALUES (:number, :part, :gists)")


def upgrade() -> None:
    """Say what changes."""
    connection = op.get_bind()
    mark = connection.execute(sa.text("SELECT first, frozen, below FROM key_moves")).first()
    first, frozen, below = mark or (1, 0, LEAST)
    _rename("run", "move", "its number, in their order")
    moves = max(first - 1, 0)
    moved = _moved(connection, frozen, below)
    if len(moved):
        moves += 1
        _write_gists(connection, moves, moved)
    op.execute("CREATE TABLE runs_before AS SELECT id, chain, keys FROM key_runs")
    op.drop_table("key_runs")
    _create_runs(_number("lap", "where the hand was when it came"), _number("below", None))
    # all that moves was there when the hand began; what came later waits behind it
    connection.execute(
        sa.text(
            "INSERT INTO key_runs (id, chain, lap, below, keys) SELECT id, chain, 0, "
            "CASE WHEN id <= :frozen THEN :least ELSE :below END, keys FROM runs_before"
        ).bindparams(
            sa.bindparam("least", LEAST, sa.BigInteger), sa.bindparam("below", below, sa.BigInteger)
        ),
        {"frozen": frozen},
    )
    op.execute("DROP TABLE runs_before")
    _create_moves(
        _number("lap", "of the hand that takes the keys"),
        _number("below", "smaller keys moved in this lap"),
        _number("moves", "how many: that of the last gists"),
    )
    if mark is not None:
        connection.execute(
            sa.text("INSERT INTO key_moves VALUES (1, :first, 0, :below, :moves)"),
            {"first": first, "below": below, "moves": moves},
        )


def downgrade() -> None:
    """Undo it: all keys that wait move, but those of the last run, which wait again."""
    connection = op.get_bind()
    last = connection.execute(sa.text("SELECT max(id) FROM key_runs")).scalar() or 1
    add = sa.text("INSERT INTO text_keys VALUES (:key, :text_id) ON CONFLICT DO NOTHING")
    remove = sa.text("DELETE FROM text_keys WHERE key = :key AND text_id = :text_id")
    moved = [np.empty(0, np.int64)]
    for number, keys, ids in _runs(connection, last):
        pairs = zip(keys.tolist(), ids.tolist(), strict=True)
        rows = [{"key": key, "text_id": text_id} for key, text_id in pairs]
        connection.execute(remove if number == last else add, rows)
        moved.append(keys)
    _rename("move", "run", "the last run that moved with it")
    earlier = sa.text("UPDATE key_gists SET run = run + :earliest")
    connection.execute(earlier, {"earliest": EARLIEST})
    _write_gists(connection, last - 1, np.sort(np.concatenate(moved)))
    op.execute("CREATE TABLE runs_before AS SELECT id, chain, keys FROM key_runs")
    op.drop_table("key_runs")
    _create_runs()
    connection.execute(
        sa.text("INSERT INTO key_runs SELECT id, chain, keys FROM runs_before WHERE id = :last"),
        {"last": last},
    )
    op.execute("DROP TABLE runs_before")
    _create_moves(
        _number("frozen", "the last run that moves, or 0"),
        _number("below", "smaller keys have moved"),
    )
    if len(moved) > 1:
        connection.execute(
            sa.text("INSERT INTO key_moves VALUES (1, :first, 0, :below)"),
            {"first": last, "below": LEAST},
        )


def _number(name: str, comment: str | None) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=False, comment=comment)


def _rename(old: str, new: str, comment: str) -> None:
    op.alter_column("key_gists", old, new_column_name=new)
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("key_gists", new, comment=comment)


def _create_runs(*more: sa.Column[int]) -> None:
    op.create_table(
        "key_runs",
        sa.Column("id", _BIG_ID, autoincrement=False, nullable=False),
        _number("chain", "a digest of all runs so far"),
        *more,
        sa.Column(
            "keys", sa.LargeBinary(), nullable=False, comment="of one batch, and their text ids"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_runs")),
    )
    if op.get_bind().dialect.name == "postgresql":
        # hashes do not become smaller: it need not be tried
        op.execute("ALTER TABLE key_runs ALTER COLUMN keys SET STORAGE EXTERNAL")


def _create_moves(*more: sa.Column[int]) -> None:
    op.drop_table("key_moves")
    op.create_table(
        "key_moves",
        sa.Column(
            "id", _BIG_ID, autoincrement=False, nullable=False, comment="1: there is one row"
        ),
        _number("first", "the first run that is there"),
        *more,
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_moves")),
    )


def _moved(connection: sa.Connection, frozen: int, below: int) -> NDArray[np.int64]:
    """Return the keys of runs on their way that have moved, sorted: their gists are to come."""
    moved = [keys[keys < below] for _, keys, _ in _runs(connection, frozen)]
    return np.sort(np.concatenate([np.empty(0, np.int64), *moved]))


def _runs(
    connection: sa.Connection, last: int
) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.int64]]]:
    """Yield the number, the keys and the text ids of each run up to one."""
    query = sa.text("SELECT id, keys FROM key_runs WHERE id <= :last ORDER BY id")
    for number, packed in connection.execute(query, {"last": last}).all():
        keys, ids = np.frombuffer(packed, "<i8").reshape(2, -1)
        yield number, keys, ids


def _write_gists(connection: sa.Connection, number: int, keys: NDArray[np.int64]) -> None:
    """Write the upper halves of keys, in parts; one at the least."""
    upper = ((keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(32)).astype("<u4")
    for part in range(0, max(len(keys), 1), PART):
        gists = upper[part : part + PART].tobytes()
        connection.execute(_GISTS, {"number": number, "part": part // PART, "gists": gists})
