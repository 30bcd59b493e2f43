"""Stories after a batch: merges, members, and which article each story shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.domain.article import PubStatus
from shared.storage.changes import Change, ChangeKind
from shared.storage.column_types import among
from shared.storage.tables import articles, story_heads

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from shared.domain.story import Decision


class Stories:
    """The rows of `story_heads`, inside one transaction that holds the store lock."""

    def __init__(self, connection: sa.Connection) -> None:
        """Take an open transaction."""
        self._connection = connection

    def settle(self, decision: Decision) -> list[Change]:
        """Carry out the merges, then count and choose anew for each story that was touched."""
        for ended, into in decision.merges.items():
            self._move(ended, into)
        touched = set(decision.stories.values()) | set(decision.merges.values())
        changes = [
            Change(kind=ChangeKind.STORY_MERGED, story_id=ended, detail={"into": into.hex})
            for ended, into in decision.merges.items()
        ]
        return changes + self._choose(touched)

    def _move(self, ended: UUID, into: UUID) -> None:
        """Give the members of a story that ended to the one that it became."""
        members = articles.update().where(articles.c.story_id == ended)
        self._connection.execute(members.values(story_id=into))
        gone = (story_heads.c.id == ended) | (story_heads.c.merged_into == ended)
        self._connection.execute(
            story_heads.update().where(gone).values(merged_into=into, canonical_id=None, members=0)
        )

    def _choose(self, stories: Collection[UUID]) -> list[Change]:
        """Write each story's head: its size, and the canonical article by content alone."""
        sizes = self._sizes(stories)
        canonical = self._canonical(stories)
        heads = sa.select(story_heads).where(among(story_heads.c.id, stories))
        known = {row.id: row for row in self._connection.execute(heads)}
        rows: dict[UUID, dict[str, object]] = {
            story: {"members": sizes[story], "canonical_id": canonical.get(story)}
            for story in sorted(stories)
        }
        fresh = [{"id": story, **row} for story, row in rows.items() if story not in known]
        stale = [{"story": story, **row} for story, row in rows.items() if story in known]
        if fresh:
            self._connection.execute(story_heads.insert(), fresh)
        if stale:
            which = story_heads.c.id == sa.bindparam("story")
            self._connection.execute(story_heads.update().where(which), stale)
        return [
            Change(kind=ChangeKind.STORY_HEAD, story_id=story, article_id=canonical.get(story))
            for story in rows
            if story not in known or known[story].canonical_id != canonical.get(story)
        ]

    def _sizes(self, stories: Collection[UUID]) -> dict[UUID, int]:
        counted = self._connection.execute(
            sa.select(articles.c.story_id, sa.func.count())
            .where(among(articles.c.story_id, stories))
            .group_by(articles.c.story_id)
        )
        return {story: count for story, count in counted}  # noqa: C416 - rows, not tuples

    def _canonical(self, stories: Collection[UUID]) -> dict[UUID, UUID]:
        """Choose among current, usable articles: earliest published, longest, smallest hash."""
        rank = sa.func.row_number().over(
            partition_by=articles.c.story_id,
            order_by=(
                articles.c.published_at.asc().nulls_last(),
                articles.c.length.desc(),
                articles.c.content_hash,
                articles.c.id,
            ),
        )
        ranked = (
            sa.select(articles.c.story_id, articles.c.id, rank.label("rank"))
            .where(among(articles.c.story_id, stories))
            .where(articles.c.current, articles.c.pub_status == PubStatus.USABLE)
            .subquery()
        )
        first = sa.select(ranked.c.story_id, ranked.c.id).where(ranked.c.rank == 1)
        return {row.story_id: row.id for row in self._connection.execute(first)}
