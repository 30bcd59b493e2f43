"""The views as something to select from, with the types of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.database.column_types import Json, UtcDateTime
from shared.storage.database.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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


published_articles = _view("published_articles", _ARTICLE + " reissue")
article_versions = _view("article_versions", _ARTICLE + " current reissue")
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

    def _end_of(self, window: sa.Subquery, size: int) -> UUID | None:
        """Return the id that a full window (`id`, `received_at`) ends with, None: the last one."""
        oldest = _oldest(window, "received_at")
        row = self._connection.execute(oldest).first()
        return row.id if row is not None and row.rows == size else None

    def _found_in(
        self, window: sa.CTE, found: sa.Select[Any], size: int, *, by: str
    ) -> tuple[list[UUID], UUID | None]:
        """
        Return the ids that a query finds in a window, and `_end_of` it, from one look through it.

        `by` is the column that orders both, besides `id`: the newest first.
        """
        end, ids = _oldest(window, by).subquery("last_of"), found.subquery("found")
        both = sa.select(end.c.id.label("last"), end.c.rows, ids.c.id.label("found"))
        both = both.select_from(end.outerjoin(ids, sa.true()))
        ordered = both.order_by(ids.c[by].desc(), ids.c.id.desc())
        rows = self._connection.execute(ordered).all()
        last = rows[0].last if rows and rows[0].rows == size else None
        return [row.found for row in rows if row.found is not None], last

    def _in_order(self, statement: sa.Select[Any], ids: Sequence[UUID]) -> list[Row]:
        """Return the rows of some ids in the order of these."""
        rows = {row["id"]: row for row in self._all(statement)}
        return [rows[each] for each in ids]

    def _count(self, statement: sa.Select[int]) -> int:
        return self._connection.execute(statement).scalar_one()


def _oldest(window: sa.FromClause, by: str) -> sa.Select[Any]:
    """Select the id that a window ends with, and how many rows it has."""
    oldest = sa.select(window.c.id, sa.func.count().over().label("rows"))
    return oldest.order_by(window.c[by], window.c.id).limit(1)
