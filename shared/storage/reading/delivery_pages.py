"""
Pages of deliveries by whatever was asked: along an index where one leads, else in windows.

Whoever pages asks again from the id that a page names, until it names none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Unpack

import sqlalchemy as sa

from shared.domain.delivery import Lane, OutcomeWord
from shared.storage.reading.deliveries import WINDOW, DeliveryReading, Which
from shared.storage.tables import deliveries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from shared.storage.reading.shown import Row

LEADING: Final = (("name",), ("outcome", "reason"), ("state",), ("import_id",), ("provider",))
"""Filters that one index serves together."""


class DeliveryPages(DeliveryReading):
    """What is read page by page."""

    def delivery_page(
        self,
        *,
        part: str = "",
        before: UUID | None = None,
        limit: int = 50,
        **asked: Unpack[Which],
    ) -> tuple[list[Row], UUID | None]:
        """
        Return a page, newest first, and the delivery to go on after; None: this was the last.

        `part` is in the name. A page that no index leads to may have fewer rows than `limit`, or
        none, and yet name a delivery to go on after: so far was looked.
        """
        lead, also = self._led(asked.get("filters") or {})
        asked["filters"] = lead
        if part or also:
            return self.deliveries_among(part=part, also=also, before=before, limit=limit, **asked)
        rows = self.deliveries(before=before, limit=limit + 1, **asked)
        return rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None

    def _led(self, filters: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Part the filters: those that an index leads to together, the fewest rows, and others."""
        leads = [
            {name: value for name, value in filters.items() if name in together}
            for together in LEADING
        ]
        given = [lead for lead in leads if lead]
        if filters.get("lane") == Lane.LIVE and "import_id" not in filters:
            # no index has the lane; but what an import brought is never of this one, and after a
            # large import this leads past all of it
            given.append({"import_id": None})
        # without a choice there is nothing to count
        lead = min(given, key=self._deliveries_up_to, default={}) if len(given) > 1 else {}
        lead = lead or next(iter(given), {})
        return lead, {name: value for name, value in filters.items() if name not in lead}

    def _deliveries_up_to(self, lead: Mapping[str, Any]) -> int:
        """Return how many deliveries have these values, counted no further than a window goes."""
        some = sa.select(deliveries.c.id).limit(WINDOW)
        for column, value in lead.items():
            some = some.where(deliveries.c[column] == value)
        if "reason" in lead and "outcome" not in lead:
            some = some.where(deliveries.c.outcome.in_(list(OutcomeWord)))  # the index begins so
        return self._count(sa.select(sa.func.count()).select_from(some.subquery()))
