"""Stories, what holds them together, and the feed of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from shared.storage.database.column_types import UtcDateTime
from shared.storage.reading.shown import Look, Row, article_versions, changes, stories
from shared.storage.tables import articles, deliveries, followers, links, story_heads

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

LAST_CHANGE = sa.select(sa.func.coalesce(sa.func.max(changes.c.seq), 0))
FOLLOWED = sa.select(followers.c.seq).where(followers.c.name == sa.bindparam("name"))

WINDOW: Final = 1_000
"""Articles that are looked through for stories at once."""


class StoryReading(Look):
    """What can be asked about stories."""

    def story(self, story_id: UUID) -> Row | None:
        """Return a story's head; one that was merged names the story it became."""
        return self._one(sa.select(stories).where(stories.c.id == story_id))

    def latest_stories(
        self, *, several: bool = False, before: UUID | None = None, limit: int = 50
    ) -> tuple[list[Row], UUID | None]:
        """
        Return stories by their latest article, and where to go on; None: at the end.

        `several`: only those of more than one article. `before` is the article to go on after.
        Looks through `WINDOW` articles at a time, so that its cost has a bound.
        """
        window = self._newest_articles(before, WINDOW).subquery()
        found = _heads_of(window).limit(limit)
        rows = self._all(found.where(story_heads.c.members > 1) if several else found)
        if len(rows) == limit:
            return rows, rows[-1]["latest_id"]
        return rows, self._end_of(window, WINDOW)

    def _newest_articles(self, before: UUID | None, limit: int) -> sa.Select[Any]:
        columns = articles.c
        newest = sa.select(columns.id, columns.received_at, columns.story_id).limit(limit)
        if before is not None:
            at = sa.select(columns.received_at).where(columns.id == before)
            start = self._connection.execute(at).scalar()
            if start is None:
                return newest.where(sa.false())
            place = sa.tuple_(sa.literal(start, UtcDateTime()), sa.literal(before, sa.Uuid()))
            newest = newest.where(sa.tuple_(columns.received_at, columns.id) < place)
        return newest.order_by(columns.received_at.desc(), columns.id.desc())

    def members(self, story_id: UUID) -> list[Row]:
        """Return all articles of a story, earliest first, each with its `file`."""
        view = article_versions.c
        came_in = article_versions.join(deliveries, deliveries.c.id == view.delivery_id)
        return self._all(
            sa.select(article_versions, deliveries.c.name.label("file"))
            .select_from(came_in)
            .where(view.story_id == story_id)
            .order_by(view.published_at.asc().nulls_last(), view.received_at, view.id)
        )

    def links(self, story_id: UUID) -> list[Row]:
        """Return the verified pairs that hold a story together, with their evidence."""
        inside = sa.select(articles.c.id).where(articles.c.story_id == story_id)
        return self._all(sa.select(links).where(links.c.left_id.in_(inside)))

    def changes(self, since: int = 0, limit: int = 500) -> list[Row]:
        """Return the feed after a number, oldest first."""
        feed = sa.select(changes).where(changes.c.seq > since)
        return self._all(feed.order_by(changes.c.seq).limit(limit))

    def last_change(self) -> int:
        """Return the number of the last change, 0 where there is none."""
        return self._count(LAST_CHANGE)

    def behind(self, follower: str) -> int:
        """Return how many changes a follower has not done; -1: it has not begun."""
        seq: int | None = self._connection.execute(FOLLOWED, {"name": follower}).scalar()
        return -1 if seq is None else self.last_change() - seq

    def verdicts(self, ids: Collection[UUID]) -> dict[UUID, UUID | None]:
        """Return, for articles, the article that the verdict of each names."""
        named = sa.select(articles.c.id, articles.c.verdict_of).where(
            self._among(articles.c.id, ids)
        )
        return {row.id: row.verdict_of for row in self._connection.execute(named)}


def _heads_of(window: sa.Subquery) -> sa.Select[Any]:
    """Ask for the stories whose latest articles are in a window, latest first."""
    later = articles.alias("later")
    followed = sa.exists().where(
        later.c.story_id == window.c.story_id,
        sa.tuple_(later.c.received_at, later.c.id) > sa.tuple_(window.c.received_at, window.c.id),
    )
    head, face = story_heads.c, articles.alias("face")
    return (
        sa.select(
            head.id,
            head.members,
            head.canonical_id,
            face.c.headline,
            face.c.source,
            face.c.provider,
            face.c.published_at,
            face.c.language,
            window.c.received_at.label("latest_at"),
            window.c.id.label("latest_id"),
        )
        .join(story_heads, head.id == window.c.story_id)
        .outerjoin(face, face.c.id == head.canonical_id)
        .where(~followed)
        .order_by(window.c.received_at.desc(), window.c.id.desc())
    )
