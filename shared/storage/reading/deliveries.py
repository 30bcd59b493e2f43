"""Deliveries: by page, by name, by bytes, and what of them was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.reading.shown import Look, Row
from shared.storage.tables import deliveries, imports, rejected_items

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


class DeliveryReading(Look):
    """What can be asked about deliveries and imports."""

    def delivery(self, delivery_id: UUID) -> Row | None:
        """Return one delivery with all that the ledger knows of it."""
        return self._one(sa.select(deliveries).where(deliveries.c.id == delivery_id))

    def deliveries(
        self,
        *,
        filters: Mapping[str, Any] | None = None,
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
        exact = self._all(_newest(limit).where(deliveries.c.name == name))
        if exact:
            return exact
        below = deliveries.c.name.endswith("/" + name, autoescape=True)
        return self._all(_newest(limit).where(below))

    def named_like(self, part: str, limit: int = 5) -> list[str]:
        """Return some file names that contain a text, whatever its case."""
        alike = sa.select(deliveries.c.name).where(
            deliveries.c.name.icontains(part, autoescape=True)
        )
        return list(self._connection.execute(alike.distinct().limit(limit)).scalars())

    def of_bytes(self, sha256: str, limit: int = 20) -> list[Row]:
        """Return the deliveries that brought these bytes, newest first."""
        return self._all(_newest(limit).where(deliveries.c.sha256 == sha256))

    def ending_in(self, digits: str, limit: int = 2) -> list[Row]:
        """Return deliveries whose id ends in some hex digits: the short form of the log."""
        text = sa.cast(deliveries.c.id, sa.String(36))
        return self._all(_newest(limit).where(text.endswith(digits.lower(), autoescape=True)))

    def rejected_items(self, delivery_id: UUID, limit: int = 1000) -> list[Row]:
        """Return items of a delivery that were not taken, and why."""
        statement = sa.select(rejected_items).order_by(rejected_items.c.item).limit(limit)
        return self._all(statement.where(rejected_items.c.delivery_id == delivery_id))

    def imports(self, limit: int = 20) -> list[Row]:
        """Return the imports, newest first."""
        return self._all(sa.select(imports).order_by(imports.c.started_at.desc()).limit(limit))


def _newest(limit: int) -> sa.Select[Any]:
    return sa.select(deliveries).order_by(deliveries.c.received_at.desc()).limit(limit)
