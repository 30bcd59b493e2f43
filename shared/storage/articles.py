"""Writing articles: what is known around a batch, and the batch itself with its consequences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord
from shared.domain.story import (
    ExactDuplicate,
    NearDuplicate,
    Neighbourhood,
    New,
    NewVersion,
    Stale,
)
from shared.storage.changes import Change, ChangeKind
from shared.storage.repository import Repository
from shared.storage.rows import article_row, entry_of, link_row
from shared.storage.stories import Stories
from shared.storage.tables import articles, links, text_keys, texts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from shared.domain.filing import Filing
    from shared.domain.story import Decision, Entry, Standing, Verdict


def word_of(verdict: Verdict) -> OutcomeWord:
    """Return the outcome that an item's verdict gives it."""
    match verdict:
        case New():
            return OutcomeWord.NEW
        case NewVersion():
            return OutcomeWord.NEW_VERSION
        case Stale():
            return OutcomeWord.STALE
        case ExactDuplicate():
            return OutcomeWord.EXACT_DUPLICATE
        case NearDuplicate():
            return OutcomeWord.NEAR_DUPLICATE


class Articles(Repository):
    """Articles, texts and links, inside one transaction that holds the store lock."""

    def words(self, ids: Collection[UUID]) -> dict[UUID, OutcomeWord]:
        """Return, for those of the articles that are stored, the word that each earned."""
        found = self._connection.execute(
            sa.select(articles.c.id, articles.c.verdict).where(self._among(articles.c.id, ids))
        )
        return {row.id: OutcomeWord(row.verdict) for row in found}

    def neighbourhood(self, filings: Sequence[Filing]) -> Neighbourhood:
        """Return all that is stored and could bear on a batch."""
        candidates, text_ids, features = self._candidates(filings)
        item_ids = {filing.entry.item_id for filing in filings if filing.entry.item_id}
        entries = {entry.article_id: entry for entry in self._entries(articles.c.text_id, text_ids)}
        for entry in self._entries(articles.c.item_id, item_ids):
            entries[entry.article_id] = entry
        story_ids = {entry.story_id for entry in entries.values()}
        founders = {entry.article_id: entry for entry in self._entries(articles.c.id, story_ids)}
        return Neighbourhood(
            entries=tuple(entries.values()),
            features=features,
            candidates=candidates,
            founders=founders,
        )

    def _candidates(
        self, filings: Sequence[Filing]
    ) -> tuple[dict[bytes, frozenset[bytes]], set[int], dict[bytes, bytes]]:
        """Look up the batch's keys: candidates by text, stored text ids, stored features."""
        by_key: dict[int, list[bytes]] = {}
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        for text_hash, fingerprint in prints.items():
            for key in fingerprint.keys:
                by_key.setdefault(key, []).append(text_hash)
        hits = self._connection.execute(
            sa.select(text_keys.c.key, text_keys.c.text_id).where(
                self._among(text_keys.c.key, by_key)
            )
        ).all()
        stored = {
            row.id: row for row in self._texts(self._among(texts.c.id, {h.text_id for h in hits}))
        }
        # a text without keys (too short) is still found by its hash
        stored |= {row.id: row for row in self._texts(texts.c.text_hash.in_(prints))}
        found: dict[bytes, set[bytes]] = {}
        for hit in hits:
            for text_hash in by_key[hit.key]:
                found.setdefault(text_hash, set()).add(stored[hit.text_id].text_hash)
        return (
            {text_hash: frozenset(hashes - {text_hash}) for text_hash, hashes in found.items()},
            set(stored),
            {row.text_hash: row.features for row in stored.values()},
        )

    def _texts(self, condition: sa.ColumnElement[bool]) -> sa.Result[Any]:
        return self._connection.execute(sa.select(texts).where(condition))

    def _entries(self, column: sa.Column[Any], values: Collection[Any]) -> list[Entry]:
        """Return the stored entries whose column holds one of the values."""
        if not values:
            return []
        rows = self._connection.execute(
            sa.select(
                articles.c.id,
                articles.c.item_id,
                articles.c.story_id,
                articles.c.content_hash,
                articles.c.title,
                articles.c.length,
                articles.c.published_at,
                articles.c.versioned_at,
                articles.c.version,
                articles.c.pub_status,
                texts.c.text_hash,
            )
            .join(texts, texts.c.id == articles.c.text_id)
            .where(self._among(column, values))
        )
        return [entry_of(row._mapping) for row in rows]  # noqa: SLF001 - SQLAlchemy's public name

    def write(
        self, filings: Sequence[Filing], decision: Decision
    ) -> tuple[list[Change], dict[UUID, OutcomeWord]]:
        """Write a decided batch; return what it changed, for the feed, and each item's word."""
        words = {article_id: word_of(found) for article_id, found in decision.verdicts.items()}
        text_ids = self._write_texts(filings)
        standings = {standing.article_id: standing for standing in decision.standings}
        fresh = {filing.entry.article_id for filing in filings}
        self._connection.execute(
            articles.insert(),
            [
                article_row(
                    filing,
                    text_id=text_ids[filing.entry.text_hash],
                    story_id=decision.stories[filing.entry.article_id],
                    standing=standings[filing.entry.article_id],
                    verdict=decision.verdicts[filing.entry.article_id],
                    word=words[filing.entry.article_id],
                )
                for filing in filings
            ],
        )
        if decision.links:
            self._connection.execute(links.insert(), [link_row(link) for link in decision.links])
        changes = [
            Change(
                kind=ChangeKind.ARTICLE_STORED,
                article_id=article_id,
                story_id=decision.stories[article_id],
                detail={"outcome": word},
            )
            for article_id, word in words.items()
        ]
        changes += self._restand(
            {key: value for key, value in standings.items() if key not in fresh}
        )
        changes += Stories(self._connection).settle(decision, [filing.entry for filing in filings])
        return changes, words

    def _write_texts(self, filings: Sequence[Filing]) -> dict[bytes, int]:
        """Write the texts that are not stored yet; return the id of each text of the batch."""
        prints = {filing.entry.text_hash: filing.fingerprint for filing in filings}
        known = sa.select(texts.c.text_hash, texts.c.id).where(texts.c.text_hash.in_(prints))
        ids = {row.text_hash: row.id for row in self._connection.execute(known)}
        newest = sa.select(sa.func.coalesce(sa.func.max(texts.c.id), 0))
        last: int = self._connection.execute(newest).scalar_one()
        fresh = [print_ for text_hash, print_ in prints.items() if text_hash not in ids]
        ids |= {print_.text_hash: last + step for step, print_ in enumerate(fresh, start=1)}
        if fresh:
            self._connection.execute(
                texts.insert(),
                [
                    {"id": ids[p.text_hash], "text_hash": p.text_hash, "features": p.features}
                    for p in fresh
                ],
            )
        # in the order of the index: neighbours go to the same page
        keys = sorted((key, ids[p.text_hash]) for p in fresh for key in set(p.keys))
        self._insert_pairs(text_keys, keys)
        return ids

    def _restand(self, standings: Mapping[UUID, Standing]) -> list[Change]:
        """Update the standing of stored articles whose item has a new member."""
        if not standings:
            return []
        stored = self._connection.execute(
            sa.select(
                articles.c.id,
                articles.c.ordinal,
                articles.c.supersedes,
                articles.c.current,
                articles.c.story_id,
            ).where(self._among(articles.c.id, standings))
        ).all()
        changes = []
        rows = []
        for row in stored:
            now = standings[row.id]
            if (row.ordinal, row.supersedes, row.current) == (
                now.ordinal,
                now.supersedes,
                now.current,
            ):
                continue
            rows.append(
                {
                    "article_id": row.id,
                    "ordinal": now.ordinal,
                    "supersedes": now.supersedes,
                    "current": now.current,
                }
            )
            ended = row.current and not now.current
            changes.append(
                Change(
                    kind=ChangeKind.ARTICLE_SUPERSEDED if ended else ChangeKind.ARTICLE_RESTANDS,
                    article_id=row.id,
                    story_id=row.story_id,
                    detail={"version": now.ordinal, "current": now.current},
                )
            )
        if rows:
            which = articles.c.id == sa.bindparam("article_id")
            self._connection.execute(articles.update().where(which), rows)
        return changes
