"""The ledger: who holds a delivery, how long, and how it is given back."""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from shared.domain.delivery import Lane
from tests.builders import at, delivery

if TYPE_CHECKING:
    from uuid import UUID

    from shared.storage import Storage

from tests.contract.ledger.claiming import claim, expire, register


def test_a_claimed_delivery_is_nobody_elses(storage: Storage) -> None:
    """A second message for the same delivery does nothing."""
    one = delivery()
    register(storage, one)

    assert [each.id for each in claim(storage, [one.id])] == [one.id]
    assert claim(storage, [one.id], owner="two") == []


def test_a_claim_whose_answer_was_lost_is_made_again(storage: Storage) -> None:
    """The commit lasts, its worker cannot know: it would hold what it never works on."""
    received = [delivery(), delivery()]
    register(storage, *received)
    ids = sorted(each.id for each in received)
    claim(storage, ids, owner="one")

    again = claim(storage, ids, owner="one")
    assert [(each.id, each.attempts) for each in again] == [(each, 1) for each in ids]
    [alone] = claim(storage, ids[:1], owner="one")
    assert alone.attempts == 1


def test_many_claimers_share_nothing(storage: Storage) -> None:
    """Of four workers that claim the same hundred deliveries, each delivery has one."""
    received = [delivery() for _ in range(100)]
    register(storage, *received)
    ids = [each.id for each in received]
    taken: Counter[UUID] = Counter()
    lock = threading.Lock()

    def work(owner: str) -> None:
        for start in range(0, 100, 10):
            mine = claim(storage, ids[start : start + 10], owner)
            with lock:
                taken.update(each.id for each in mine)

    threads = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert taken == Counter(ids)


def test_a_silent_owner_loses_its_deliveries(storage: Storage) -> None:
    """What it holds is free again, and the attempt stays counted."""
    one = delivery()
    register(storage, one)
    claim(storage, [one.id])

    assert [freed.attempts for freed in expire(storage)] == [1]

    with storage.unit_of_work() as uow:
        assert uow.deliveries.held([one.id], "one") == set()
    [again] = claim(storage, [one.id], owner="two", now_minutes=1)
    assert again.attempts == 2


def test_a_lease_that_was_renewed_since_it_was_looked_at_holds(storage: Storage) -> None:
    """Between the look at an owner and the taking, it may have given a sign of life."""
    one = delivery()
    register(storage, one)
    claim(storage, [one.id])
    with storage.reading() as reading:
        seen = reading.leases()

    with storage.unit_of_work() as uow:
        assert uow.deliveries.renew("one", at(1)) == 1
        assert uow.deliveries.expire(seen, 100) == []
        assert uow.deliveries.held([one.id], "one") == {one.id}


def test_only_the_silent_owner_loses_anything(storage: Storage) -> None:
    """Two owners, one of them silent."""
    mine, theirs = delivery(), delivery()
    register(storage, mine, theirs)
    claim(storage, [mine.id])
    claim(storage, [theirs.id], owner="two")
    with storage.reading() as reading:
        holders = reading.leases()

    assert set(holders) == {"one", "two"}
    assert [freed.id for freed in expire(storage, "two")] == [theirs.id]


def test_a_clock_set_back_puts_nothing_off(storage: Storage) -> None:
    """What was put off or hinted at by the clock as it was an hour later is due, by the new one."""
    put_off, hinted = delivery(), delivery(received_at=at(1))
    register(storage, put_off, hinted)
    claim(storage, [put_off.id])
    with storage.unit_of_work() as uow:
        uow.deliveries.release([put_off.id], "one", not_before=at(61))
        uow.deliveries.hinted([hinted.id], at(60))
        uow.commit()

    with storage.unit_of_work() as uow:
        due = uow.deliveries.waiting(Lane.LIVE, now=at(1), hinted_before=at(0.9), limit=10)
    assert [each.id for each in due] == [put_off.id, hinted.id]
    assert [each.id for each in claim(storage, [put_off.id], now_minutes=1)] == [put_off.id]


def test_what_was_tried_before_travels_alone(storage: Storage) -> None:
    """A delivery that lost a worker is refused in a batch, and taken by itself."""
    suspect, fresh = delivery(), delivery()
    register(storage, suspect, fresh)
    claim(storage, [suspect.id])
    expire(storage)
    with storage.unit_of_work() as uow:
        [first, second] = uow.deliveries.waiting(Lane.LIVE, now=at(1), hinted_before=None, limit=10)
        uow.commit()

    assert {first.id: first.alone, second.id: second.alone} == {suspect.id: True, fresh.id: False}
    assert [each.id for each in claim(storage, [suspect.id, fresh.id], now_minutes=2)] == [fresh.id]
    assert [each.id for each in claim(storage, [suspect.id], now_minutes=2)] == [suspect.id]


def test_a_released_attempt_does_not_count(storage: Storage) -> None:
    """What is given back waits for its time, and was never tried."""
    one = delivery()
    register(storage, one)
    claim(storage, [one.id])
    with storage.unit_of_work() as uow:
        uow.deliveries.release([one.id], "one", not_before=at(5))
        uow.commit()

    assert claim(storage, [one.id], now_minutes=4) == []
    [again] = claim(storage, [one.id], now_minutes=6)
    assert again.attempts == 1


def test_a_forgiven_attempt_does_not_count(storage: Storage) -> None:
    """A worker that lived takes back what its lost lease had counted."""
    one = delivery()
    register(storage, one)
    claim(storage, [one.id])
    expire(storage)
    with storage.unit_of_work() as uow:
        uow.deliveries.forgive([one.id])
        uow.commit()

    [again] = claim(storage, [one.id], now_minutes=2)
    assert again.attempts == 1
