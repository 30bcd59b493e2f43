"""
the gists of the candidate keys in text_keys: what a new worker need read of them

Reads all keys once: a quarter of a minute for each million articles. Revision: 0010, after 0009.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

PART = 32_768
TOGETHER = 32
"""Parts under one number, which are read in one transaction: a million keys."""
EARLIEST = -(2**32)


def upgrade() -> None:
    """Say what changes."""
    op.create_table(
        "key_gists",
        sa.Column(
            "run", sa.BigInteger(), nullable=False, comment="the last run that moved with it"
        ),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column(
            "gists", sa.LargeBinary(), nullable=False, comment="upper halves of keys that moved"
        ),
        sa.PrimaryKeyConstraint("run", "part", name=op.f("pk_key_gists")),
    )
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        # hashes do not become smaller: it need not be tried
        op.execute("ALTER TABLE key_gists ALTER COLUMN gists SET STORAGE EXTERNAL")
    moved = connection.execute(sa.text("SELECT first - 1 FROM key_moves")).scalar() or 0
    insert = sa.text("INSERT INTO key_gists (run, part, gists) VALUES (:run, :part, :gists)")
    part = -1
    for part, gists in enumerate(_gists(connection)):
        number = EARLIEST + part // TOGETHER
        connection.execute(insert, {"run": number, "part": part, "gists": gists})
    if moved or part >= 0:  # the last that moved has its number; an empty store stays empty
        connection.execute(insert, {"run": moved, "part": 0, "gists": b""})


def downgrade() -> None:
    """Undo it."""
    op.drop_table("key_gists")


def _gists(connection: sa.Connection) -> Iterator[bytes]:
    """Yield the upper halves of all keys, in parts."""
    part = sa.text("SELECT key FROM text_keys WHERE key >= :first ORDER BY key LIMIT :count")
    first = -(2**63)
    while first < 2**63:
        rows = connection.execute(part, {"first": first, "count": PART})
        keys = np.fromiter(rows.scalars(), np.int64)
        if not len(keys):
            return
        upper = (keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(32)
        yield upper.astype("<u4").tobytes()
        first = int(keys[-1]) + 1
