"""Texts: what deduplication keeps of a body, once for all articles that have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.repository import Repository
from shared.storage.tables import articles, text_keys, texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.filing import Filing


class Texts(Repository):
    """The rows of `texts` and `text_keys`, inside one transaction that holds the store lock."""

    def write(self, filings: Sequence[Filing]) -> dict[bytes, int]:
        """Write the texts that are not there, with their keys; return the id of each text."""
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        found = self._connection.execute(
            sa.select(
                texts.c.text_hash, texts.c.id, (texts.c.features == b"").label("emptied")
            ).where(self._among(texts.c.text_hash, prints))
        ).all()
        ids = {row.text_hash: row.id for row in found}
        emptied = [prints[row.text_hash] for row in found if row.emptied]
        newest = sa.select(sa.func.coalesce(sa.func.max(texts.c.id), 0))
        last: int = self._connection.execute(newest).scalar_one()
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
        # in the order of the index: neighbours go to the same page
        keyless = [*fresh, *emptied]
        keys = sorted((key, ids[p.text_hash]) for p in keyless for key in set(p.keys))
        self._insert_pairs(text_keys, keys)
        return ids

    def empty(self) -> None:
        """Forget features and keys, for all texts to be written anew."""
        self._connection.execute(text_keys.delete())
        self._connection.execute(texts.update().values(features=b""))

    def drop_unused(self) -> None:
        """Remove texts that no article has."""
        used = sa.select(articles.c.text_id)
        self._connection.execute(texts.delete().where(texts.c.id.not_in(used)))
