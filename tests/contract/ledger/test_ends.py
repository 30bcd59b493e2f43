"""The ledger: outcomes, known bytes, and deliveries that begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from shared.domain.delivery import Lane, Outcome, OutcomeWord
from shared.errors import Reason, Rejected
from tests.builders import at, delivery
from tests.contract.ledger.claiming import claim, register

if TYPE_CHECKING:
    from shared.storage import Storage


def test_only_unhinted_or_long_hinted_deliveries_want_a_message(storage: Storage) -> None:
    """A hint is sent again only when its message must have been lost."""
    hinted, waiting = delivery(), delivery(received_at=at(1))
    register(storage, hinted, waiting)
    with storage.unit_of_work() as uow:
        uow.deliveries.hinted([hinted.id], at(2))
        uow.commit()

    with storage.unit_of_work() as uow:
        ledger = uow.deliveries
        now = [
            each.id for each in ledger.waiting(Lane.LIVE, now=at(3), hinted_before=None, limit=10)
        ]
        later = [
            each.id
            for each in ledger.waiting(Lane.LIVE, now=at(3), hinted_before=at(2.5), limit=10)
        ]
        bulk = ledger.waiting(Lane.BULK, now=at(3), hinted_before=None, limit=10)

    assert now == [waiting.id]
    assert later == [hinted.id, waiting.id]
    assert bulk == []


def test_a_finished_delivery_has_its_one_word(storage: Storage) -> None:
    """The outcome, its reason and its timings are what the ledger shows afterwards."""
    one = delivery()
    register(storage, one)
    claim(storage, [one.id])
    outcome = Outcome(
        delivery_id=one.id,
        word=OutcomeWord.QUARANTINED,
        reason=Reason.EMPTY,
        detail="there is nothing in it",
        timings={"parse": 1.5},
    )
    with storage.unit_of_work() as uow:
        uow.deliveries.finish([outcome], at=at(1), task_id="task-1")
        uow.commit()

    with storage.reading() as reading:
        row = reading.delivery(one.id)
        assert reading.outcomes() == {"quarantined": 1}
        assert reading.reasons() == {"empty": 1}
    assert row is not None
    assert (row["outcome"], row["reason"], row["task_id"]) == ("quarantined", "empty", "task-1")
    assert row["timings"] == {"parse": 1.5}
    assert claim(storage, [one.id], now_minutes=2) == []


def test_a_row_cannot_be_done_without_an_outcome(storage: Storage) -> None:
    """The database itself refuses a delivery that ended in silence."""
    one = delivery()
    register(storage, one)

    with pytest.raises(Exception, match="outcome_when_done"), storage.unit_of_work() as uow:
        uow.deliveries.finish(
            [Outcome(delivery_id=one.id, word=None)],  # type: ignore[arg-type]
            at=at(1),
        )


def test_known_bytes_name_their_first_delivery(storage: Storage) -> None:
    """Bytes count as known once a delivery of them gave articles; the earliest is named."""
    first, second, refused = delivery(sha256="a" * 64), delivery(sha256="a" * 64), delivery()
    register(storage, first, second, refused)
    claim(storage, [first.id, second.id, refused.id])
    with storage.unit_of_work() as uow:
        assert uow.deliveries.first_of(["a" * 64]) == {}
        uow.deliveries.finish(
            [
                Outcome(delivery_id=first.id, word=OutcomeWord.NEW),
                Outcome(delivery_id=second.id, word=OutcomeWord.REDELIVERY),
                Outcome(delivery_id=refused.id, word=OutcomeWord.QUARANTINED),
            ],
            at=at(1),
            same_as={second.id: first.id},
        )
        assert uow.deliveries.first_of(["a" * 64, refused.sha256]) == {"a" * 64: first.id}


def test_a_replayed_delivery_starts_anew(storage: Storage) -> None:
    """Reopening forgets attempts, reason and rejected items; other outcomes stay shut."""
    refused, taken = delivery(), delivery()
    register(storage, refused, taken)
    claim(storage, [refused.id, taken.id])
    with storage.unit_of_work() as uow:
        uow.deliveries.reject_items(refused.id, {"1": Rejected(Reason.EMPTY, "nothing")})
        uow.deliveries.finish(
            [
                Outcome(delivery_id=refused.id, word=OutcomeWord.QUARANTINED, reason="empty"),
                Outcome(delivery_id=taken.id, word=OutcomeWord.NEW),
            ],
            at=at(1),
        )
        ids = [refused.id, taken.id, uuid4()]
        assert uow.deliveries.reopen(ids, words=[OutcomeWord.QUARANTINED]) == [refused.id]
        uow.commit()

    with storage.reading() as reading:
        assert reading.rejected_items(refused.id) == []
    [again] = claim(storage, [refused.id], now_minutes=2)
    assert (again.attempts, again.reason) == (1, None)
