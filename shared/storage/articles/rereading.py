"""Reading again: what the bytes of a delivery say now, beside what is stored of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from shared.domain.change import ChangeKind
from shared.domain.delivery import OutcomeWord
from shared.storage.database.repository import Repository
from shared.storage.feed.changes import Change
from shared.storage.feed.search_index import SearchIndex
from shared.storage.tables import articles, former_readings
from shared.storage.tables.rows import reading_row

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

    from shared.domain.filing import Filing

SAID: Final = (
    *("headline", "body", "authors", "editors", "source", "published_at", "updated_at"),
    *("embargoed_until", "language", "url", "guid", "version", "pub_status", "dateline"),
    *("slugline", "section", "keywords"),
)
"""What readers see of an article; where one of these differs, it was read otherwise."""


@dataclass(frozen=True, slots=True)
class Differing:
    """An article that is read otherwise now, under the id that it has in the store."""

    filing: Filing
    fields: tuple[str, ...]
    """The columns of `SAID` that differ."""
    was: str
    """The parser that had read it."""


class Rereading(Repository):
    """Articles of deliveries that are read again, in one transaction that holds the store lock."""

    def of_delivery(self, delivery_id: UUID) -> set[UUID]:
        """Return the ids of all that is stored of a delivery."""
        found = sa.select(articles.c.id).where(articles.c.delivery_id == delivery_id)
        return set(self._connection.execute(found).scalars())

    def words(self, delivery_id: UUID) -> Counter[OutcomeWord]:
        """Count the words that the stored articles of a delivery earned when they came."""
        counted = (
            sa.select(articles.c.verdict, sa.func.count())
            .where(articles.c.delivery_id == delivery_id)
            .group_by(articles.c.verdict)
        )
        return Counter({OutcomeWord(word): n for word, n in self._connection.execute(counted)})

    def compare(self, filings: Sequence[Filing]) -> list[Differing]:
        """
        Return those that are stored and read otherwise now.

        Where only the way of reading differs (parser, notes, provenance), it is noted at once.
        """
        ids = {each.entry.article_id: each for each in filings}
        ids |= {each.former_id: each for each in filings if each.former_id}
        stored = self._connection.execute(
            sa.select(articles).where(self._among(articles.c.id, ids))
        ).mappings()
        differing, same = [], []
        for row in stored:
            filing = ids[row["id"]]
            now = reading_row(filing)
            fields = tuple(name for name in SAID if row[name] != now[name])
            if fields:
                entry = replace(filing.entry, article_id=row["id"])
                kept = replace(filing, entry=entry, former_id=None)
                differing.append(Differing(kept, fields, row["parser"]))
            elif row["parser"] != now["parser"]:
                how = {name: now[name] for name in ("parser", "notes", "provenance")}
                same.append({"article_id": row["id"], **how})
        if same:
            which = articles.c.id == sa.bindparam("article_id")
            self._connection.execute(articles.update().where(which), same)
        return differing

    def stories(self, ids: Collection[UUID]) -> set[UUID]:
        """Return the stories that some articles are in."""
        found = sa.select(articles.c.story_id).where(self._among(articles.c.id, ids)).distinct()
        return set(self._connection.execute(found).scalars())

    def rewrite(self, differing: Sequence[Differing], at: datetime) -> list[Change]:
        """Let articles say what is read now; return what the feed says of it."""
        stories = self._lay_aside([each.filing.entry.article_id for each in differing], at)
        rows = [
            reading_row(each.filing) | {"article_id": each.filing.entry.article_id}
            for each in differing
        ]
        if rows:
            which = articles.c.id == sa.bindparam("article_id")
            self._connection.execute(articles.update().where(which), rows)
        return [_reread(each, stories) for each in differing]

    def remove(self, ids: Collection[UUID], at: datetime) -> list[Change]:
        """Take articles away that no link names; return what the feed says of it."""
        stories = self._lay_aside(ids, at)
        self._connection.execute(articles.delete().where(self._among(articles.c.id, ids)))
        return [
            Change(kind=ChangeKind.ARTICLE_REMOVED, article_id=gone, story_id=story)
            for gone, story in sorted(stories.items())
        ]

    def _lay_aside(self, ids: Collection[UUID], at: datetime) -> Mapping[UUID, UUID]:
        """Keep what articles said until now, and take it out of the index of words."""
        if not ids:
            return {}
        rows = self._connection.execute(
            sa.select(articles).where(self._among(articles.c.id, ids))
        ).all()
        SearchIndex(self._connection).forget(rows)
        self._insert_rows(
            former_readings,
            [
                {
                    "article_id": row.id,
                    "at": at,
                    "delivery_id": row.delivery_id,
                    "parser": row.parser,
                    "reading": _plain(row._mapping),  # noqa: SLF001 - SQLAlchemy's public name
                }
                for row in rows
            ],
        )
        return {row.id: row.story_id for row in rows}


def _plain(row: sa.RowMapping) -> dict[str, Any]:
    """Return what an article said as JSON: no empty values, times as ISO 8601."""
    values = {name: row[name] for name in SAID if row[name]}
    times = {name: each.isoformat() for name, each in values.items() if isinstance(each, datetime)}
    return values | times


def _reread(each: Differing, stories: Mapping[UUID, UUID]) -> Change:
    article = each.filing.entry.article_id
    detail = {"fields": list(each.fields), "parser": each.filing.article.parser, "was": each.was}
    return Change(
        kind=ChangeKind.ARTICLE_REREAD,
        article_id=article,
        story_id=stories[article],
        detail=detail,
    )
