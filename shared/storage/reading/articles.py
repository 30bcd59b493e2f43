"""Articles: the published ones by page, one of any standing, all of them for `export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.article import PubStatus
from shared.errors import UnknownPage
from shared.storage.feed.time_keys import ONE_SECOND, time_key
from shared.storage.reading.beginnings import spelt_out
from shared.storage.reading.searching import matching
from shared.storage.reading.shown import (
    Look,
    Row,
    article_versions,
    changes,
    published_articles,
)
from shared.storage.tables import articles, deliveries, search_entries
from shared.storage.tables.rows import stored_article

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.searching import Search
    from shared.storage.tables.rows import StoredArticle

Between = tuple["datetime | None", "datetime | None"]
"""From a time on, and before another."""

STREAMED = 500
"""Rows fetched at once by `export`: a million articles pass in constant memory."""


def _with_file(view: sa.TableClause) -> sa.Select[Any]:
    """Select a view's articles, each with the name of the file that it came in as `file`."""
    came_in = view.join(deliveries, deliveries.c.id == view.c.delivery_id)
    return sa.select(view, deliveries.c.name.label("file")).select_from(came_in)


def _moment(table: sa.FromClause) -> sa.ColumnElement[datetime]:
    """Return when an article was published, else received: the index of times has the same."""
    return sa.func.coalesce(table.c.published_at, table.c.received_at)


class ArticleReading(Look):
    """What can be asked about articles; every row carries `file`, its delivery's name."""

    def published(
        self,
        *,
        filters: Mapping[str, Any] | None = None,
        published_from: datetime | None = None,
        published_to: datetime | None = None,
        canonical_only: bool = False,
        search: Search | None = None,
        after: UUID | None = None,
        limit: int = 50,
    ) -> list[Row]:
        """
        Return articles that may be shown, newest first: by the time published, else received.

        `filters`: columns that are equal; `search` leaves what its words find; `after` is the
        last article of the page before, shown or not; raises `UnknownPage` for any other.
        """
        view = published_articles.c
        statement = self._shown().limit(limit)
        if search is None:
            statement = self._by_time(statement, after)
        else:
            found = self._matches(search, after, (published_from, published_to)).subquery()
            statement = statement.join(found, found.c.article_id == view.id)
            statement = statement.order_by(found.c.time_key.desc())
        for column, value in (filters or {}).items():
            statement = statement.where(view[column] == value)
        if canonical_only:
            statement = statement.where(view.canonical)
        return self._all(_between(statement, published_from, published_to))

    def _shown(self) -> sa.Select[Any]:
        """Select the articles that may be shown, each with its `file`."""
        return _with_file(published_articles)

    def _by_time(self, statement: sa.Select[Any], after: UUID | None) -> sa.Select[Any]:
        """Put articles in the order of time, those after one."""
        view, moment = published_articles.c, _moment(published_articles)
        statement = statement.order_by(moment.desc(), view.id.desc())
        return self._after(statement, after, view.id, moment)

    def _after(
        self,
        statement: sa.Select[Any],
        after: UUID | None,
        id_: sa.ColumnElement[UUID],
        moment: sa.ColumnElement[datetime],
    ) -> sa.Select[Any]:
        """Leave what stands after an article in the order of time."""
        if after is None:
            return statement
        last = self._place(sa.select(_moment(articles)).where(articles.c.id == after))
        return statement.where(moment <= last, (moment < last) | (id_ < after))

    def _newest_by_time(
        self, lead: Mapping[str, Any], after: UUID | None, between: Between
    ) -> sa.Select[Any]:
        """Select `id` and time (`place`) of articles of any standing, along one index."""
        moment, (first, end) = _moment(articles), between
        newest = sa.select(articles.c.id, moment.label("place"))
        for column, value in lead.items():
            newest = newest.where(articles.c[column] == value)
        if first is not None:
            newest = newest.where(moment >= first)
        if end is not None:
            newest = newest.where(moment < end)
        newest = self._after(newest, after, articles.c.id, moment)
        return newest.order_by(moment.desc(), articles.c.id.desc())

    def _matches(self, search: Search, after: UUID | None, between: Between) -> sa.Select[Any]:
        """Select what a search finds; `time_key` has the order of time, and of the index."""
        if not self._postgresql:
            search = spelt_out(search, self._connection)
        found = matching(search, self._connection.dialect.name)
        key, (first, end) = found.selected_columns.time_key, between
        if first is not None:
            found = found.where(key >= time_key(first))
        if end is not None:
            found = found.where(key < time_key(end) + ONE_SECOND)
        if after is not None:
            own = search_entries.c
            last = self._place(sa.select(own.time_key).where(own.article_id == after))
            found = found.where(key < last)
        return found

    def _place(self, statement: sa.Select[Any]) -> Any:  # noqa: ANN401 - a time or a key
        """Return where the last article of a page stands."""
        place = self._connection.execute(statement).scalar()
        if place is None:
            raise UnknownPage("`after` is no article of this list: begin again without it")
        return place

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

    def killed(self, items: Collection[UUID]) -> set[UUID]:
        """Return those of the items that were withdrawn: no version of them is current any more."""
        canceled = articles.c.pub_status == PubStatus.CANCELED
        found = (
            sa.select(articles.c.item_id)
            .where(articles.c.item_id.in_(items))
            .group_by(articles.c.item_id)
            .having(sa.func.sum(sa.case((canceled, 1), else_=0)) > 0)
            .having(sa.func.sum(sa.case((articles.c.current, 1), else_=0)) == 0)
        )
        return set(self._connection.execute(found).scalars())

    def withdrawal(self, article_id: UUID) -> Row | None:
        """
        Return the kill by which an article is withdrawn: `id`, `headline`, and `reason` or None.

        None where it is not: nothing takes it back, or a later version came after that.
        """
        columns, one = articles.c, articles.alias()
        item = sa.select(one.c.item_id).where(one.c.id == article_id).scalar_subquery()
        own = sa.or_(columns.item_id == item, columns.id == article_id)
        if self._one(sa.select(columns.id).where(own, columns.current).limit(1)):
            return None
        return self._one(
            sa.select(columns.id, columns.headline, columns.reason)
            .where(own, columns.pub_status == PubStatus.CANCELED)
            .order_by(columns.ordinal.desc(), columns.id)
            .limit(1)
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


def _between(
    statement: sa.Select[Any], start: datetime | None, end: datetime | None
) -> sa.Select[Any]:
    """Leave what was published from a time on and before another."""
    published_at, moment = published_articles.c.published_at, _moment(published_articles)
    # each second comparison says no more, and lets the index of times answer
    if start is not None:
        statement = statement.where(published_at >= start, moment >= start)
    if end is not None:
        statement = statement.where(published_at < end, moment < end)
    return statement
