"""Reading the store: what the API, `export`, `status` and `trace` show. Never writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.delivery import State
from shared.storage.column_types import Json, UtcDateTime, among
from shared.storage.tables import articles, deliveries, imports, links, rejected_items, story_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

Row = dict[str, Any]
"""One row: column → value, in the columns' own types."""

_TYPES: Mapping[str, sa.types.TypeEngine[Any]] = {
    **{name: sa.Uuid() for name in ("id", "story_id", "canonical_id", "supersedes", "item_id")},
    **{name: sa.Uuid() for name in ("delivery_id", "merged_into", "article_id")},
    **{name: UtcDateTime() for name in ("published_at", "updated_at", "received_at", "at")},
    **{name: UtcDateTime() for name in ("embargoed_until",)},
    **dict.fromkeys(("authors", "editors", "keywords", "notes", "provenance", "detail"), Json),
    **{name: sa.Boolean() for name in ("canonical", "current")},
    **{name: sa.BigInteger() for name in ("seq", "version", "members")},
}
"""Types of the views' columns; those not named are text."""

_ARTICLE = (
    "id story_id canonical headline body authors editors source provider published_at updated_at "
    "received_at embargoed_until language url guid dateline slugline section keywords pub_status "
    "version supersedes item_id outcome delivery_id item parser notes provenance"
)


def _view(name: str, columns: str) -> sa.TableClause:
    """Return a view as something to select from."""
    return sa.table(
        name, *(sa.column(column, _TYPES.get(column, sa.Text())) for column in columns.split())
    )


published_articles = _view("published_articles", _ARTICLE)
article_versions = _view("article_versions", _ARTICLE + " current")
stories = _view(
    "stories", "id canonical_id headline source published_at language members merged_into"
)
changes = _view("changes", "seq at kind article_id story_id detail")


class Reading:
    """Answers from one consistent look at the store."""

    def __init__(self, connection: sa.Connection) -> None:
        """Take an open read-only transaction."""
        self._connection = connection

    def _all(self, statement: sa.Select[Any]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    # articles -----------------------------------------------------------------------------------

    def published(
        self,
        *,
        filters: Mapping[str, str] | None = None,
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
        statement = sa.select(published_articles).order_by(view.id).limit(limit)
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
        found = self._all(sa.select(article_versions).where(article_versions.c.id == article_id))
        return found[0] if found else None

    def versions(self, article_id: UUID) -> list[Row]:
        """Return all versions and copies of an article's item, first to last."""
        item = sa.select(articles.c.item_id).where(articles.c.id == article_id).scalar_subquery()
        view = article_versions.c
        return self._all(
            sa.select(article_versions)
            .where((view.item_id == item) | (view.id == article_id))
            .order_by(view.version, view.received_at, view.id)
        )

    def of_deliveries(self, ids: Sequence[UUID]) -> list[Row]:
        """Return the articles that came in some deliveries."""
        view = article_versions.c
        return self._all(
            sa.select(article_versions).where(among(view.delivery_id, ids)).order_by(view.item)
        )

    def export(self, since: int = 0) -> Iterator[Row]:
        """Stream every article that was stored or touched after a number of the feed."""
        view = article_versions.c
        statement = sa.select(article_versions).order_by(view.received_at, view.id)
        if since:
            touched = sa.select(changes.c.article_id).where(changes.c.seq > since)
            statement = statement.where(view.id.in_(touched))
        rows = self._connection.execution_options(yield_per=500).execute(statement)
        return (dict(row) for row in rows.mappings())

    # stories and the feed -----------------------------------------------------------------------

    def story(self, story_id: UUID) -> Row | None:
        """Return a story's head; one that was merged names the story it became."""
        found = self._all(sa.select(stories).where(stories.c.id == story_id))
        return found[0] if found else None

    def members(self, story_id: UUID) -> list[Row]:
        """Return all articles of a story, earliest first."""
        view = article_versions.c
        return self._all(
            sa.select(article_versions)
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

    # deliveries ---------------------------------------------------------------------------------

    def delivery(self, delivery_id: UUID) -> Row | None:
        """Return one delivery with all that the ledger knows of it."""
        found = self._all(sa.select(deliveries).where(deliveries.c.id == delivery_id))
        return found[0] if found else None

    def deliveries(
        self,
        *,
        filters: Mapping[str, str] | None = None,
        before: UUID | None = None,
        limit: int = 50,
    ) -> list[Row]:
        """
        Return deliveries, newest first; `before` is the last id of the page before.

        `filters` compares columns (outcome, reason, provider, lane, state, name, import_id).
        """
        statement = sa.select(deliveries).order_by(deliveries.c.id.desc()).limit(limit)
        for column, value in (filters or {}).items():
            statement = statement.where(deliveries.c[column] == value)
        if before is not None:
            statement = statement.where(deliveries.c.id < before)
        return self._all(statement)

    def named(self, name: str, limit: int = 20) -> list[Row]:
        """Return the deliveries of a file name (or path below the inbox), newest first."""
        statement = sa.select(deliveries).order_by(deliveries.c.received_at.desc()).limit(limit)
        exact = self._all(statement.where(deliveries.c.name == name))
        if exact:
            return exact
        return self._all(statement.where(deliveries.c.name.endswith("/" + name, autoescape=True)))

    def rejected_items(self, delivery_id: UUID) -> list[Row]:
        """Return the items of a delivery that were not taken, and why."""
        statement = sa.select(rejected_items)
        return self._all(statement.where(rejected_items.c.delivery_id == delivery_id))

    # counts -------------------------------------------------------------------------------------

    def outcomes(self, import_id: UUID | None = None) -> dict[str, int]:
        """Return how many deliveries ended in each outcome; open ones under their state."""
        word = sa.func.coalesce(deliveries.c.outcome, deliveries.c.state)
        statement = sa.select(word, sa.func.count()).group_by(word)
        if import_id is not None:
            statement = statement.where(deliveries.c.import_id == import_id)
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def reasons(self, import_id: UUID | None = None) -> dict[str, int]:
        """Return how many deliveries are quarantined for each reason."""
        statement = sa.select(deliveries.c.reason, sa.func.count()).group_by(deliveries.c.reason)
        statement = statement.where(deliveries.c.outcome == "quarantined")
        if import_id is not None:
            statement = statement.where(deliveries.c.import_id == import_id)
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def totals(self) -> Row:
        """Return the numbers of articles and stories, and the end of the feed."""
        live = sa.select(sa.func.count()).where(story_heads.c.merged_into.is_(None))
        end = sa.select(sa.func.coalesce(sa.func.max(changes.c.seq), 0))
        stored = sa.select(sa.func.count()).select_from(articles)
        return {
            "articles": self._connection.execute(stored).scalar_one(),
            "stories": self._connection.execute(live).scalar_one(),
            "last_change": self._connection.execute(end).scalar_one(),
        }

    def finished_since(self, moment: datetime) -> int:
        """Return how many deliveries ended after a moment: the rate, when divided."""
        statement = sa.select(sa.func.count()).where(deliveries.c.finished_at > moment)
        return self._connection.execute(statement).scalar_one()

    def oldest_waiting(self) -> datetime | None:
        """Return when the oldest delivery that is not done was received."""
        statement = sa.select(sa.func.min(deliveries.c.received_at))
        moment: datetime | None = self._connection.execute(
            statement.where(deliveries.c.state != State.DONE)
        ).scalar_one()
        return moment

    def imports(self, limit: int = 20) -> list[Row]:
        """Return the imports, newest first."""
        return self._all(sa.select(imports).order_by(imports.c.started_at.desc()).limit(limit))
