"""The ledger: rows of new deliveries, and when the disk has them."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from shared.domain.delivery import Lane
from shared.errors import Retryable
from shared.storage import Storage
from tests.builders import NOON, at, delivery
from tests.contract.ledger.claiming import claim, register

if TYPE_CHECKING:
    from tests.refusing_disk import RefusingDisk


def register_in_haste(storage: Storage) -> None:
    with storage.unit_of_work(hasty=True) as uow:
        uow.deliveries.register([delivery()])
        uow.commit()


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
    storage: Storage, refusing: RefusingDisk
) -> None:
    """PostgreSQL flushes its log as far as it was written; SQLite's is a file beside it."""
    if storage.engine.dialect.name == "sqlite":
        register_in_haste(storage)
        storage.make_last()
        assert refusing.has(Path(f"{storage.engine.url.database}-wal"))
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


def test_a_log_that_the_disk_refused_is_written_anew(
    migrated_sqlite_url: str, refusing: RefusingDisk
) -> None:
    """As often as it is: to flush it again would say that the disk has it. Its rows are whole."""
    with contextlib.closing(Storage.open(migrated_sqlite_url)) as storage:
        log = Path(f"{storage.engine.url.database}-wal")
        for refused in (0, 2, 1):
            register_in_haste(storage)
            refusing.refuses = refused
            for _ in range(refused):
                with pytest.raises(Retryable, match="Input/output"):
                    storage.make_last()
            storage.make_last()
            assert refusing.has(log)
        with storage.engine.connect() as one:
            assert one.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            assert one.exec_driver_sql("SELECT count(*) FROM deliveries").scalar_one() == 3


def test_a_log_that_others_may_have_failed_for_is_written_anew(
    migrated_sqlite_url: str, refusing: RefusingDisk
) -> None:
    """A watcher was killed before it could, or a worker's flush was told of it and no other."""
    with contextlib.closing(Storage.open(migrated_sqlite_url)) as killed:
        register_in_haste(killed)
        refusing.refuses = 1
        with pytest.raises(Retryable, match="Input/output"):
            killed.make_last()
        with contextlib.closing(Storage.open(migrated_sqlite_url)) as storage:
            storage.make_last()
            assert refusing.has(Path(f"{storage.engine.url.database}-wal"))


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
