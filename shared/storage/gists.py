"""
The gists of all keys that have moved, for the filter of a process that begins.

They are written in the transaction that ends a move, and taken away with the keys, so that they
never know less than `text_keys` holds, apart from what is on its way and still there as runs. The
last of them names the last run that moved: where it does not (an older Copydesk has moved keys
beside this one), the filter never says "no", and every key is looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import sqlalchemy as sa

from shared.storage.key_filter import gists_of
from shared.storage.repository import Repository
from shared.storage.tables import key_gists

if TYPE_CHECKING:
    from shared.storage.recent_keys import Numbers, RecentKeys

PART = 32_768
"""Gists in a row, 128 KB: as large as a run, which is what backups hold in memory many times."""
WIDTH = 4
"""Bytes of a gist."""

_NEXT_RUN = sa.select(sa.func.min(key_gists.c.run)).where(key_gists.c.run > sa.bindparam("after"))
_NEXT = sa.select(key_gists.c.run, key_gists.c.gists).where(
    key_gists.c.run == _NEXT_RUN.scalar_subquery()
)
_BYTES = sa.select(sa.func.coalesce(sa.func.sum(sa.func.length(key_gists.c.gists)), 0))


class KeyGists(Repository):
    """`key_gists`, inside one transaction that holds the store lock."""

    def write(self, run: int, keys: Numbers) -> None:
        """Write the gists of keys, sorted, that moved up to a run."""
        packed = gists_of(keys).astype("<u4").tobytes()
        step = PART * WIDTH
        parts = [packed[at : at + step] for at in range(0, max(len(packed), 1), step)]
        self._connection.execute(
            key_gists.insert(),
            [{"run": run, "part": number, "gists": part} for number, part in enumerate(parts)],
        )

    def empty(self, run: int) -> None:
        """Forget all gists; no key moved up to a run."""
        self._connection.execute(key_gists.delete())
        self.write(run, np.empty(0, np.int64))

    def tell(self, recent: RecentKeys) -> None:
        """Let a filter that is not whole learn of the next move, in one that is large enough."""
        moved = recent.moved
        if moved.is_full:
            moved = recent.begin_filter(int(self._connection.execute(_BYTES).scalar_one()) // WIDTH)
        if moved.whole:
            return
        rows = self._connection.execute(_NEXT, {"after": moved.read}).all()
        for row in rows:
            moved.add(np.frombuffer(row.gists, "<u4"))
            moved.read = row.run
        moved.whole = not rows and recent.mark.first in {1, moved.read + 1}
