"""A page of deliveries by whatever was asked of the desk; a whole name is found first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from services.api.desk.parameters import PAGE

if TYPE_CHECKING:
    from uuid import UUID

    from services.api.desk.parameters import DeliveriesWanted
    from shared.storage.reading import Reading, Row

Page = tuple[list["Row"], "UUID | None"]
"""The rows, and the id to go on after; None: there is no more."""

MOST_NAMED: Final = 500
"""Deliveries of one name that are looked through: a feed comes under the same one every day."""


def find(reading: Reading, asked: DeliveriesWanted) -> Page:
    """Return the page that was asked for; a whole name is found at any age."""
    if asked.name and not asked.before:
        named = reading.deliveries(filters={"name": asked.name}, limit=MOST_NAMED)
        if wanted := [row for row in named if _is_wanted(row, asked)]:
            return wanted[:PAGE], None
    between: dict[str, Any] = {"received_from": asked.since, "received_to": asked.until}
    return reading.delivery_page(
        filters=asked.filters, before=asked.before, part=asked.name or "", limit=PAGE, **between
    )


def _is_wanted(row: Row, asked: DeliveriesWanted) -> bool:
    since, until = asked.since, asked.until
    return (
        all(row[column] == value for column, value in asked.filters.items())
        and (since is None or row["received_at"] >= since)
        and (until is None or row["received_at"] < until)
    )
