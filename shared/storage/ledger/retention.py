"""What has had its time: old quarantined deliveries, and bytes that no delivery needs any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord, State
from shared.storage.database.repository import Repository
from shared.storage.tables import deliveries

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID


class Retention(Repository):
    """Looks through the ledger; articles and rows of deliveries are never thrown away."""

    def quarantined(self, before: datetime, limit: int) -> list[UUID]:
        """Return deliveries that went into quarantine before a moment, longest ago first."""
        statement = (
            sa.select(deliveries.c.id)
            .where(deliveries.c.outcome == OutcomeWord.QUARANTINED)
            .where(deliveries.c.finished_at < before)
            .order_by(deliveries.c.finished_at)
            .limit(limit)
        )
        return list(self._connection.execute(statement).scalars())

    def count_quarantined(self, before: datetime) -> int:
        """Return how many deliveries went into quarantine before a moment."""
        statement = (
            sa.select(sa.func.count())
            .where(deliveries.c.outcome == OutcomeWord.QUARANTINED)
            .where(deliveries.c.finished_at < before)
        )
        return int(self._connection.execute(statement).scalar_one())

    def bytes_unneeded(
        self, words: Collection[OutcomeWord], before: datetime, *, after: str, limit: int
    ) -> list[str]:
        """
        Return hashes above `after` of which every delivery ended before a moment, in these words.

        One delivery that waits, is in work, ended otherwise or lately keeps the bytes.
        """
        statement = (
            sa.select(deliveries.c.sha256)
            .where(deliveries.c.sha256 > after)
            .group_by(deliveries.c.sha256)
            .having(sa.func.max(_needed(words, before)) == 0)
            .order_by(deliveries.c.sha256)
            .limit(limit)
        )
        return list(self._connection.execute(statement).scalars())

    def is_unneeded(self, sha256: str, words: Collection[OutcomeWord], before: datetime) -> bool:
        """Return whether no delivery needs the bytes of a hash."""
        statement = sa.select(sa.func.coalesce(sa.func.max(_needed(words, before)), 1)).where(
            deliveries.c.sha256 == sha256
        )
        return self._connection.execute(statement).scalar_one() == 0


def _needed(words: Collection[OutcomeWord], before: datetime) -> sa.ColumnElement[int]:
    over = sa.and_(
        deliveries.c.state == State.DONE,
        deliveries.c.finished_at < before,
        deliveries.c.outcome.in_(words),
    )
    return sa.case((over, 0), else_=1)
