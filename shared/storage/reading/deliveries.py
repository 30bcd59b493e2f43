"""Deliveries: by page, by name, by bytes, and what of them was not taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord, State
from shared.storage.database.column_types import UtcDateTime
from shared.storage.ledger.deliveries import EXISTING
from shared.storage.reading.shown import Look, Row
from shared.storage.tables import deliveries, rejected_items

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Lane

WINDOW: Final = 2_000
"""Deliveries that are looked through at once for what no index leads to: 10 to 40 ms of CPU."""

FIRST: Final = 200
"""… and before that, for where most are wanted: a page costs little then."""


WAITING: Final = (
    sa.select(deliveries.c.id)
    .where(deliveries.c.lane == sa.bindparam("lane"), deliveries.c.state == State.RECEIVED)
    .where(deliveries.c.import_id.is_(None))
    .where(deliveries.c.received_at < sa.bindparam("before"))
    .where(deliveries.c.not_before.is_(None) | (deliveries.c.not_before <= sa.bindparam("now")))
    .where(deliveries.c.attempts == 0)
    .order_by(deliveries.c.received_at)
    .limit(sa.bindparam("count", type_=sa.Integer))
)
"""Built once: a worker that reads an import asks it twenty times a second."""


class Which(TypedDict, total=False):
    """Which deliveries."""

    filters: Mapping[str, Any]
    """Columns to be equal: outcome, reason, provider, lane, state, name, import_id; None: unset."""
    received_from: datetime | None
    received_to: datetime | None


class DeliveryReading(Look):
    """What can be asked about deliveries."""

    def delivery(self, delivery_id: UUID) -> Row | None:
        """Return one delivery with all that the ledger knows of it."""
        return self._one(sa.select(deliveries).where(deliveries.c.id == delivery_id))

    def existing(self, ids: Collection[UUID]) -> set[UUID]:
        """Return those of the ids that have a row."""
        return set(EXISTING.scalars(self._connection, {"ids": ids}))

    def waiting_ids(self, lane: Lane, *, now: datetime, before: datetime, limit: int) -> list[UUID]:
        """Return untried deliveries of a lane, of no import, that came before a moment."""
        asked = {"lane": lane, "now": now, "before": before, "count": limit}
        return list(self._connection.execute(WAITING, asked).scalars())

    def deliveries(
        self, *, before: UUID | None = None, limit: int = 50, **asked: Unpack[Which]
    ) -> list[Row]:
        """Return deliveries, newest first; `before` is the last id of the page before."""
        newest = self._newest(asked, before, limit).subquery()
        return self._all(_newest_first(_rows_of(newest)))

    def deliveries_among(
        self,
        *,
        part: str = "",
        also: Mapping[str, Any] | None = None,
        before: UUID | None = None,
        limit: int = 50,
        **asked: Unpack[Which],
    ) -> tuple[list[Row], UUID | None]:
        """
        Return deliveries that no index leads to, and where to go on; None: at the end.

        Of those that `filters` (one of them, or outcome and reason) choose, the ones whose name
        contains `part` and that `also` leaves: looked for among `WINDOW` of the newest at a time,
        so that the cost has a bound.
        """
        for size in (min(FIRST, WINDOW), WINDOW):
            window = self._newest(asked, before, size).cte("looked_through")
            alike = sa.select(window.c.id, window.c.received_at)
            if part:
                alike = alike.where(window.c.name.icontains(part, autoescape=True))
            for column, value in (also or {}).items():
                alike = alike.where(window.c[column] == value)
            found = alike.order_by(window.c.received_at.desc(), window.c.id.desc())
            ids, end = self._found_in(window, found.limit(limit + 1), size, by="received_at")
            if end is None or len(ids) > limit:
                break
        chosen = sa.select(deliveries).where(self._among(deliveries.c.id, ids))
        rows = self._in_order(chosen, ids)
        return rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else end

    def providers(self) -> list[str]:
        """Return all providers by name; each is one step through an index, however many files."""
        first = sa.select(sa.func.min(deliveries.c.provider).label("name"))
        found = first.cte("found", recursive=True)
        later = sa.select(sa.func.min(deliveries.c.provider))
        following = later.where(deliveries.c.provider > found.c.name).scalar_subquery()
        found = found.union_all(sa.select(following).where(found.c.name.is_not(None)))
        names = sa.select(found.c.name).where(found.c.name.is_not(None))
        return list(self._connection.execute(names).scalars())

    def _reasons_of(self, outcome: str) -> list[str]:
        """Return the reasons with which deliveries ended so; each is a step through the index."""
        least = sa.select(sa.func.min(deliveries.c.reason).label("reason"))
        least = least.where(deliveries.c.outcome == outcome)
        found = least.cte("found", recursive=True)
        following = least.where(deliveries.c.reason > found.c.reason).scalar_subquery()
        found = found.union_all(sa.select(following).where(found.c.reason.is_not(None)))
        reasons = sa.select(found.c.reason).where(found.c.reason.is_not(None))
        return list(self._connection.execute(reasons).scalars())

    def _newest(self, asked: Which, before: UUID | None, limit: int) -> sa.Select[Any]:
        """Select the ids and times of the newest so many."""
        wanted = self._before(_which(asked), before)
        filters = asked.get("filters") or {}
        if "state" in filters and self._few(filters["state"]):
            # an index holds these alone, but not in this order: take all of them, and sort
            few = wanted.limit(WINDOW).subquery()
            newest = sa.select(few).order_by(few.c.received_at.desc(), few.c.id.desc())
            return newest.limit(limit)
        if "import_id" in filters and filters["import_id"] is None:
            # PostgreSQL takes no null for a constant, and would sort what the index has in order
            return _newest_first(wanted.order_by(deliveries.c.import_id.desc())).limit(limit)
        if ("outcome" in filters) == ("reason" in filters):
            return _newest_first(wanted).limit(limit)
        # the index has the outcome and the reason before the time: one seek for each of those
        # that were not asked for, and the newest of all
        if "outcome" in filters:
            ends = [deliveries.c.reason == why for why in self._reasons_of(filters["outcome"])]
        else:
            ends = [deliveries.c.outcome == word for word in OutcomeWord]
        if not ends:
            return _newest_first(wanted.where(deliveries.c.reason.is_(None))).limit(limit)
        each = [_newest_first(wanted.where(end)).limit(limit).subquery() for end in ends]
        union = sa.union_all(*(sa.select(one) for one in each)).subquery()
        return sa.select(union).order_by(union.c.received_at.desc(), union.c.id.desc()).limit(limit)

    def _before(self, wanted: sa.Select[Any], before: UUID | None) -> sa.Select[Any]:
        """Select of the wanted ones those that came before one; none where it is unknown."""
        if before is None:
            return wanted
        start = self.delivery(before)
        if start is None:
            return wanted.where(sa.false())
        came = sa.literal(start["received_at"], UtcDateTime())
        return wanted.where(_place < sa.tuple_(came, sa.literal(before, sa.Uuid())))

    def _few(self, state: str) -> bool:
        """Return whether few deliveries are in a state: an open one, as a rule."""
        some = sa.select(deliveries.c.id).where(deliveries.c.state == state).limit(WINDOW + 1)
        return self._count(sa.select(sa.func.count()).select_from(some.subquery())) <= WINDOW

    def named(self, name: str, limit: int = 20) -> list[Row]:
        """Return the deliveries of a file name (or path below the inbox), newest first."""
        exact = self._all(_named(limit).where(deliveries.c.name == name))
        if exact:
            return exact
        # the names are looked through in their index alone: the rows are five times as much
        below = sa.select(deliveries.c.name).distinct().limit(limit)
        below = below.where(deliveries.c.name.endswith("/" + name, autoescape=True))
        names = list(self._connection.execute(below).scalars())
        return self._all(_named(limit).where(deliveries.c.name.in_(names))) if names else []

    def named_like(self, part: str, limit: int = 5) -> list[str]:
        """Return some file names that contain a text, whatever its case."""
        alike = sa.select(deliveries.c.name).where(
            deliveries.c.name.icontains(part, autoescape=True)
        )
        return list(self._connection.execute(alike.distinct().limit(limit)).scalars())

    def of_bytes(self, sha256: str, limit: int = 20) -> list[Row]:
        """Return the deliveries that brought these bytes, newest first."""
        return self._all(_named(limit).where(deliveries.c.sha256 == sha256))

    def ending_in(self, digits: str, limit: int = 2) -> list[Row]:
        """Return deliveries whose id ends in some hex digits: the short form of the log."""
        text = sa.cast(deliveries.c.id, sa.String(36))
        return self._all(_named(limit).where(text.endswith(digits.lower(), autoescape=True)))

    def of_task(self, task_id: str, limit: int = 64) -> list[Row]:
        """Return the deliveries that one message of Celery took to their outcome."""
        rows = sa.select(deliveries).where(deliveries.c.task_id == task_id)
        return self._all(rows.order_by(deliveries.c.id).limit(limit))

    def rejected_items(self, delivery_id: UUID, limit: int = 1000) -> list[Row]:
        """Return items of a delivery that were not taken, and why."""
        statement = sa.select(rejected_items).order_by(rejected_items.c.item).limit(limit)
        return self._all(statement.where(rejected_items.c.delivery_id == delivery_id))


_ENDS: Final = ("state", "outcome", "reason")

_place = sa.tuple_(deliveries.c.received_at, deliveries.c.id)


def _which(asked: Which) -> sa.Select[Any]:
    columns = ("id", "received_at", "name", "provider", "import_id", "lane", *_ENDS)
    wanted = sa.select(*(deliveries.c[name] for name in columns))
    for column, value in (asked.get("filters") or {}).items():
        wanted = wanted.where(deliveries.c[column] == value)
    if (since := asked.get("received_from")) is not None:
        wanted = wanted.where(deliveries.c.received_at >= since)
    if (until := asked.get("received_to")) is not None:
        wanted = wanted.where(deliveries.c.received_at < until)
    return wanted


def _newest_first(statement: sa.Select[Any]) -> sa.Select[Any]:
    return statement.order_by(deliveries.c.received_at.desc(), deliveries.c.id.desc())


def _rows_of(chosen: sa.Subquery) -> sa.Select[Any]:
    return sa.select(deliveries).join(chosen, chosen.c.id == deliveries.c.id)


def _named(limit: int) -> sa.Select[Any]:
    return sa.select(deliveries).order_by(deliveries.c.received_at.desc()).limit(limit)
