"""What is stored around a batch: all that could bear on its decision, in a few look-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.article import PubStatus
from shared.domain.story import Neighbourhood
from shared.storage.database.among import among
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.tables import UNPLACED, articles, texts
from shared.storage.tables.headlines import keys_aimed_at
from shared.storage.tables.rows import entry_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from shared.domain.filing import Filing
    from shared.domain.story import Entry
    from shared.storage.articles.texts import Texts


def _entries_by(column: sa.Column[Any]) -> sa.Select[Any]:
    """Return the statement that finds entries whose column holds one of `values`."""
    return _entries_where(among(column, "values"))


def _entries_where(found: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return (
        sa.select(
            articles.c.id,
            articles.c.provider,
            articles.c.identity,
            articles.c.local_id,
            articles.c.item_id,
            articles.c.story_id,
            articles.c.content_hash,
            articles.c.title,
            articles.c.length,
            articles.c.published_at,
            articles.c.versioned_at,
            articles.c.version,
            articles.c.reissue,
            articles.c.pub_status,
            articles.c.embargoed_until,
            articles.c.source,
            articles.c.headline_key,
            articles.c.aim,
            texts.c.text_hash,
        )
        .join(texts, texts.c.id == articles.c.text_id)
        .where(found)
        # while stories are rebuilt: what has not its new place yet is not there yet
        .where(articles.c.story_id != UNPLACED)
    )


BY_ID = Quick(_entries_by(articles.c.id))
BY_TEXT = Quick(_entries_by(articles.c.text_id))
BY_ITEM = Quick(_entries_by(articles.c.item_id))
BY_IDENTITY = Quick(_entries_by(articles.c.identity))
_BY_LOCAL_ID = _entries_by(articles.c.local_id)
BY_LOCAL_ID = Quick(_BY_LOCAL_ID)
BINDING_BY_LOCAL_ID = Quick(
    _BY_LOCAL_ID.where(
        (articles.c.pub_status == PubStatus.CANCELED) | articles.c.version.is_not(None)
    )
)
"""A small name alone brings only what it could bind."""
BY_AIM = Quick(_entries_by(articles.c.aim))
_HEADED = articles.alias("headed")
BY_HEADLINE = Quick(
    _entries_where(
        articles.c.text_id.in_(
            sa.select(_HEADED.c.text_id).where(among(_HEADED.c.headline_key, "values"))
        )
    )
)
"""What a notice could speak of, with all copies of it."""


class Surroundings(Repository):
    """Looks up texts and articles, inside one transaction that holds the store lock."""

    def __init__(self, connection: sa.Connection, texts_: Texts) -> None:
        """Take an open transaction, and its texts."""
        super().__init__(connection)
        self._texts = texts_

    def of(self, filings: Sequence[Filing]) -> Neighbourhood:
        """Return all that is stored and could bear on a batch."""
        candidates, text_ids, features = self._candidates(filings)
        entries = {entry.article_id: entry for entry in self._entries(BY_TEXT, text_ids)}
        batch = [filing.entry for filing in filings]
        entries |= self._named(batch)
        entries |= self._noticed(batch)
        items = {entry.item_id for entry in entries.values() if entry.item_id}
        for entry in self._entries(BY_ITEM, items):
            entries[entry.article_id] = entry
        story_ids = {entry.story_id for entry in entries.values() if entry.story_id}
        # most stories have one article, which is at hand
        founders = {each: entries[each] for each in story_ids & entries.keys()}
        others = self._entries(BY_ID, story_ids - entries.keys())
        founders |= {entry.article_id: entry for entry in others}
        return Neighbourhood(
            entries=tuple(entries.values()),
            features=features,
            candidates=candidates,
            founders=founders,
        )

    def _named(self, batch: Sequence[Entry]) -> dict[UUID, Entry]:
        """Look up what the batch's names bring; a small name alone only what it could bind."""
        identities = {entry.identity for entry in batch if entry.identity}
        killed = {e.local_id for e in batch if e.local_id and e.pub_status is PubStatus.CANCELED}
        local = {entry.local_id for entry in batch if entry.local_id} - killed
        found = (
            *self._entries(BY_IDENTITY, identities),
            *self._entries(BY_LOCAL_ID, killed),
            *self._entries(BINDING_BY_LOCAL_ID, local),
        )
        return {entry.article_id: entry for entry in found}

    def _noticed(self, batch: Sequence[Entry]) -> dict[UUID, Entry]:
        """Look up notices that speak of the batch, and what its own notices speak of."""
        headlines = {e.headline for e in batch if e.headline is not None and not e.is_notice}
        aimed = {key for entry in batch for key in keys_aimed_at(entry)}
        found = (*self._entries(BY_AIM, headlines), *self._entries(BY_HEADLINE, aimed))
        return {entry.article_id: entry for entry in found}

    def _candidates(
        self, filings: Sequence[Filing]
    ) -> tuple[dict[bytes, frozenset[bytes]], set[int], dict[bytes, bytes]]:
        """Look up the batch's keys: candidates by text, stored text ids, stored features."""
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        hits, stored = self._texts.around(prints)
        having: dict[int, set[bytes]] = {}
        for key, text_id in hits:
            having.setdefault(key, set()).add(stored[text_id].text_hash)
        found: dict[bytes, frozenset[bytes]] = {}
        for text_hash, print_ in prints.items() if having else ():
            met: set[bytes] = set().union(*(having[key] for key in having.keys() & print_.keys))
            found[text_hash] = frozenset(met - {text_hash})
        return (
            found,
            set(stored),
            {row.text_hash: row.features for row in stored.values()},
        )

    def _entries(self, found_by: Quick, values: Collection[Any]) -> list[Entry]:
        """Return the stored entries that a statement finds by some values."""
        if not values:
            return []
        rows = found_by.run(self._connection, {"values": values})
        return [entry_of(row._asdict()) for row in rows]
