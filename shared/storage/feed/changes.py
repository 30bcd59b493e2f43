"""The feed of changes: numbered without gaps, in the order of commits."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.values import dataclass
from shared.storage.database.listening import telling
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.tables import change_log

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.change import ChangeKind


_NEWEST = sa.func.coalesce(sa.func.max(change_log.c.seq), 0)
NEWEST = Quick(sa.select(_NEWEST.label("newest")))
NEWEST_AND_TELL = Quick(
    sa.select(_NEWEST.label("newest"), telling(_NEWEST + sa.bindparam("more", type_=sa.Integer))),
    only="postgresql",
)
"""Asks and tells at once: what is told leaves with the commit, whatever is written before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the feed, before it has its number."""

    kind: ChangeKind
    article_id: UUID | None = None
    story_id: UUID | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


class ChangeLog(Repository):
    """Appends to the feed; only under the store lock, so that numbers follow commits."""

    def append(self, changes: Sequence[Change], at: datetime) -> int:
        """Write the changes and return the number of the last one (the feed's end, if none)."""
        last: int
        if changes and self._postgresql:
            [last] = NEWEST_AND_TELL.scalars(self._connection, {"more": len(changes)})
        else:
            [last] = NEWEST.scalars(self._connection)
        rows = [
            {
                "seq": last + step,
                "at": at,
                "kind": change.kind,
                "article_id": change.article_id,
                "story_id": change.story_id,
                "detail": dict(change.detail),
            }
            for step, change in enumerate(changes, start=1)
        ]
        if rows:
            self._insert_rows(change_log, rows)
        return last + len(rows)
