"""
Leases: who works on which deliveries, and for how long without a sign of life.

A worker *claims* rows with a lease and an attempt counted before the work begins; it *renews* the
lease while it works, and writes or *releases* rows only while the lease is still its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.delivery import LONGEST_RETURN, State
from shared.storage.database.among import among
from shared.storage.database.quick import Quick
from shared.storage.database.repository import Repository
from shared.storage.ledger.imports import stopped
from shared.storage.tables import deliveries
from shared.storage.tables.rows import DELIVERY, delivery_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Delivery


def due(
    now: datetime | sa.BindParameter[Any],
    far: datetime | sa.BindParameter[Any],
    put_off: sa.ColumnElement[Any] = deliveries.c.not_before,
) -> sa.ColumnElement[bool]:
    """Return the condition that a delivery is not put off, unless by a clock since set back."""
    return put_off.is_(None) | (put_off <= now) | (put_off > far)


def far_from(now: datetime) -> datetime:
    """Return a time to which nothing is put off, as `due` takes it."""
    return now + 2 * LONGEST_RETURN


def _named(*, skip_locked: bool = False) -> sa.Subquery:
    """
    Return the rows of `ids`, locked as they are now; what else is asked of them is asked outside.

    The ids must lead. What waits or is worked on changes by thousands in a second, so PostgreSQL
    takes it for nothing, would begin there, and compare each of it with each id: 72 ms for 64 ids
    where 3,000 waited. An offset is what it moves no condition across.
    """
    columns = deliveries.c["id", "state", "attempts", "not_before", "import_id", "lease_owner"]
    return (
        sa.select(*columns)
        .where(among(deliveries.c.id, "ids"))
        .offset(0)
        .with_for_update(skip_locked=skip_locked)
        .subquery("named")
    )


_NAMED = _named(skip_locked=True)

_FREE = (
    (_NAMED.c.state == State.RECEIVED)
    & due(sa.bindparam("now"), sa.bindparam("far"), _NAMED.c.not_before)
    & (_NAMED.c.import_id.is_(None) | _NAMED.c.import_id.not_in(stopped()))
)
_MINE_ALREADY = (_NAMED.c.state == State.PROCESSING) & (
    _NAMED.c.lease_owner == sa.bindparam("owner")
)
"""By a claim before, whose answer was lost with the connection: nobody else would ever take it."""


def _claiming(free: sa.ColumnElement[bool]) -> Quick:
    return Quick(
        deliveries.update()
        .where(deliveries.c.id.in_(sa.select(_NAMED.c.id).where(free | _MINE_ALREADY)))
        .values(
            state=State.PROCESSING,
            attempts=sa.case(
                (deliveries.c.state == State.PROCESSING, deliveries.c.attempts),
                else_=deliveries.c.attempts + 1,
            ),
            lease_owner=sa.bindparam("owner"),
            lease_until=sa.bindparam("until"),
        )
        .returning(*deliveries.c[DELIVERY])
    )


CLAIM_ONE, CLAIM_BATCH = _claiming(_FREE), _claiming(_FREE & (_NAMED.c.attempts == 0))

_MINE = _named()

HELD = Quick(
    sa.select(_MINE.c.id)
    .where(_MINE.c.lease_owner == sa.bindparam("owner"))
    .where(_MINE.c.state == State.PROCESSING)
)


class Leases(Repository):
    """The leases of `deliveries`, inside one transaction."""

    def claim(
        self, ids: Collection[UUID], *, owner: str, now: datetime, until: datetime
    ) -> list[Delivery]:
        """
        Take those of the deliveries that are free, count the attempt, and return them.

        A delivery of a batch that was tried before is left for a message of its own; those of a
        paused or cancelled import are left too. What the same owner has taken already is returned
        again, and its attempt counts once: a commit may last though its answer was lost.
        """
        claimed = (CLAIM_BATCH if len(ids) > 1 else CLAIM_ONE).run(
            self._connection,
            {"ids": ids, "now": now, "far": far_from(now), "owner": owner, "until": until},
        )
        taken = [delivery_of(row._asdict()) for row in claimed]
        return sorted(taken, key=lambda delivery: (delivery.received_at, delivery.id))

    def renew(self, owner: str, until: datetime) -> int:
        """Keep all leases of an owner until then, and return how many it still holds."""
        return self._connection.execute(
            deliveries.update()
            .where(deliveries.c.lease_owner == owner, deliveries.c.state == State.PROCESSING)
            .values(lease_until=until)
        ).rowcount

    def held(self, ids: Collection[UUID], owner: str) -> set[UUID]:
        """Return those that the owner still holds, and keep others from taking them meanwhile."""
        return set(HELD.scalars(self._connection, {"ids": ids, "owner": owner}))

    def release(
        self, ids: Collection[UUID], owner: str, *, not_before: datetime | None = None
    ) -> None:
        """Give deliveries back untried: the attempt does not count, and a new message is due."""
        self._connection.execute(
            deliveries.update()
            .where(self._among(deliveries.c.id, ids), deliveries.c.lease_owner == owner)
            .where(deliveries.c.state == State.PROCESSING)
            .values(
                state=State.RECEIVED,
                attempts=deliveries.c.attempts - 1,
                lease_owner=None,
                lease_until=None,
                hinted_at=None,
                not_before=not_before,
            )
        )

    def forgive(self, ids: Collection[UUID]) -> None:
        """Take back one counted attempt each: the worker lived, though its lease did not."""
        if ids:
            self._connection.execute(
                deliveries.update()
                .where(self._among(deliveries.c.id, ids), deliveries.c.attempts > 0)
                .values(attempts=deliveries.c.attempts - 1)
            )

    def got_further(self, ids: Collection[UUID], most: int) -> None:
        """Count at most so many attempts of long containers: none before had come so far."""
        if ids:
            self._connection.execute(
                deliveries.update()
                .where(self._among(deliveries.c.id, ids), deliveries.c.attempts > most)
                .values(attempts=most)
            )

    def expire(self, silent: Mapping[str, datetime], limit: int) -> list[Delivery]:
        """
        Take back what silent owners hold; each attempt stays counted, a message is due.

        `silent` says until when each had its lease when it was looked at (`reading.leases`):
        who has renewed it since keeps it.
        """
        renewed = [
            (deliveries.c.lease_owner == owner) & (deliveries.c.lease_until > until)
            for owner, until in silent.items()
        ]
        theirs = (
            sa.select(deliveries.c.id)
            .where(deliveries.c.state == State.PROCESSING)
            .where(deliveries.c.lease_owner.in_(list(silent)), ~sa.or_(sa.false(), *renewed))
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        freed = self._connection.execute(
            deliveries.update()
            .where(deliveries.c.id.in_(theirs))
            .values(state=State.RECEIVED, lease_owner=None, lease_until=None, hinted_at=None)
            .returning(deliveries)
        )
        return [delivery_of(row._asdict()) for row in freed]

    def abandon(self, owner: str) -> None:
        """Let go of all that an owner holds after a defect; each attempt stays counted."""
        self._connection.execute(
            deliveries.update()
            .where(deliveries.c.lease_owner == owner, deliveries.c.state == State.PROCESSING)
            .values(state=State.RECEIVED, lease_owner=None, lease_until=None, hinted_at=None)
        )
