"""
The ledger: one row for each delivery, for ever; the truth that messages only hint at.

Who works on which of them is the business of `leases.py`, what a message should name that of
`hinting.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.domain.delivery import Lane, OutcomeWord, State
from shared.storage.database.among import among
from shared.storage.database.quick import Quick
from shared.storage.ledger.hinting import Hinting
from shared.storage.ledger.imports import cancelled
from shared.storage.tables import deliveries, rejected_items

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Delivery, Outcome
    from shared.errors import Reason, Rejected

ARTICLES_CAME = tuple(
    word
    for word in OutcomeWord
    if word not in {OutcomeWord.QUARANTINED, OutcomeWord.REDELIVERY, OutcomeWord.DISCARDED}
)
"""The outcomes of deliveries whose articles are stored."""

_CAME = [sa.literal(word) for word in ARTICLES_CAME]

EXISTING = Quick(sa.select(deliveries.c.id).where(among(deliveries.c.id, "ids")))

FIRST_OF = Quick(
    sa.select(deliveries.c.sha256, deliveries.c.id)
    # the hashes lead: by the index of outcomes SQLite would go through all that was ever taken
    .where(among(deliveries.c.sha256, "hashes"))
    .where((deliveries.c.outcome + "").in_(_CAME) | deliveries.c.rereading.is_(True))
    .order_by(deliveries.c.received_at.desc(), deliveries.c.id.desc())
)

_OF_EACH = sa.bindparam("ends", type_=sa.Text)
"""What `finish` writes of each delivery: one JSON text costs a third of a statement for each."""

_ON_POSTGRESQL = (
    sa.func.jsonb_to_recordset(sa.cast(_OF_EACH, postgresql.JSONB))
    .table_valued(
        *deliveries.c["id", "outcome", "reason", "detail", "items", "timings", "same_as"],
        name="ends",
    )
    .render_derived(with_types=True)
)
_ON_SQLITE = sa.func.json_each(_OF_EACH).table_valued("value", name="ends")


def _finishing(value: Callable[[str], sa.ColumnElement[Any]]) -> sa.Update:
    """Return the statement that ends deliveries; `value` finds what is of each."""
    own = ("outcome", "reason", "detail", "items", "timings", "same_as")
    return (
        deliveries.update()
        .where(deliveries.c.id == value("id"))
        .values({name: value(name) for name in own})
        .values(state=State.DONE, lease_owner=None, lease_until=None, rereading=None)
        .values(finished_at=sa.bindparam("at"), task_id=sa.bindparam("task"))
    )


FINISH = {
    "postgresql": Quick(_finishing(lambda name: _ON_POSTGRESQL.c[name]), only="postgresql"),
    "sqlite": Quick(
        _finishing(lambda name: sa.func.json_extract(_ON_SQLITE.c.value, f"$.{name}")),
        only="sqlite",
    ),
}


_OF_DELIVERY = (
    "id", "name", "provider", "sha256", "size", "lane", "received_at", "modified_at", "import_id",
)  # fmt: skip


class Ledger(Hinting):
    """The rows of `deliveries`, inside one transaction."""

    def existing(self, ids: Collection[UUID]) -> set[UUID]:
        """Return those of the ids that have a row."""
        return set(EXISTING.scalars(self._connection, {"ids": ids}))

    def register(
        self,
        received: Sequence[Delivery],
        *,
        hinted: Collection[UUID] = (),
        at: datetime | None = None,
    ) -> int:
        """
        Write the rows of new deliveries and return how many; known ids are left as they are.

        But for the note that a message names those of `hinted`, sent `at` that moment.
        """
        known = self.existing([delivery.id for delivery in received])
        rows = [
            _received(delivery, at if delivery.id in hinted else None)
            for delivery in received
            if delivery.id not in known
        ]
        self._insert_rows(deliveries, rows)
        if again := known.intersection(hinted):
            self.hinted(again, at)
        return len(rows)

    def first_of(self, hashes: Collection[str]) -> dict[str, UUID]:
        """Return, for bytes whose articles are stored, the delivery that brought them first."""
        rows = FIRST_OF.run(self._connection, {"hashes": hashes})
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
        firsts = same_as or {}
        ends = [_end(outcome, firsts.get(outcome.delivery_id)) for outcome in outcomes]
        FINISH[self._connection.dialect.name].run(
            self._connection,
            {
                "ends": orjson.dumps(ends, option=orjson.OPT_NON_STR_KEYS).decode(),
                "at": at,
                "task": task_id,
            },
        )

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

    def note_items(self, so_far: Mapping[UUID, Mapping[str, int]]) -> None:
        """Write what has come so far of long containers that the caller holds, for who watches."""
        for delivery_id, items in so_far.items():
            own = deliveries.update().where(deliveries.c.id == delivery_id)
            self._connection.execute(own.values(items=dict(items)))

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
        return self._open(chosen)

    def read_again(self, ids: Collection[UUID]) -> list[UUID]:
        """Open deliveries whose articles are stored, for their bytes to be read once more."""
        chosen = self._among(deliveries.c.id, ids) & deliveries.c.outcome.in_(ARTICLES_CAME)
        return self._open(chosen, rereading=True, lane=Lane.BULK)

    def _open(self, chosen: sa.ColumnElement[bool], **values: Any) -> list[UUID]:  # noqa: ANN401 - columns
        """Open finished deliveries; those of a cancelled import leave it, or they would wait on."""
        reopened = self._connection.execute(
            deliveries.update()
            .where(chosen)
            .values(
                import_id=sa.case(
                    (deliveries.c.import_id.in_(cancelled()), None), else_=deliveries.c.import_id
                ),
                **values,
            )
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


def _received(delivery: Delivery, hinted_at: datetime | None) -> dict[str, Any]:
    return {name: getattr(delivery, name) for name in _OF_DELIVERY} | {"hinted_at": hinted_at}


def _end(outcome: Outcome, first: UUID | None) -> dict[str, Any]:
    """Return an outcome as `FINISH` takes it; `first` is the delivery that had the same bytes."""
    return {
        "id": outcome.delivery_id.hex,
        "outcome": outcome.word,
        "reason": outcome.reason,
        "detail": outcome.detail,
        "items": dict(outcome.items),
        "timings": dict(outcome.timings),
        "same_as": first.hex if first else None,
    }
