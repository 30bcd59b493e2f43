"""
Candidate keys: which stored texts share one with a batch.

Keys are hashes: written one by one to a table in their order, each would lie on a page of its own,
and a page is what a database reads, changes and logs. So a batch's keys go first into one row of
`key_runs`, whole; each process keeps the latest runs sorted in its memory. When there are
enough of them they move to `text_keys`, neighbours together, a slice of all that waits with each
batch: so a page takes many keys at once, and nobody ever waits for a long move.

Almost every look-up in `text_keys` would find nothing: a filter in the memory of each process says
so beforehand. What it needs to know of each key is written to `key_gists` in the transaction that
ends a move, four bytes a key; a new process reads those of one move with each look-up, and every
run since. A process that may have missed a run begins again.

While a run moves, some of its keys are in both places: a key found twice is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import sqlalchemy as sa

from shared.storage.among import among
from shared.storage.gists import KeyGists
from shared.storage.recent_keys import Mark, Pairs, Run
from shared.storage.repository import Repository
from shared.storage.tables import key_moves, key_runs, text_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.storage.recent_keys import Numbers, RecentKeys

FULL = 1_000_000
"""
Keys that wait before they move: 43,000 articles. At the most twice as many are in the memory of a
process, 16 bytes each.
"""
AHEAD = 1.1
"""How many keys move for each that comes: what moves is gone before the next is due."""
LEAST = -(2**63)

_SEEN = sa.bindparam("seen", type_=sa.BigInteger)
_LAST = key_runs.alias("last")
_NEWER = (
    sa.select(
        key_moves.c.first,
        key_moves.c.frozen,
        key_moves.c.below,
        sa.select(_LAST.c.chain).where(_LAST.c.id == _SEEN).scalar_subquery().label("known"),
        key_runs.c.id.label("run"),
        key_runs.c.chain,
        key_runs.c["keys"].label("packed"),
    )
    .select_from(
        sa.select(sa.literal(1).label("one"))
        .subquery()
        .outerjoin(key_moves, sa.true())
        .outerjoin(key_runs, key_runs.c.id > _SEEN)
    )
    .order_by(key_runs.c.id)
)
"""The runs that are not known yet, each beside the mark; one row at the least."""


NEW_RUN = key_runs.insert()
MOVED = sa.select(text_keys.c.key, text_keys.c.text_id).where(among(text_keys.c.key, "keys"))


class CandidateKeys(Repository):
    """`key_runs` and `text_keys`, inside one transaction that holds the store lock."""

    def __init__(self, connection: sa.Connection, recent: RecentKeys) -> None:
        """Take an open transaction, and what this process knows of the latest keys."""
        super().__init__(connection)
        self._recent = recent
        self._gists = KeyGists(connection)
        self._below: int | None = None

    def find(self, keys: Numbers) -> set[tuple[int, int]]:
        """Return which of the keys, sorted and distinct, are stored, each with its texts' ids."""
        self._catch_up()
        self._gists.tell(self._recent)
        asked = self._recent.moved.perhaps(keys)
        found = set(self._moved(asked)) if len(asked) else set()
        for pairs in self._recent.having(keys):
            found.update(zip(pairs.keys.tolist(), pairs.ids.tolist(), strict=True))
        return found

    def add(self, keys: Numbers, ids: Numbers) -> None:
        """Write the keys of new texts, each pair once."""
        if not len(keys):
            return
        self._catch_up()
        run = self._recent.next_run(Pairs.of(keys, ids))
        row = {"id": run.number, "chain": run.chain, "keys": run.pairs.packed()}
        self._connection.execute(NEW_RUN, row)  # COPY would write the bytes as text
        self._recent.take([run])
        if len(self._recent.frozen):
            self._move(int(len(keys) * AHEAD) + 1)
        elif self._recent.active >= FULL:
            self._recent.freeze()
            self._note(LEAST)

    def empty(self) -> None:
        """Forget all keys."""
        self._catch_up()
        self._connection.execute(text_keys.delete())
        self._connection.execute(key_runs.delete())
        self._gists.empty(self._recent.seen)
        self._recent.forget(Mark(self._recent.seen + 1))
        self._note(LEAST)

    def _catch_up(self) -> None:
        """Learn, once in a transaction, what others have written."""
        if self._below is not None:
            return
        recent = self._recent
        rows = self._connection.execute(_NEWER, {"seen": recent.seen}).all()
        mark = Mark() if rows[0].first is None else Mark(rows[0].first, rows[0].frozen)
        same = rows[0].known is not None and rows[0].known == recent.chain
        if same:
            recent.follow(mark, _runs(rows))
        if not same or recent.mark != mark:
            recent.forget(mark)
            recent.take(_runs(self._connection.execute(_NEWER, {"seen": recent.seen}).all()))
        self._below = LEAST if rows[0].below is None else rows[0].below

    def _move(self, count: int) -> None:
        """Take the next keys of what moves to `text_keys`; the runs go with the last of them."""
        frozen = self._recent.frozen
        start = int(np.searchsorted(frozen.keys, self._below or 0))
        last = min(start + count, len(frozen)) - 1
        end = int(np.searchsorted(frozen.keys, frozen.keys[last], "right"))
        self._insert_pairs(text_keys, frozen.keys[start:end], frozen.ids[start:end])
        if end < len(frozen):
            self._note(int(frozen.keys[end]))
            return
        last = self._recent.mark.frozen
        self._connection.execute(key_runs.delete().where(key_runs.c.id <= last))
        self._gists.write(last, frozen.keys)
        self._recent.thaw()
        self._note(LEAST)

    def _note(self, below: int) -> None:
        """Write the mark, and below which key all has moved."""
        self._below, mark = below, self._recent.mark
        values = {"first": mark.first, "frozen": mark.frozen, "below": below}
        if not self._connection.execute(key_moves.update().values(values)).rowcount:
            self._connection.execute(key_moves.insert().values(id=1, **values))

    def _moved(self, keys: Numbers) -> list[tuple[int, int]]:
        """Look keys up in the table, each by the index, whatever the database knows of its size."""
        if self._postgresql:
            found = self._connection.exec_driver_sql(
                "SELECT found.* FROM unnest(%s::bigint[]) AS wanted (key) CROSS JOIN LATERAL "
                "(SELECT key, text_id FROM text_keys WHERE key = wanted.key OFFSET 0) AS found",
                (f"{{{','.join(map(str, keys.tolist()))}}}",),
            )
        else:
            found = self._connection.execute(MOVED, {"keys": keys.tolist()})
        return [(row[0], row[1]) for row in found]


def _runs(rows: Iterable[Any]) -> list[Run]:
    """Return the runs among the rows of `_NEWER`."""
    return [
        Run(row.run, row.chain, Pairs.unpacked(row.packed)) for row in rows if row.run is not None
    ]
