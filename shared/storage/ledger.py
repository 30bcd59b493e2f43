"""
The ledger: one row for each delivery, for ever; the truth that messages only hint at.

Who works on which of them is the business of `leases.py`.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord, State
from shared.storage import imports
from shared.storage.among import among
from shared.storage.leases import Leases, due, far_from
from shared.storage.tables import deliveries, rejected_items

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Delivery, Lane, Outcome
    from shared.errors import Reason, Rejected

CLOCKS_APART = timedelta(seconds=30)
"""The clocks of two hosts may differ by so much without a doubt about either."""

ARTICLES_CAME = tuple(
    word
    for word in OutcomeWord
    if word not in {OutcomeWord.QUARANTINED, OutcomeWord.REDELIVERY, OutcomeWord.DISCARDED}
)
"""The outcomes of deliveries whose articles are stored."""


EXISTING = sa.select(deliveries.c.id).where(among(deliveries.c.id, "ids"))

HINTED = (
    deliveries.update().where(among(deliveries.c.id, "ids")).values(hinted_at=sa.bindparam("at"))
)

FIRST_OF = (
    sa.select(deliveries.c.sha256, deliveries.c.id)
    .where(among(deliveries.c.sha256, "hashes"), deliveries.c.outcome.in_(ARTICLES_CAME))
    .order_by(deliveries.c.received_at.desc(), deliveries.c.id.desc())
)

FINISH = (
    deliveries.update()
    .where(deliveries.c.id == sa.bindparam("delivery_id"))
    .values(state=State.DONE, lease_owner=None, lease_until=None, finished_at=sa.bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A delivery that wants a message."""

    id: UUID
    size: int
    alone: bool
    """Whether a worker died (or was taken away) with it: then it travels in no batch."""


class Ledger(Leases):
    """The rows of `deliveries`, inside one transaction."""

    def existing(self, ids: Collection[UUID]) -> set[UUID]:
        """Return those of the ids that have a row."""
        return set(self._connection.execute(EXISTING, {"ids": ids}).scalars())

    def register(self, received: Sequence[Delivery]) -> int:
        """Write the rows of new deliveries and return how many; known ids are left as they are."""
        known = self.existing([delivery.id for delivery in received])
        rows = [
            {
                "id": delivery.id,
                "name": delivery.name,
                "provider": delivery.provider,
                "sha256": delivery.sha256,
                "size": delivery.size,
                "lane": delivery.lane,
                "received_at": delivery.received_at,
                "modified_at": delivery.modified_at,
                "import_id": delivery.import_id,
            }
            for delivery in received
            if delivery.id not in known
        ]
        self._insert_rows(deliveries, rows)
        return len(rows)

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
        stopped = set(self._connection.execute(imports.stopped()).scalars())
        query = (
            sa.select(deliveries.c.import_id)
            .where(deliveries.c.lane == lane, deliveries.c.state == State.RECEIVED)
            .where(deliveries.c.import_id.is_not(None))
            .order_by(deliveries.c.import_id)
            .limit(1)
        )
        last = self._connection.execute(query).scalar()
        while last is not None:  # one step in the index for each import, however large it is
            if last not in stopped:
                shares.append(last)
            beyond = query.where(deliveries.c.import_id > last)
            last = self._connection.execute(beyond).scalar()
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
        hinted_at = deliveries.c.hinted_at
        unhinted: sa.ColumnElement[bool] = hinted_at.is_(None)
        if hinted_before is not None:
            unhinted = unhinted | (hinted_at < hinted_before) | (hinted_at > now + CLOCKS_APART)
        rows = self._connection.execute(
            sa.select(deliveries.c.id, deliveries.c.size, deliveries.c.attempts)
            .where(deliveries.c.lane == lane, deliveries.c.state == State.RECEIVED, unhinted)
            .where(deliveries.c.import_id == import_id)
            .where(due(now, far_from(now)))
            .order_by(deliveries.c.received_at)
            .limit(limit)
        )
        return [Waiting(row.id, row.size, row.attempts > 0) for row in rows]

    def first_of(self, hashes: Collection[str]) -> dict[str, UUID]:
        """Return, for bytes whose articles are stored, the delivery that brought them first."""
        rows = self._connection.execute(FIRST_OF, {"hashes": hashes})
        return {row.sha256: row.id for row in rows}

    def finish(
        self,
        outcomes: Sequence[Outcome],
        *,
        at: datetime,
        task_id: str | None = None,
        same_as: Mapping[UUID, UUID | None] | None = None,
    ) -> None:
        """Write the outcomes of deliveries that the caller holds (see `held`)."""
        if not outcomes:
            return
        rows = [
            {
                "delivery_id": outcome.delivery_id,
                "at": at,
                "outcome": outcome.word,
                "reason": outcome.reason,
                "detail": outcome.detail,
                "items": dict(outcome.items),
                "timings": dict(outcome.timings),
                "task_id": task_id,
                "same_as": (same_as or {}).get(outcome.delivery_id),
            }
            for outcome in outcomes
        ]
        self._connection.execute(FINISH, rows)

    def reject_items(self, delivery_id: UUID, rejected: Mapping[str, Rejected]) -> None:
        """Keep why items of a delivery were not taken; once more changes nothing."""
        if not rejected:
            return
        known = sa.select(rejected_items.c.item).where(
            rejected_items.c.delivery_id == delivery_id,
            self._among(rejected_items.c.item, list(rejected)),
        )
        written = set(self._connection.execute(known).scalars())
        rows = [
            {"delivery_id": delivery_id, "item": item, "reason": why.reason, "detail": why.detail}
            for item, why in rejected.items()
            if item not in written
        ]
        if rows:
            self._connection.execute(rejected_items.insert(), rows)

    def reopen(
        self,
        ids: Collection[UUID],
        *,
        words: Collection[OutcomeWord],
        reason: Reason | None = None,
    ) -> list[UUID]:
        """Open finished deliveries with one of these outcomes again, as if never tried."""
        chosen = self._among(deliveries.c.id, ids) & deliveries.c.outcome.in_(list(words))
        if reason is not None:
            chosen &= deliveries.c.reason == reason
        reopened = self._connection.execute(
            deliveries.update()
            .where(chosen)
            .values(
                state=State.RECEIVED,
                attempts=0,
                outcome=None,
                reason=None,
                detail=None,
                items=None,
                timings=None,
                finished_at=None,
                hinted_at=None,
                not_before=None,
            )
            .returning(deliveries.c.id)
        ).scalars()
        opened = list(reopened)
        self._connection.execute(
            rejected_items.delete().where(self._among(rejected_items.c.delivery_id, opened))
        )
        return opened

    def discard(self, ids: Collection[UUID], at: datetime) -> list[UUID]:
        """Throw quarantined deliveries away for good; their reason and their bytes are kept."""
        discarded = self._connection.execute(
            deliveries.update()
            .where(self._among(deliveries.c.id, ids))
            .where(deliveries.c.outcome == OutcomeWord.QUARANTINED)
            .values(outcome=OutcomeWord.DISCARDED, finished_at=at)
            .returning(deliveries.c.id)
        ).scalars()
        return list(discarded)
