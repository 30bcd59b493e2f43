"""Stories, what holds them together, and the feed of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.reading.shown import Look, Row, article_versions, changes, stories
from shared.storage.tables import articles, deliveries, links

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID


class StoryReading(Look):
    """What can be asked about stories."""

    def story(self, story_id: UUID) -> Row | None:
        """Return a story's head; one that was merged names the story it became."""
        return self._one(sa.select(stories).where(stories.c.id == story_id))

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

    def verdicts(self, ids: Collection[UUID]) -> dict[UUID, UUID | None]:
        """Return, for articles, the article that the verdict of each names."""
        named = sa.select(articles.c.id, articles.c.verdict_of).where(
            self._among(articles.c.id, ids)
        )
        return {row.id: row.verdict_of for row in self._connection.execute(named)}
