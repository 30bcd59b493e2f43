"""Stories again from the stored articles: all of them, or some where files were read again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.change import ChangeKind
from shared.storage.articles.stories import Stories
from shared.storage.articles.texts import Texts
from shared.storage.database.repository import Repository
from shared.storage.feed.changes import Change
from shared.storage.tables import UNPLACED, articles, links, story_heads
from shared.storage.tables.headlines import key_of
from shared.storage.tables.rows import link_row, stored_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from uuid import UUID

    from shared.domain.filing import Filing
    from shared.domain.story import Decision, Entry
    from shared.storage.candidate_keys.lookup import CandidateKeys
    from shared.storage.tables.rows import StoredArticle

before = sa.Table(
    "rebuild_before",
    sa.MetaData(),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("story_id", sa.Uuid, nullable=False),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("current", sa.Boolean, nullable=False),
    prefixes=["TEMPORARY"],
)
heads_before = sa.Table(
    "rebuild_heads",
    sa.MetaData(),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("canonical_id", sa.Uuid),
    prefixes=["TEMPORARY"],
)


class Rebuilding(Repository):
    """Takes all articles out of their stories and puts them back; under the store lock."""

    def __init__(self, connection: sa.Connection, keys: CandidateKeys) -> None:
        """Take an open transaction, and its keys."""
        super().__init__(connection)
        self._keys = keys

    def begin(self) -> None:
        """Remember where every article stood, and take all of them out."""
        self._remember(sa.true(), sa.true())
        self._connection.execute(links.delete())
        self._connection.execute(story_heads.delete())
        Texts(self._connection, self._keys).empty()
        self._connection.execute(articles.update().values(story_id=UNPLACED))

    def begin_some(self, stories: Collection[UUID]) -> None:
        """
        Do so for some stories alone, with all that is bound to one of their articles.

        Texts and keys stay: those that no article has are passed over.
        """
        head = self._among(story_heads.c.id, stories)
        self._remember(
            self._among(articles.c.story_id, stories),
            head | self._among(story_heads.c.merged_into, stories),
        )
        members = sa.select(before.c.id)
        linked = links.c.left_id.in_(members)  # both ends of a link are in one story
        self._connection.execute(links.delete().where(linked))
        self._connection.execute(
            story_heads.delete().where(story_heads.c.id.in_(sa.select(heads_before.c.id)))
        )
        self._connection.execute(
            articles.update().where(articles.c.id.in_(members)).values(story_id=UNPLACED)
        )

    def _remember(self, placed: sa.ColumnElement[bool], headed: sa.ColumnElement[bool]) -> None:
        """Copy where articles stand and what stories show, as far as they are to be found anew."""
        for table, source, chosen in (
            (before, articles, placed),
            (heads_before, story_heads, headed),
        ):
            table.create(self._connection)
            columns = [source.c[column.name] for column in table.columns]
            self._connection.execute(
                table.insert().from_select(
                    [column.name for column in table.columns], sa.select(*columns).where(chosen)
                )
            )

    def chunks(self, size: int) -> Iterator[list[StoredArticle]]:
        """Yield all articles that are taken out by id, so many at a time."""
        next_ids = sa.select(before.c.id).order_by(before.c.id).limit(size)
        ids = self._connection.execute(next_ids).scalars().all()
        while ids:
            rows = self._connection.execute(
                sa.select(articles).where(self._among(articles.c.id, ids)).order_by(articles.c.id)
            )
            if found := [stored_article(row) for row in rows.mappings()]:
                yield found
            further = next_ids.where(before.c.id > ids[-1])
            ids = self._connection.execute(further).scalars().all()

    def place(self, filings: Sequence[Filing], decision: Decision) -> None:
        """Give articles their place, as `Articles.write` gives it to new ones."""
        entries = [filing.entry for filing in filings]
        text_ids = Texts(self._connection, self._keys).write(filings)
        which = articles.c.id == sa.bindparam("article_id")
        self._connection.execute(
            articles.update().where(which),
            [
                _placed(each, text_ids[each.text_hash], decision.stories[each.article_id])
                for each in entries
            ],
        )
        self._connection.execute(
            articles.update().where(which),
            [asdict(standing) for standing in decision.standings],
        )
        self._insert_rows(links, [link_row(link) for link in decision.links])
        Stories(self._connection).settle(decision, entries)

    def finish(self) -> list[Change]:
        """Say what came out different, for the feed; forget texts that are no longer used."""
        Texts(self._connection, self._keys).drop_unused()
        return self.finish_some()

    def finish_some(self) -> list[Change]:
        """Say what came out different, for the feed."""
        self._name_ended_stories()
        changes = self._moved() + self._restanding() + self._shown()
        for table in (before, heads_before):
            table.drop(self._connection)
        return changes

    def _name_ended_stories(self) -> None:
        """
        Let a story that is no more point to the one that its founding article belongs to.

        Where that article is no more either: to that of the first of those that were with it.
        """
        ended = heads_before.c.id.not_in(sa.select(story_heads.c.id))
        founded = (
            sa.select(heads_before.c.id, sa.literal(0), articles.c.story_id)
            .join(articles, articles.c.id == heads_before.c.id)
            .where(ended)
        )
        self._connection.execute(
            story_heads.insert().from_select(["id", "members", "merged_into"], founded)
        )
        left = self._connection.execute(
            sa.select(heads_before.c.id, articles.c.story_id)
            .join(before, before.c.story_id == heads_before.c.id)
            .join(articles, articles.c.id == before.c.id)
            .where(ended)
            .order_by(articles.c.id.desc())
        )
        into = {row.id: row.story_id for row in left}
        self._insert_rows(
            story_heads,
            [{"id": story, "members": 0, "merged_into": now} for story, now in into.items()],
        )

    def _moved(self) -> list[Change]:
        rows = self._connection.execute(
            sa.select(articles.c.id, articles.c.story_id, before.c.story_id.label("was"))
            .join(before, before.c.id == articles.c.id)
            .where(before.c.story_id != articles.c.story_id)
            .order_by(articles.c.id)
        )
        return [
            Change(
                kind=ChangeKind.ARTICLE_MOVED,
                article_id=row.id,
                story_id=row.story_id,
                detail={"from": str(row.was)},
            )
            for row in rows
        ]

    def _restanding(self) -> list[Change]:
        rows = self._connection.execute(
            sa.select(articles)
            .join(before, before.c.id == articles.c.id)
            .where(
                (before.c.ordinal != articles.c.ordinal) | (before.c.current != articles.c.current)
            )
            .order_by(articles.c.id)
        )
        return [
            Change(
                kind=ChangeKind.ARTICLE_RESTANDS,
                article_id=row.id,
                story_id=row.story_id,
                detail={"version": row.ordinal, "current": row.current},
            )
            for row in rows
        ]

    def _shown(self) -> list[Change]:
        touched = sa.select(articles.c.story_id).join(before, before.c.id == articles.c.id)
        rows = self._connection.execute(
            sa.select(story_heads.c.id, story_heads.c.canonical_id)
            .outerjoin(heads_before, heads_before.c.id == story_heads.c.id)
            .where(story_heads.c.merged_into.is_(None))
            .where(heads_before.c.canonical_id.is_distinct_from(story_heads.c.canonical_id))
            .where(story_heads.c.id.in_(touched))
            .order_by(story_heads.c.id)
        )
        return [
            Change(kind=ChangeKind.STORY_HEAD, story_id=row.id, article_id=row.canonical_id)
            for row in rows
        ]


def _placed(entry: Entry, text_id: int, story_id: UUID) -> dict[str, Any]:
    return {
        "article_id": entry.article_id,
        "text_id": text_id,
        "content_hash": entry.content_hash,
        "title": entry.title,
        "length": entry.length,
        "identity": entry.identity,
        "local_id": entry.local_id,
        "reissue": str(entry.reissue) if entry.reissue else None,
        "pub_status": entry.pub_status,
        "headline_key": key_of(entry),
        "aim": entry.aim,
        "reason": entry.reason,
        "story_id": story_id,
    }
