"""What wants a message: which deliveries nobody works on and no message names, whose turn it is."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.domain.delivery import State
from shared.storage.database.among import among
from shared.storage.ledger import imports
from shared.storage.ledger.leases import Leases, due, far_from
from shared.storage.tables import deliveries

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Lane

CLOCKS_APART = timedelta(seconds=30)
"""The clocks of two hosts may differ by so much without a doubt about either."""

HINTED = (
    deliveries.update().where(among(deliveries.c.id, "ids")).values(hinted_at=sa.bindparam("at"))
)
STOPPED = imports.stopped()
FIRST_IMPORT = (
    sa.select(deliveries.c.import_id)
    .where(deliveries.c.lane == sa.bindparam("lane"), deliveries.c.state == State.RECEIVED)
    .where(deliveries.c.import_id.is_not(None))
    .order_by(deliveries.c.import_id)
    .limit(1)
)
NEXT_IMPORT = FIRST_IMPORT.where(deliveries.c.import_id > sa.bindparam("last"))


@functools.cache
def _waiting_of(*, imported: bool, lost: bool) -> sa.Select[Any]:
    """Return what selects those that wait: of an import, or of none; with those of lost hints."""
    hinted_at = deliveries.c.hinted_at
    unhinted: sa.ColumnElement[bool] = hinted_at.is_(None)
    if lost:
        early, ahead = (hinted_at < sa.bindparam("before")), (hinted_at > sa.bindparam("ahead"))
        unhinted = unhinted | early | ahead
    return (
        sa.select(deliveries.c.id, deliveries.c.size, deliveries.c.attempts)
        .where(deliveries.c.lane == sa.bindparam("lane"), deliveries.c.state == State.RECEIVED)
        .where(unhinted)
        .where(deliveries.c.import_id == (sa.bindparam("import") if imported else None))
        .where(due(sa.bindparam("now"), sa.bindparam("far")))
        .order_by(deliveries.c.received_at)
        .limit(sa.bindparam("most", type_=sa.Integer))
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that wants a message."""

    id: UUID
    size: int
    alone: bool
    """Whether a worker died (or was taken away) with it: then it travels in no batch."""


class Hinting(Leases):
    """The hints of `deliveries`, inside one transaction."""

    def hinted(self, ids: Collection[UUID], at: datetime | None) -> None:
        """Note that a message names these deliveries; None: none does, one is due."""
        self._connection.execute(HINTED, {"ids": ids, "at": at})

    def waiting(
        self, lane: Lane, *, now: datetime, hinted_before: datetime | None, limit: int
    ) -> list[Waiting]:
        """
        Return deliveries of a lane that nobody works on and no message names, at most so many.

        With `hinted_before`, also those whose message was sent before that and must be lost; a
        message sent in the future was sent before the clock was set back.
        Oldest first, and each import in its turn: a small one does not wait for a large one's
        end. Files of an import that is paused or cancelled do not count.
        """
        shares = self._shares(lane)
        each = -(-limit // len(shares))
        waiting = [
            self._waiting(lane, share, now=now, hinted_before=hinted_before, limit=each)
            for share in shares
        ]
        turns = itertools.chain.from_iterable(itertools.zip_longest(*waiting))
        return [one for one in turns if one is not None][:limit]

    def _shares(self, lane: Lane) -> list[UUID | None]:
        """Return the imports of which something waits; None stands for what belongs to none."""
        shares: list[UUID | None] = [None]
        stopped = set(self._connection.execute(STOPPED).scalars())
        last = self._connection.execute(FIRST_IMPORT, {"lane": lane}).scalar()
        while last is not None:  # one step in the index for each import, however large it is
            if last not in stopped:
                shares.append(last)
            last = self._connection.execute(NEXT_IMPORT, {"lane": lane, "last": last}).scalar()
        return shares

    def _waiting(
        self,
        lane: Lane,
        import_id: UUID | None,
        *,
        now: datetime,
        hinted_before: datetime | None,
        limit: int,
    ) -> list[Waiting]:
        asked: dict[str, Any] = {"lane": lane, "now": now, "far": far_from(now), "most": limit}
        if import_id is not None:
            asked["import"] = import_id
        if hinted_before is not None:
            asked |= {"before": hinted_before, "ahead": now + CLOCKS_APART}
        waiting = _waiting_of(imported=import_id is not None, lost=hinted_before is not None)
        rows = self._connection.execute(waiting, asked)
        return [Waiting(row.id, row.size, row.attempts > 0) for row in rows]
