"""A page of deliveries by whatever was asked: along an index where one leads, else in windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from services.api.desk.asked import PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from services.api.desk.asked import DeliveriesWanted
    from shared.storage.reading import Reading, Row

Page = tuple[list["Row"], "UUID | None"]
"""The rows, and the id to go on after; None: there is no more."""

MOST_NAMED: Final = 500
"""Deliveries of one name that are looked through: a feed comes under the same one every day."""

LEADING: Final = (("outcome", "reason"), ("state",), ("import_id",), ("provider",))
"""Filters that one index serves together; the first that were given lead."""


def find(reading: Reading, asked: DeliveriesWanted) -> Page:
    """Return the page that was asked for; a whole name is found at any age."""
    if asked.name and not asked.before:
        named = reading.deliveries(filters={"name": asked.name}, limit=MOST_NAMED)
        if wanted := [row for row in named if _is_wanted(row, asked)]:
            return wanted[:PAGE], None
    between: dict[str, Any] = {"received_from": asked.since, "received_to": asked.until}
    return listed(reading, asked.filters, before=asked.before, part=asked.name or "", **between)


def listed(
    reading: Reading,
    filters: Mapping[str, Any],
    *,
    before: UUID | None,
    part: str = "",
    **between: Any,  # noqa: ANN401 - times, as the store takes them
) -> Page:
    """Return a page of the deliveries whose columns have these values, newest first."""
    lead, also = _lead(filters)
    if part or also:
        return reading.deliveries_among(
            part=part, also=also, filters=lead, before=before, limit=PAGE, **between
        )
    rows = reading.deliveries(filters=lead, before=before, limit=PAGE + 1, **between)
    return rows[:PAGE], rows[PAGE - 1]["id"] if len(rows) > PAGE else None


def _lead(filters: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Part the filters: those that an index leads to together, and the others."""
    for together in LEADING:
        lead = {name: value for name, value in filters.items() if name in together}
        if lead:
            return lead, {name: value for name, value in filters.items() if name not in together}
    return {}, {}


def _is_wanted(row: Row, asked: DeliveriesWanted) -> bool:
    since, until = asked.since, asked.until
    return (
        all(row[column] == value for column, value in asked.filters.items())
        and (since is None or row["received_at"] >= since)
        and (until is None or row["received_at"] < until)
    )
