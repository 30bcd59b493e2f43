"""The views as something to select from, with the types of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.column_types import Json, UtcDateTime
from shared.storage.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    return sa.table(
        name, *(sa.column(column, _TYPES.get(column, sa.Text())) for column in columns.split())
    )


published_articles = _view("published_articles", _ARTICLE)
article_versions = _view("article_versions", _ARTICLE + " current")
stories = _view(
    "stories", "id canonical_id headline source published_at language members merged_into"
)
changes = _view("changes", "seq at kind article_id story_id detail")


class Look(Repository):
    """One consistent look at the store."""

    def _all(self, statement: sa.Select[Any]) -> list[Row]:
        return [dict(row) for row in self._connection.execute(statement).mappings()]

    def _one(self, statement: sa.Select[Any]) -> Row | None:
        row = self._connection.execute(statement).mappings().first()
        return dict(row) if row is not None else None

    def _end_of(self, window: sa.Subquery, size: int, *, by: str = "received_at") -> UUID | None:
        """Return the id that a full window ends with, None: it is the last one."""
        place = (window.c[by], window.c.id)
        oldest = sa.select(window.c.id, sa.func.count().over().label("rows"))
        row = self._connection.execute(oldest.order_by(*place).limit(1)).first()
        return row.id if row is not None and row.rows == size else None

    def _count(self, statement: sa.Select[int]) -> int:
        return self._connection.execute(statement).scalar_one()
