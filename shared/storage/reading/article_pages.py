"""
Pages of articles by several filters at once, at a cost that has a bound.

One filter has an index that ends in the order of the page. A second one, `canonical`, and filters
beside a search have none, and what is seldom true of one article may be true of none in a million:
they are looked for among so many articles at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

import sqlalchemy as sa

from shared.storage.reading.articles import ArticleReading
from shared.storage.reading.shown import published_articles
from shared.storage.tables import articles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from shared.domain.searching import Search
    from shared.storage.reading.shown import Row

WINDOW: Final = 1_000
"""Articles that are looked through at once: 10 to 40 ms of CPU."""

FIRST: Final = 200
"""… and before that, for where most articles are wanted: a page costs little then."""

LEADING: Final = ("source", "provider", "language")
"""Columns with an index in the order of time."""


class Wanted(TypedDict, total=False):
    """Which articles; see `ArticleReading.published`."""

    filters: Mapping[str, Any] | None
    published_from: datetime | None
    published_to: datetime | None
    canonical_only: bool
    search: Search | None


class ArticlePages(ArticleReading):
    """What is read page by page."""

    def published_page(
        self, *, after: UUID | None = None, limit: int = 50, **wanted: Unpack[Wanted]
    ) -> tuple[list[Row], UUID | None]:
        """
        Return a page of `published`, and the article to go on after; None: this was the last.

        A page for which no index leads to all that was asked may have fewer rows than `limit`, or
        none, and yet name an article to go on after: so far was looked.
        """
        lead = self._lead(wanted)
        if lead is None:
            rows = self.published(after=after, limit=limit + 1, **wanted)
            return rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None
        for size in (min(FIRST, WINDOW), WINDOW):
            window = self._window(wanted, lead, after, size).cte("looked_through")
            found = self._within(window, wanted, lead).limit(limit + 1)
            ids, end = self._found_in(window, found, size, by="place")
            if end is None or len(ids) > limit:
                break
        chosen = self._shown().where(self._among(published_articles.c.id, ids))
        rows = self._in_order(chosen, ids)
        return rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else end

    def _lead(self, wanted: Wanted) -> dict[str, Any] | None:
        """Return the filter whose articles are looked through; None: an index leads to all."""
        filters = wanted.get("filters") or {}
        if "story_id" in filters:
            return None
        given = [column for column in LEADING if column in filters]
        if wanted.get("search") is not None:
            return {} if given or wanted.get("canonical_only") else None
        if len(given) < 2 and not wanted.get("canonical_only"):  # noqa: PLR2004 - more than one
            return None
        lead = min(
            given, key=lambda column: self._articles_up_to(column, filters[column]), default=None
        )
        return {lead: filters[lead]} if lead else {}

    def _articles_up_to(self, column: str, value: str) -> int:
        """Return how many articles have a value, counted no further than a window goes."""
        some = sa.select(articles.c.id).where(articles.c[column] == value).limit(WINDOW)
        return self._count(sa.select(sa.func.count()).select_from(some.subquery()))

    def _window(
        self, wanted: Wanted, lead: Mapping[str, Any], after: UUID | None, size: int
    ) -> sa.Select[Any]:
        """Select `id` and `place` of the newest so many that the lead, or the search, leaves."""
        between = (wanted.get("published_from"), wanted.get("published_to"))
        if (search := wanted.get("search")) is not None:
            found = self._matches(search, after, between)
            key = found.selected_columns.time_key
            newest = found.order_by(key.desc()).limit(size).subquery()
            return sa.select(newest.c.article_id.label("id"), newest.c.time_key.label("place"))
        return self._newest_by_time(lead, after, between).limit(size)

    def _within(self, window: sa.CTE, wanted: Wanted, lead: Mapping[str, Any]) -> sa.Select[Any]:
        """Select of a window what may be shown and has all that was asked."""
        view = published_articles.c
        # said twice, for a planner that else walks through the table and asks each row's window
        inside = view.id.in_(sa.select(window.c.id))
        joined = sa.select(view.id, window.c.place).join(window, window.c.id == view.id)
        statement = joined.where(inside)
        for column, value in (wanted.get("filters") or {}).items():
            if column not in lead:
                # as an expression: no index of this column may lead past the window
                statement = statement.where(view[column].op("||")("") == value)
        if wanted.get("canonical_only"):
            statement = statement.where(view.canonical)
        if wanted.get("published_from") is not None:
            statement = statement.where(view.published_at >= wanted["published_from"])
        if wanted.get("published_to") is not None:
            statement = statement.where(view.published_at < wanted["published_to"])
        return statement.order_by(window.c.place.desc(), window.c.id.desc())
