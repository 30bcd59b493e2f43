"""
The gists of all keys that have moved, for the filter of a process that begins.

They are written in the transaction that moves the keys, and taken away with them, so that they
never know less than `text_keys` holds. The mark counts the moves: where the last gists are not
those of the last move, the filter never says "no", and every key is looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa

from shared.storage.key_filter import gists_of
from shared.storage.repository import Repository
from shared.storage.tables import key_gists

if TYPE_CHECKING:
    from shared.storage.key_pairs import Numbers
    from shared.storage.recent_keys import RecentKeys

PART = 32_768
"""Gists in a row at the most, 128 KB: as large as a run, of which backups hold many in memory."""
AT_ONCE = 128
"""Rows that a new process reads with each look-up: a million gists, after full batches."""
WIDTH = 4
"""Bytes of a gist."""

_AFTER = key_gists.c.move > sa.bindparam("after", type_=sa.BigInteger)
_NEXT_MOVES = (
    sa.select(key_gists.c.move)
    .where(_AFTER)
    .order_by(key_gists.c.move, key_gists.c.part)
    .limit(sa.bindparam("most", type_=sa.Integer))
    .subquery()
)
_NEXT = (
    sa.select(key_gists.c.move, key_gists.c.gists)
    .where(_AFTER, key_gists.c.move <= sa.select(sa.func.max(_NEXT_MOVES.c.move)).scalar_subquery())
    .order_by(key_gists.c.move)
)
"""Whole moves: those that an older Copydesk made have many parts."""
_BYTES = sa.select(sa.func.coalesce(sa.func.sum(sa.func.length(key_gists.c.gists)), 0))


class KeyGists(Repository):
    """`key_gists`, inside one transaction that holds the store lock."""

    def write(self, move: int, keys: Numbers) -> None:
        """Write the gists of the keys, sorted, of a move."""
        gists = gists_of(keys).astype("<u4").tobytes()
        self._connection.execute(key_gists.insert(), {"move": move, "part": 0, "gists": gists})

    def empty(self) -> None:
        """Forget all gists."""
        self._connection.execute(key_gists.delete())

    def tell(self, recent: RecentKeys) -> None:
        """Let a filter that is not whole learn of the next moves, in one that is large enough."""
        moved = recent.moved
        if moved.is_full:
            moved = recent.begin_filter(int(self._connection.execute(_BYTES).scalar_one()) // WIDTH)
        if moved.whole:
            return
        rows = self._connection.execute(_NEXT, {"after": moved.read, "most": AT_ONCE}).all()
        for row in rows:
            moved.add(np.frombuffer(row.gists, "<u4"))
            moved.read = row.move
        moved.whole = len(rows) < AT_ONCE and max(moved.read, 0) == recent.mark.moves
