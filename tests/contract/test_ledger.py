"""The ledger: registering, claiming, renewing, finishing, giving back."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from shared.domain.delivery import Lane, Outcome, OutcomeWord
from shared.errors import Reason, Rejected
from shared.storage import Storage, lasting
from tests.builders import NOON, at, delivery

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from shared.domain.delivery import Delivery


def register(storage: Storage, *received: Delivery) -> None:
    with storage.unit_of_work() as uow:
        uow.deliveries.register(received)
        uow.commit()


def register_in_haste(storage: Storage) -> None:
    with storage.unit_of_work(hasty=True) as uow:
        uow.deliveries.register([delivery()])
        uow.commit()


def claim(
    storage: Storage, ids: Collection[UUID], owner: str = "one", now_minutes: float = 0
) -> list[Delivery]:
    now = at(now_minutes)
    with storage.unit_of_work() as uow:
        claimed = uow.deliveries.claim(ids, owner=owner, now=now, until=now + timedelta(seconds=10))
        uow.commit()
    return claimed


def test_a_registered_delivery_is_read_back_as_it_was(storage: Storage) -> None:
    """Every field of a delivery survives the ledger."""
    wanted = delivery(name="reuters/ä ä + b.html b.html", provider="reuters", modified_at=at(-5))
    register(storage, wanted)

    [claimed] = claim(storage, [wanted.id])

    assert claimed.name == "reuters/ä ä + b.html b.html"
    assert claimed.modified_at == at(-5)
    assert claimed.received_at == NOON
    assert claimed.attempts == 1


def test_a_row_is_written_with_the_note_of_its_hint_and_one_that_is_there_gets_it(
    storage: Storage,
) -> None:
    """One statement says that a file came and that a message names it."""
    known, unnamed, named = delivery(), delivery(received_at=at(1)), delivery(received_at=at(2))
    register(storage, known)

    with storage.unit_of_work() as uow:
        uow.deliveries.register([known, unnamed, named], hinted={known.id, named.id}, at=at(3))
        uow.commit()

    with storage.unit_of_work() as uow:
        want = uow.deliveries.waiting(Lane.LIVE, now=at(4), hinted_before=None, limit=10)
    assert [each.id for each in want] == [unnamed.id]


def test_only_the_transaction_that_may_be_forgotten_does_not_wait_for_the_disk(
    storage: Storage,
) -> None:
    """The next one on the same connection waits again: 2 is SQLite's FULL, 1 its NORMAL."""
    sqlite = storage.engine.dialect.name == "sqlite"
    ask = "PRAGMA synchronous" if sqlite else "SHOW synchronous_commit"
    usual = _asked(storage, ask, hasty=False)

    assert _asked(storage, ask, hasty=True) == (1 if sqlite else "off")
    assert _asked(storage, ask, hasty=False) == usual
    if sqlite:
        assert usual == 2


def test_what_was_committed_in_haste_can_be_made_to_last(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL flushes its log as far as it was written; SQLite's is a file beside it."""
    if storage.engine.dialect.name == "sqlite":
        flushed: list[Path] = []
        monkeypatch.setattr(lasting, "flush", flushed.append)
        register_in_haste(storage)
        storage.make_last()
        assert flushed == [Path(f"{storage.engine.url.database}-wal")]
        return
    # the server of the tests waits for no disk at all
    url = storage.engine.url.update_query_dict({"options": "-c synchronous_commit=on"})
    with contextlib.closing(Storage.open(url.render_as_string(hide_password=False))) as patient:
        register_in_haste(patient)
        with patient.engine.connect() as one:
            written = one.exec_driver_sql("SELECT pg_current_wal_insert_lsn()").scalar_one()
            patient.make_last()
            reached = f"SELECT pg_current_wal_flush_lsn() >= '{written}'::pg_lsn"
            assert one.exec_driver_sql(reached).scalar_one()


def test_there_is_nothing_to_make_last_where_nothing_was_ever_written(storage: Storage) -> None:
    """SQLite's log is not there before the first commit, nor after the last process ended."""
    storage.make_last()

    with storage.reading() as reading:
        assert reading.outcomes() == {}


def _asked(storage: Storage, question: str, *, hasty: bool) -> object:
    with storage.unit_of_work(hasty=hasty) as uow:
        return uow._connection.exec_driver_sql(question).scalar_one()


def test_registering_twice_writes_one_row(storage: Storage) -> None:
    """A watcher that starts again may register what it registered before."""
    one = delivery()
    register(storage, one)
    register(storage, one, delivery())

    with storage.reading() as reading:
        assert reading.outcomes() == {"received": 2}


def test_leaving_without_commit_undoes_everything(storage: Storage) -> None:
    """A unit of work rolls back unless it is committed."""
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery()])

    with storage.reading() as reading:
        assert reading.outcomes() == {}


def test_a_claimed_delivery_is_nobody_elses(storage: Storage) -> None:
    """A second message for the same delivery does nothing."""
    one = delivery()
    register(storage, one)

    assert [each.id for each in claim(storage, [one.id])] == [one.id]
    assert claim(storage, [one.id], owner="two") == []


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


def expire(storage: Storage, *owners: str) -> list[Delivery]:
    """Take everything from these owners, or from all."""
    with storage.reading() as reading:
        holders = reading.leases()
    with storage.unit_of_work() as uow:
        silent = {owner: holders[owner] for owner in owners or holders}
        freed = uow.deliveries.expire(silent, 100)
        uow.commit()
    return freed


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
