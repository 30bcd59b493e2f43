"""One writer at a time: whoever comes meanwhile waits, and not for ever."""

from __future__ import annotations

import contextlib
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from shared.clock import now
from shared.errors import Retryable
from shared.storage import Storage
from shared.storage.database import engine
from tests.builders import delivery
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Storage]:
    """Give an empty SQLite store."""
    store = Storage.open(f"sqlite:///{tmp_path / 'turns.db'}")
    yield store
    store.close()


def test_a_writer_waits_for_the_one_before_it(sqlite: Storage) -> None:
    """Its transaction begins when the other has ended, without an error between."""
    order: list[str] = []
    came = threading.Event()

    def second() -> None:
        came.set()
        with sqlite.unit_of_work(exclusive=True):
            order.append("second")

    with sqlite.unit_of_work(exclusive=True):
        waiting = threading.Thread(target=second)
        waiting.start()
        assert came.wait(PATIENCE)
        order.append("first")
    waiting.join(PATIENCE)
    assert order == ["first", "second"]


def test_who_is_told_of_a_row_before_its_commit_finds_it_on_sqlite(
    migrated_sqlite_url: str,
) -> None:
    """A claim cannot begin before: so a watcher may send its hint first."""
    told, row = threading.Event(), delivery()
    claimed: list[UUID] = []

    def worker() -> None:
        with contextlib.closing(Storage.open(migrated_sqlite_url)) as store:
            assert told.wait(PATIENCE)
            with store.unit_of_work(hasty=True) as uow:
                until = now() + timedelta(minutes=1)
                taken = uow.deliveries.claim([row.id], owner="a worker", now=now(), until=until)
                claimed.extend(each.id for each in taken)
                uow.commit()

    waiting = threading.Thread(target=worker)
    waiting.start()
    with contextlib.closing(Storage.open(migrated_sqlite_url)) as store:
        with store.unit_of_work() as uow:
            assert uow.keeps_others_out()
            told.set()
            waiting.join(0.1)
            uow.deliveries.register([row])
            uow.commit()
        waiting.join(PATIENCE)

    assert claimed == [row.id]


@pytest.mark.postgres
def test_on_postgresql_nobody_is_kept_out(postgres_url: str) -> None:
    """There, a claim does not see the row, and passes it over."""
    with contextlib.closing(Storage.open(postgres_url)) as store, store.unit_of_work() as uow:
        assert not uow.keeps_others_out()


def test_a_writer_that_does_not_end_is_waited_for_so_long_and_no_longer(
    sqlite: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is said to be busy then, and the lock is as it was."""
    with sqlite.unit_of_work(exclusive=True):
        monkeypatch.setattr(engine, "PATIENCE", 0.01)
        with pytest.raises(Retryable, match="locked"), sqlite.unit_of_work(exclusive=True):
            pass
        monkeypatch.undo()
    with sqlite.unit_of_work(exclusive=True):
        pass
