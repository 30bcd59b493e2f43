"""Articles: the published ones by page, one of any standing, all of them for `export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.reading.shown import (
    Look,
    Row,
    article_versions,
    changes,
    published_articles,
)
from shared.storage.rows import stored_article
from shared.storage.tables import articles, deliveries

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.storage.rows import StoredArticle

STREAMED = 500
"""Rows fetched at once by `export`: a million articles pass in constant memory."""


def _with_file(view: sa.TableClause) -> sa.Select[Any]:
    """Select a view's articles, each with the name of the file that it came in as `file`."""
    came_in = view.join(deliveries, deliveries.c.id == view.c.delivery_id)
    return sa.select(view, deliveries.c.name.label("file")).select_from(came_in)


class ArticleReading(Look):
    """What can be asked about articles; every row carries `file`, its delivery's name."""

    def published(
        self,
        *,
        filters: Mapping[str, Any] | None = None,
        published_from: datetime | None = None,
        published_to: datetime | None = None,
        canonical_only: bool = False,
        after: UUID | None = None,
        limit: int = 50,
    ) -> list[Row]:
        """
        Return articles that may be shown, by id; `after` is the last id of the page before.

        `filters` compares columns (provider, source, language, story_id) for equality.
        """
        view = published_articles.c
        statement = _with_file(published_articles).order_by(view.id).limit(limit)
        for column, value in (filters or {}).items():
            statement = statement.where(view[column] == value)
        if published_from is not None:
            statement = statement.where(view.published_at >= published_from)
        if published_to is not None:
            statement = statement.where(view.published_at < published_to)
        if canonical_only:
            statement = statement.where(view.canonical)
        if after is not None:
            statement = statement.where(view.id > after)
        return self._all(statement)

    def article(self, article_id: UUID) -> Row | None:
        """Return one article, of any standing."""
        statement = _with_file(article_versions)
        return self._one(statement.where(article_versions.c.id == article_id))

    def versions(self, article_id: UUID) -> list[Row]:
        """Return all versions and copies of an article's item, first to last."""
        item = sa.select(articles.c.item_id).where(articles.c.id == article_id).scalar_subquery()
        view = article_versions.c
        return self._all(
            _with_file(article_versions)
            .where((view.item_id == item) | (view.id == article_id))
            .order_by(view.version, view.received_at, view.id)
        )

    def of_deliveries(self, ids: Sequence[UUID]) -> list[Row]:
        """Return the articles that came in some deliveries."""
        view = article_versions.c
        return self._all(
            _with_file(article_versions)
            .where(self._among(view.delivery_id, ids))
            .order_by(view.item)
        )

    def stored(self, ids: Sequence[UUID]) -> list[StoredArticle]:
        """Return articles as they were filed, with their place."""
        rows = self._connection.execute(
            sa.select(articles).where(self._among(articles.c.id, ids)).order_by(articles.c.id)
        )
        return [stored_article(row) for row in rows.mappings()]

    def export(self, since: int = 0) -> Generator[Row, None, None]:
        """
        Stream every article that was stored or touched after a number of the feed.

        Close it (`contextlib.closing`) where it may be left before its end.
        """
        view = article_versions.c
        statement = _with_file(article_versions).order_by(view.received_at, view.id)
        if since:
            touched = sa.select(changes.c.article_id).where(changes.c.seq > since)
            statement = statement.where(view.id.in_(touched))
        streaming = self._connection.execution_options(yield_per=STREAMED)
        with streaming.execute(statement) as rows:
            for row in rows.mappings():
                yield dict(row)
