"""
The candidate keys that have moved: sorted, in pages of a few hundred, a row for each.

A key that comes among others of a page is written together with them, as a page of a B-tree is;
but a row for each key costs a statement's step and twice its bytes, and a page of them one. What
moves at once lies close together: the pages between are read, joined with it and written again.

For each new key all those are written again that have come to lie between it and the next. So
there are *levels*: where a level has become far more dense than what comes to it, all of that range
goes on to the next one. A key is looked up in each level that there is, which are two beyond
some three million articles, and three beyond fifty.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import sqlalchemy as sa

from shared.storage.candidate_keys.filter import gists_of
from shared.storage.candidate_keys.pairs import Pairs, joined
from shared.storage.database import copying
from shared.storage.database.repository import Repository
from shared.storage.tables import key_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from numpy.typing import NDArray

    from shared.storage.candidate_keys.pairs import Numbers
    from shared.storage.candidate_keys.recent import RecentKeys

Statement: TypeAlias = "sa.Select[Any] | sa.UpdateBase | sa.TextClause"

PAIRS = 250
"""In a page: 4,000 bytes, with which its row fits into a page of SQLite's, and twice in one of
PostgreSQL's."""
DENSER = 16
"""How many times as dense as what comes a level becomes, at the least, before it goes on."""
LEVEL = 2**60
"""Places in a level. A page has that of its first key: the upper 60 bits of it."""
DEEPEST = 7
"""The last level that a number of 63 bits has room for; never reached."""
AT_ONCE = 4_096
"""Pages that a new process reads with each look-up: a million keys, 8 MB."""

_LOW, _HIGH, _BASE = (sa.bindparam(name, type_=sa.BigInteger) for name in ("low", "high", "base"))
_BEFORE = key_pages.alias("before")
_FIRST = (
    sa.select(sa.func.max(_BEFORE.c.id)).where(_BEFORE.c.id.between(_BASE, _LOW)).scalar_subquery()
)
_TAKE = (
    key_pages.delete()
    .where(key_pages.c.id >= sa.func.coalesce(_FIRST, _LOW), key_pages.c.id <= _HIGH)
    .returning(key_pages.c["keys"], key_pages.c.ids)
)
_NEXT = (
    sa.select(key_pages.c.id, key_pages.c["keys"])
    .where(key_pages.c.id >= sa.func.coalesce(_FIRST, _LOW))
    .order_by(key_pages.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_LAST = sa.select(sa.func.max(key_pages.c.id))
_AROUND = {
    "sqlite": sa.text("""
        SELECT keys, ids FROM key_pages WHERE id IN (
            SELECT (SELECT max(id) FROM key_pages WHERE id BETWEEN :base AND value)
            FROM json_each(:places)
        ) ORDER BY id
    """),
    "postgresql": sa.text("""
        SELECT page.keys, page.ids FROM (
            SELECT DISTINCT before.id
            FROM unnest(CAST(:places AS bigint[])) AS wanted (place) CROSS JOIN LATERAL (
                SELECT id FROM key_pages WHERE id BETWEEN :base AND place ORDER BY id DESC LIMIT 1
            ) AS before
        ) AS found CROSS JOIN LATERAL (
            SELECT keys, ids FROM key_pages WHERE id = found.id OFFSET 0
        ) AS page ORDER BY found.id
    """),
}
"""The pages of a level that hold some places, in their order."""


class KeyPages(Repository):
    """`key_pages`, inside one transaction that holds the store lock."""

    def having(self, wanted: Numbers) -> Iterator[Pairs]:
        """Yield the pairs of some keys, which are sorted and distinct."""
        last = self._connection.execute(_LAST).scalar() if len(wanted) else None
        for level in range(0 if last is None else last // LEVEL + 1):
            places = json.dumps(_places(wanted, level).tolist())
            if self._postgresql:
                places = f"{{{places[1:-1]}}}"
            around = _AROUND[self._connection.dialect.name]
            rows = self._fetched(around, {"places": places, "base": level * LEVEL})
            yield _pairs(rows).having(wanted)

    def take_in(self, pairs: Pairs, level: int = 0) -> None:
        """Write more pairs of a range, with all that lie between them."""
        low, high = _places(pairs.keys[[0, -1]], level).tolist()
        base = level * LEVEL
        between = _pairs(self._fetched(_TAKE, {"low": low, "high": high, "base": base}))
        every = joined([between, pairs])
        # not everywhere in one lap of the hand
        dense = DENSER * (1 + (low - base) / LEVEL)
        if len(between) > dense * max(len(pairs), PAIRS) and level < DEEPEST:
            self.take_in(every, level + 1)
        else:
            self._insert_rows(key_pages, _rows(every, level))

    def tell(self, recent: RecentKeys) -> None:
        """Let a filter that is not whole, in one large enough, learn of the next pages."""
        moved = recent.begin_filter() if recent.moved.is_full else recent.moved
        if moved.whole:
            return
        # keys move towards higher places alone, and from the runs, which are known: none is missed
        rows = self._fetched(_NEXT, {"low": moved.read, "base": 0, "most": AT_ONCE})
        if rows:
            keys = np.frombuffer(b"".join(packed for _, packed in rows), "<i8")
            moved.add(gists_of(keys))
            moved.read = int(_places(keys[-1:], rows[-1][0] // LEVEL)[0])
        moved.whole = len(rows) < AT_ONCE

    def empty(self) -> None:
        """Forget all keys."""
        self._connection.execute(key_pages.delete())

    def _fetched(self, statement: Statement, values: dict[str, Any]) -> Sequence[Any]:
        """Return the rows of a statement, the cheapest way that each database has."""
        if self._postgresql:
            written = _written(statement, self._connection.dialect)
            return copying.fetch(self._connection, written, values)
        return self._connection.execute(statement, values).all()


@cache
def _written(statement: Statement, dialect: sa.Dialect) -> str:
    """Return a statement as the driver takes it."""
    return str(statement.compile(dialect=dialect))


def _places(keys: Numbers, level: int) -> Numbers:
    """Return where keys lie in the order of all levels."""
    upper: NDArray[np.uint64] = (keys.view(np.uint64) ^ np.uint64(2**63)) >> np.uint64(4)
    return upper.view(np.int64) + np.int64(level * LEVEL)


def _pairs(rows: Iterable[Any]) -> Pairs:
    """Return all pairs of pages, in the pages' order."""
    keys, ids = zip(*rows, strict=True) if rows else ((), ())
    return Pairs(np.frombuffer(b"".join(keys), "<i8"), np.frombuffer(b"".join(ids), "<i8"))


def _rows(pairs: Pairs, level: int) -> list[dict[str, Any]]:
    """Return the pages of sorted pairs: what has one place stays together, however much it is."""
    places = _places(pairs.keys, level)
    cuts = np.unique(np.searchsorted(places, places[::PAIRS]))
    starts, ends = cuts.tolist(), [*cuts[1:].tolist(), len(pairs)]
    return [
        {
            "id": place,
            "keys": pairs.keys[start:end].astype("<i8").tobytes(),
            "ids": pairs.ids[start:end].astype("<i8").tobytes(),
        }
        for place, start, end in zip(places[cuts].tolist(), starts, ends, strict=True)
    ]
