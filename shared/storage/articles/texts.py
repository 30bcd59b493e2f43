"""Texts: what deduplication keeps of a body, once for all articles that have it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import sqlalchemy as sa

from shared.storage.database.among import among
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.tables import articles, texts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from shared.domain.filing import Filing
    from shared.domain.story import Fingerprint
    from shared.storage.candidate_keys.lookup import CandidateKeys


NEWEST = Quick(sa.select(sa.func.coalesce(sa.func.max(texts.c.id), 0).label("newest")))
BY_ID = Quick(sa.select(texts).where(among(texts.c.id, "ids")))
AT_ONCE = 10_000
"""Texts whose names are written together, 160 KB."""


def name_of(text_hash: bytes) -> int:
    """Return the key that a text is found by: half of its hash, for an index of it costs a page."""
    return int.from_bytes(text_hash[:8], "little", signed=True)


class Texts(Repository):
    """
    Texts and their keys, inside one transaction that holds the store lock.

    Among the keys is each text's name, with the text's id below zero: so it is no candidate of a
    text that has the same number for a key.
    """

    def __init__(self, connection: sa.Connection, keys: CandidateKeys) -> None:
        """Take an open transaction, and its keys."""
        super().__init__(connection)
        self._keys = keys
        self._looked_up: dict[bytes, sa.Row[Any] | None] = {}

    def around(
        self, prints: Mapping[bytes, Fingerprint]
    ) -> tuple[set[tuple[int, int]], dict[int, sa.Row[Any]]]:
        """
        Return the stored keys that a batch's texts have, each with the id of a text that has it.

        And all these texts by id, with those of the batch that are stored.
        """
        keys = chain.from_iterable((name_of(each), *prints[each].keys) for each in prints)
        hits = self._keys.find(np.unique(np.fromiter(keys, np.int64)))
        rows = self._by_id({abs(text_id) for _, text_id in hits})
        self._looked_up |= dict.fromkeys(prints)
        self._looked_up |= {row.text_hash: row for row in rows if row.text_hash in prints}
        near = {(key, text_id) for key, text_id in hits if text_id > 0}
        ids = {text_id for _, text_id in near}
        return near, {row.id: row for row in rows if row.id in ids or row.text_hash in prints}

    def having(self, hashes: Collection[bytes]) -> dict[bytes, sa.Row[Any]]:
        """Return the stored texts of some hashes; each is looked up once until the next write."""
        missing = {each for each in hashes if each not in self._looked_up}
        if missing:
            names = np.unique(np.fromiter(map(name_of, missing), np.int64))
            rows = self._by_id({-text_id for _, text_id in self._keys.find(names) if text_id < 0})
            self._looked_up |= dict.fromkeys(missing)
            self._looked_up |= {row.text_hash: row for row in rows if row.text_hash in missing}
        return {each: row for each in hashes if (row := self._looked_up[each]) is not None}

    def write(self, filings: Sequence[Filing]) -> dict[bytes, int]:
        """Write the texts that are not there, with their keys; return the id of each text."""
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        known = self.having(prints)
        ids = {text_hash: row.id for text_hash, row in known.items()}
        emptied = [prints[text_hash] for text_hash, row in known.items() if not row.features]
        self._looked_up.clear()
        [last] = NEWEST.scalars(self._connection)
        fresh = [print_ for text_hash, print_ in prints.items() if text_hash not in ids]
        ids |= {print_.text_hash: last + step for step, print_ in enumerate(fresh, start=1)}
        self._insert_rows(
            texts,
            [
                {"id": ids[p.text_hash], "text_hash": p.text_hash, "features": p.features}
                for p in fresh
            ],
        )
        if emptied:
            self._connection.execute(
                texts.update().where(texts.c.id == sa.bindparam("text_id")),
                [{"text_id": ids[p.text_hash], "features": p.features} for p in emptied],
            )
        keyed = {ids[p.text_hash]: set(p.keys) for p in (*fresh, *emptied)}
        self._add_keys(keyed, {ids[p.text_hash]: p.text_hash for p in fresh})
        return ids

    def empty(self) -> None:
        """Forget features and keys, for all texts to be written anew; their names stay."""
        self._keys.empty()
        self._connection.execute(texts.update().values(features=b""))
        last = 0
        some = sa.select(texts.c.id, texts.c.text_hash).order_by(texts.c.id).limit(AT_ONCE)
        while rows := self._connection.execute(some.where(texts.c.id > last)).all():
            self._add_keys({}, {row.id: row.text_hash for row in rows})
            last = rows[-1].id

    def drop_unused(self) -> None:
        """Remove texts that no article has, but the last: its id must not come again."""
        used = sa.select(articles.c.text_id)
        last = sa.select(sa.func.max(texts.c.id)).scalar_subquery()
        self._connection.execute(texts.delete().where(texts.c.id.not_in(used), texts.c.id != last))

    def _add_keys(self, keyed: Mapping[int, Collection[int]], named: Mapping[int, bytes]) -> None:
        """Write the keys of some texts and the names of some, all by their ids."""
        names = map(name_of, named.values())
        keys = np.fromiter(chain(*keyed.values(), names), np.int64)
        counts = [*map(len, keyed.values()), *[1] * len(named)]
        ids = np.array([*keyed, *(-text_id for text_id in named)], np.int64)
        self._keys.add(keys, np.repeat(ids, counts))

    def _by_id(self, ids: Collection[int]) -> Sequence[sa.Row[Any]]:
        return BY_ID.run(self._connection, {"ids": ids}) if ids else ()
