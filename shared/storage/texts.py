"""Texts: what deduplication keeps of a body, once for all articles that have it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
import sqlalchemy as sa

from shared.storage.among import among
from shared.storage.repository import Repository
from shared.storage.tables import articles, texts

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from shared.domain.filing import Filing
    from shared.storage.candidate_keys import CandidateKeys


NEWEST = sa.select(sa.func.coalesce(sa.func.max(texts.c.id), 0))
BY_HASH = {
    "postgresql": sa.select(texts).where(among(texts.c.text_hash, "hashes")),
    # a parameter for each: JSON has no bytes
    "sqlite": sa.select(texts).where(texts.c.text_hash.in_(sa.bindparam("hashes", expanding=True))),
}


class Texts(Repository):
    """Texts and their keys, inside one transaction that holds the store lock."""

    def __init__(self, connection: sa.Connection, keys: CandidateKeys) -> None:
        """Take an open transaction, and its keys."""
        super().__init__(connection)
        self._keys = keys
        self._looked_up: dict[bytes, sa.Row[Any] | None] = {}

    def having(self, hashes: Collection[bytes]) -> dict[bytes, sa.Row[Any]]:
        """Return the stored texts of some hashes; each is looked up once until the next write."""
        missing = [each for each in hashes if each not in self._looked_up]
        if missing:
            self._looked_up |= dict.fromkeys(missing)
            by_hash = BY_HASH[self._connection.dialect.name]
            found = self._connection.execute(by_hash, {"hashes": missing})
            self._looked_up |= {row.text_hash: row for row in found}
        return {each: row for each in hashes if (row := self._looked_up[each]) is not None}

    def write(self, filings: Sequence[Filing]) -> dict[bytes, int]:
        """Write the texts that are not there, with their keys; return the id of each text."""
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        known = self.having(prints)
        ids = {text_hash: row.id for text_hash, row in known.items()}
        emptied = [prints[text_hash] for text_hash, row in known.items() if not row.features]
        self._looked_up.clear()
        last: int = self._connection.execute(NEWEST).scalar_one()
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
        keyless = [(ids[p.text_hash], set(p.keys)) for p in (*fresh, *emptied)]
        if keyless:
            self._keys.add(
                np.fromiter(chain.from_iterable(keys for _, keys in keyless), np.int64),
                np.repeat([text_id for text_id, _ in keyless], [len(keys) for _, keys in keyless]),
            )
        return ids

    def empty(self) -> None:
        """Forget features and keys, for all texts to be written anew."""
        self._keys.empty()
        self._connection.execute(texts.update().values(features=b""))

    def drop_unused(self) -> None:
        """Remove texts that no article has."""
        used = sa.select(articles.c.text_id)
        self._connection.execute(texts.delete().where(texts.c.id.not_in(used)))
