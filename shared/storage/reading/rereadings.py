"""What can be read again from kept bytes, and what articles said before they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.ledger.deliveries import ARTICLES_CAME
from shared.storage.reading.shown import Look
from shared.storage.tables import articles, deliveries, former_readings

if TYPE_CHECKING:
    from uuid import UUID

    from shared.storage.reading.shown import Row


class RereadingReading(Look):
    """Deliveries by who read them, and former readings."""

    def rereadable(
        self,
        *,
        provider: str | None = None,
        parser: str | None = None,
        after: UUID | None = None,
        limit: int = 500,
    ) -> list[UUID]:
        """
        Return deliveries whose articles are stored, in the order of their ids: a page.

        `parser` is the name of one that read an article of them (`web_page`), or with a version of
        it (`web_page/3`).
        """
        # the ids lead: by the index of outcomes each page would begin with all that was ever taken
        came = (deliveries.c.outcome + "").in_(ARTICLES_CAME)
        found = sa.select(deliveries.c.id).where(came)
        if after is not None:
            found = found.where(deliveries.c.id > after)
        if provider is not None:
            found = found.where(deliveries.c.provider == provider)
        if parser is not None:
            found = found.where(
                sa.select(articles.c.id)
                .where(articles.c.delivery_id == deliveries.c.id)
                .where((articles.c.parser == parser) | articles.c.parser.startswith(f"{parser}/"))
                .exists()
            )
        page = found.order_by(deliveries.c.id).limit(limit)
        return list(self._connection.execute(page).scalars())

    def former_readings(self, article_id: UUID) -> list[Row]:
        """Return what an article said until its file was read otherwise, latest first."""
        return self._all(
            sa.select(former_readings)
            .where(former_readings.c.article_id == article_id)
            .order_by(former_readings.c.at.desc())
        )
