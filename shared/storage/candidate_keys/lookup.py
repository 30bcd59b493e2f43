"""
Candidate keys: which stored texts share one with a batch.

Keys are hashes: written one by one to a table in their order, each would lie on a page of its own,
and a page is what a database reads, changes and logs. So a batch's keys go first into one row of
`key_runs`, whole; each process keeps the latest runs sorted in its memory. From two million on, a
hand goes round the keys in their order: with each batch it takes all that waits in the next small
range to `key_pages`, as many as came. So a page takes all its new keys of a lap at once, and nobody
ever waits for a long move. What waits is least just behind the hand and most just before it, so
that a page takes twice as many as if all had been laid aside at one moment and then moved.

Almost every look-up would find nothing: a filter in the memory of each process says so beforehand.
A new process reads some pages with each look-up, and every run that is there. A process that may
have missed a run begins again.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.candidate_keys.pages import KeyPages
from shared.storage.candidate_keys.pairs import Pairs
from shared.storage.candidate_keys.recent import Mark, Run
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.tables import key_moves, key_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.storage.candidate_keys.pairs import Numbers
    from shared.storage.candidate_keys.recent import RecentKeys

FULL = 2_000_000
"""Keys that wait, beyond which they move: 87,000 articles, 32 MB in the memory of each process."""
LEAST_MOVED = 4_096
"""Keys that move at once, at the least."""
PART = 32_768
"""And at the most."""
AT_ONCE = 256
"""Runs that are read by one statement: 24 MB of full batches."""

_SEEN = sa.bindparam("seen", type_=sa.BigInteger)
_LAST = key_runs.alias("last")
_RUNS = (
    sa.select(key_runs)
    .where(key_runs.c.id > _SEEN)
    .order_by(key_runs.c.id)
    .limit(AT_ONCE)
    .subquery()
)
_NEWER = Quick(
    sa.select(
        key_moves.c.first,
        key_moves.c.moved,
        key_moves.c.lap.label("hand_lap"),
        key_moves.c.below.label("hand_below"),
        sa.select(_LAST.c.chain).where(_LAST.c.id == _SEEN).scalar_subquery().label("known"),
        *_RUNS.c["id", "chain", "lap", "below"],
        _RUNS.c["keys"].label("packed"),
    )
    .select_from(
        sa.select(sa.literal(1).label("one"))
        .subquery()
        .outerjoin(key_moves, sa.true())
        .outerjoin(_RUNS, sa.true())
    )
    .order_by(_RUNS.c.id)
)
"""The next runs that are not known yet, each beside the mark; one row at the least."""


NEW_RUN = Quick(key_runs.insert())


class CandidateKeys(Repository):
    """`key_runs` and `key_pages`, inside one transaction that holds the store lock."""

    def __init__(self, connection: sa.Connection, recent: RecentKeys) -> None:
        """Take an open transaction, and what this process knows of the latest keys."""
        super().__init__(connection)
        self._recent = recent
        self._pages = KeyPages(connection)
        self._caught_up = False

    def find(self, keys: Numbers) -> set[tuple[int, int]]:
        """Return which of the keys, sorted and distinct, are stored, each with its texts' ids."""
        self._catch_up()
        self._pages.tell(self._recent)
        asked = self._recent.moved.perhaps(keys)
        found = set[tuple[int, int]]()
        for pairs in (*self._pages.having(asked), *self._recent.having(asked)):
            found.update(zip(pairs.keys.tolist(), pairs.ids.tolist(), strict=True))
        return found

    def add(self, keys: Numbers, ids: Numbers) -> None:
        """Write the keys of new texts, each pair once."""
        if not len(keys):
            return
        self._catch_up()
        run = self._recent.next_run(Pairs.of(keys, ids))
        row = {"id": run.number, "chain": run.chain, "lap": run.lap, "below": run.below}
        # COPY would write the bytes as text
        NEW_RUN.run(self._connection, row | {"keys": run.pairs.packed()})
        self._recent.take([run])
        while (more := self._recent.waiting - FULL) >= LEAST_MOVED:
            self._move(min(more, PART))

    def empty(self) -> None:
        """Forget all keys."""
        self._catch_up()
        self._connection.execute(key_runs.delete())
        self._pages.empty()
        self._recent.forget(Mark(self._recent.seen + 1))
        self._note()

    def _catch_up(self) -> None:
        """Learn, once in a transaction, what others have written."""
        if self._caught_up:
            return
        recent = self._recent
        rows = self._newer()
        mark = Mark() if rows[0].first is None else _mark(rows[0])
        if rows[0].known is not None and rows[0].known == recent.chain:
            recent.follow(mark)
        else:
            recent.forget(mark)
            rows = self._newer()
        recent.take(_runs(rows))
        while len(rows) == AT_ONCE:
            rows = self._newer()
            recent.take(_runs(rows))
        self._caught_up = True

    def _newer(self) -> Sequence[Any]:
        """Return rows of `_NEWER`."""
        return _NEWER.run(self._connection, {"seen": self._recent.seen})

    def _move(self, count: int) -> None:
        """Take the next keys to `key_pages`; a run goes with the last of its keys."""
        first = self._recent.mark.first
        self._pages.take_in(self._recent.move(count))
        if self._recent.mark.first > first:
            gone = key_runs.c.id < self._recent.mark.first
            self._connection.execute(key_runs.delete().where(gone))
        self._note()

    def _note(self) -> None:
        """Write the mark."""
        mark = asdict(self._recent.mark)
        if not self._connection.execute(key_moves.update().values(mark)).rowcount:
            self._connection.execute(key_moves.insert().values(id=1, **mark))


def _mark(row: Any) -> Mark:  # noqa: ANN401 - a row of `_NEWER`
    return Mark(row.first, row.hand_lap, row.hand_below, row.moved)


def _runs(rows: Iterable[Any]) -> list[Run]:
    """Return the runs among the rows of `_NEWER`."""
    return [
        Run(row.id, row.chain, row.lap, row.below, Pairs.unpacked(row.packed))
        for row in rows
        if row.id is not None
    ]
