"""Writing articles: what is known around a batch, and the batch itself with its consequences."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.change import ChangeKind
from shared.domain.delivery import OutcomeWord
from shared.domain.story import (
    ExactDuplicate,
    NearDuplicate,
    Neighbourhood,
    New,
    NewVersion,
    Stale,
)
from shared.storage.articles.stories import Stories
from shared.storage.articles.surroundings import Surroundings
from shared.storage.articles.texts import Texts
from shared.storage.database.among import among
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.feed.changes import Change
from shared.storage.tables import articles, links
from shared.storage.tables.rows import article_row, link_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from shared.domain.filing import Filing
    from shared.domain.reissue import Reissue
    from shared.domain.story import Decision, Standing, Verdict
    from shared.storage.candidate_keys.lookup import CandidateKeys


WORDS = Quick(sa.select(articles.c.id, articles.c.verdict).where(among(articles.c.id, "ids")))


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

    def __init__(self, connection: sa.Connection, keys: CandidateKeys) -> None:
        """Take an open transaction, and its keys."""
        super().__init__(connection)
        self._texts = Texts(connection, keys)

    def words(self, filings: Sequence[Filing]) -> dict[UUID, OutcomeWord]:
        """Return, by its id, the word that each article earned which is stored already."""
        ids = {filing.entry.article_id: filing.entry.article_id for filing in filings}
        ids |= {each.former_id: each.entry.article_id for each in filings if each.former_id}
        found = WORDS.run(self._connection, {"ids": ids})
        return {ids[row.id]: OutcomeWord(row.verdict) for row in found}

    def neighbourhood(self, filings: Sequence[Filing]) -> Neighbourhood:
        """Return all that is stored and could bear on a batch."""
        return Surroundings(self._connection, self._texts).of(filings)

    def write(
        self, filings: Sequence[Filing], decision: Decision
    ) -> tuple[list[Change], dict[UUID, OutcomeWord]]:
        """Write a decided batch; return what it changed, for the feed, and each item's word."""
        words = {article_id: word_of(found) for article_id, found in decision.verdicts.items()}
        text_ids = self._texts.write(filings)
        standings = {standing.article_id: standing for standing in decision.standings}
        fresh = {filing.entry.article_id for filing in filings}
        rows = [
            article_row(
                filing,
                text_id=text_ids[filing.entry.text_hash],
                story_id=decision.stories[key],
                standing=standings[key],
                verdict=decision.verdicts[key],
                word=words[key],
            )
            for filing in filings
            for key in (filing.entry.article_id,)
        ]
        self._insert_rows(articles, rows)
        self._insert_rows(links, [link_row(link) for link in decision.links])
        marks = {each.entry.article_id: each.entry.reissue for each in filings}
        changes = [
            _stored(key, decision.stories[key], word, marks[key]) for key, word in words.items()
        ]
        moved = {key: value for key, value in standings.items() if key not in fresh}
        changes += self._restand(moved)
        changes += Stories(self._connection).settle(decision, [filing.entry for filing in filings])
        return changes, words

    def _restand(self, standings: Mapping[UUID, Standing]) -> list[Change]:
        """Update the standing of stored articles whose item has a new member."""
        if not standings:
            return []
        columns = articles.c["id", "item_id", "ordinal", "supersedes", "current", "story_id"]
        stored = self._connection.execute(
            sa.select(*columns).where(self._among(articles.c.id, standings))
        )
        moved = [(row, standings[row.id]) for row in stored if _differs(row, standings[row.id])]
        if moved:
            self._connection.execute(
                articles.update().where(articles.c.id == sa.bindparam("article_id")),
                [asdict(now) for _, now in moved],
            )
        return [_restanding(row, now) for row, now in moved]


def _differs(row: sa.Row[Any], now: Standing) -> bool:
    was = (row.item_id, row.ordinal, row.supersedes, row.current)
    return was != (now.item_id, now.ordinal, now.supersedes, now.current)


def _restanding(row: sa.Row[Any], now: Standing) -> Change:
    """Return what the feed says of an article whose standing changed."""
    ended = row.current and not now.current
    return Change(
        kind=ChangeKind.ARTICLE_SUPERSEDED if ended else ChangeKind.ARTICLE_RESTANDS,
        article_id=row.id,
        story_id=row.story_id,
        detail={"version": now.ordinal, "current": now.current},
    )


def _stored(article_id: UUID, story_id: UUID, word: OutcomeWord, mark: Reissue | None) -> Change:
    """Return what the feed says of a new article: what it was, and how its provider marks it."""
    return Change(
        kind=ChangeKind.ARTICLE_STORED,
        article_id=article_id,
        story_id=story_id,
        detail={"outcome": word, "reissue": str(mark)} if mark else {"outcome": word},
    )
