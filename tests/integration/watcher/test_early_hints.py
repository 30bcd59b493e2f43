"""Hints that leave before their rows are committed, and who follows them at once."""

from __future__ import annotations

import contextlib
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from services.watcher.arrivals.leases import Prover
from services.watcher.claims.taking import Claims
from services.watcher.registering import enqueue
from services.watcher.registering.enqueue import Enqueue
from shared.broker.messages import FEW
from shared.clock import now
from shared.config import Settings
from shared.processes import owners
from shared.raw import FolderStore
from shared.storage import Storage
from tests.builders import delivery
from tests.integration.watcher.test_enqueue import claimed
from tests.patience import PATIENCE
from workers.batches import claiming

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from shared.domain.delivery import Lane

pytestmark = pytest.mark.postgres


class Followed:
    """A broker whose messages are followed at once, as an idle worker does."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._begun: list[threading.Thread] = []
        self.there: list[bool] = []
        """Of each message, whether its rows were there when it was sent."""
        self.taken: list[UUID] = []

    def write(self, _lane: Lane, batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """Take hints, and let them be followed."""
        with contextlib.closing(Storage.open(self._url)) as store:
            for ids in batches:
                with store.unit_of_work() as uow:
                    self.there.append(uow.deliveries.existing(ids) == set(ids))
        for ids in batches:
            self._begun.append(threading.Thread(target=self._follow, args=(ids,)))
            self._begun[-1].start()
        return lambda: len(batches)

    def _follow(self, ids: Sequence[UUID]) -> None:
        with contextlib.closing(Storage.open(self._url)) as store:
            self.taken += take(store, ids)

    def ended(self) -> None:
        """Wait until all are followed."""
        for each in self._begun:
            each.join(PATIENCE)

    def depth(self, _lane: Lane) -> int:
        """Tell that nothing waits."""
        return 0

    def workers(self) -> int:
        """Tell of one."""
        return 1


def take(store: Storage, ids: Sequence[UUID]) -> list[UUID]:
    """Claim what a message names, as a worker does: by a lease of its own for each."""
    until = now() + timedelta(minutes=1)
    with store.unit_of_work(hasty=True) as uow:
        taken = claiming.claim(uow, ids, owner=owners.new_name(), now=now(), until=until)
        uow.commit()
    return [each.id for each in taken]


@pytest.fixture
def storage(migrated_postgres_url: str) -> Iterator[Storage]:
    """Give a store in which a claim waits for no writer of rows."""
    store = Storage.open(migrated_postgres_url)
    yield store
    store.close()


def carried(storage: Storage, url: str, folder: Path, files: int) -> tuple[Followed, set[UUID]]:
    """Carry so many files over; return who was told of them, and their ids."""
    broker, store = Followed(url), FolderStore(folder / "raw")
    claims = Claims(store, Prover())
    kept = claimed(store, claims, folder, files)
    Enqueue(Settings(home=folder), storage, broker, store, claims).carry(kept)
    broker.ended()
    return broker, {each.delivery.id for each in kept}


def test_the_hint_of_one_file_leaves_before_its_row_and_is_not_in_vain(
    storage: Storage, migrated_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever follows it at once waits until the row is there, and has it."""
    for module in (enqueue, claiming):  # on a busy machine the row takes long
        monkeypatch.setattr(module, "EARLY", PATIENCE)
    broker, ids = carried(storage, migrated_postgres_url, tmp_path, 1)
    assert broker.there == [False]
    assert set(broker.taken) == ids


def test_the_rows_of_a_burst_are_there_before_its_hint(
    storage: Storage, migrated_postgres_url: str, tmp_path: Path
) -> None:
    """They take longer to write, and workers have others to read meanwhile."""
    broker, ids = carried(storage, migrated_postgres_url, tmp_path, FEW + 1)
    assert broker.there == [True]
    assert set(broker.taken) == ids


def test_a_row_that_took_long_is_hinted_at_again(
    storage: Storage, migrated_postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever followed the first hint may have given up; a second one does no harm."""
    monkeypatch.setattr(enqueue, "EARLY", 0.0)
    broker, ids = carried(storage, migrated_postgres_url, tmp_path, 1)
    assert broker.there == [False, True]
    assert sorted(broker.taken) == sorted(ids), "taken once"


def test_a_row_that_does_not_come_is_not_waited_for_long(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its watcher was killed, or the message was forged."""
    monkeypatch.setattr(claiming, "EARLY", 0.01)
    assert take(storage, [delivery().id]) == []


def test_rows_of_a_message_that_names_many_are_not_waited_for(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Theirs is never early: a queue that outlived its database would keep workers busy."""
    monkeypatch.setattr(claiming, "LOOK_AGAIN", PATIENCE * 1000)
    there = delivery()
    with storage.unit_of_work() as uow:
        uow.deliveries.register([there])
        uow.commit()
    assert take(storage, [there.id, *(delivery().id for _ in range(FEW))]) == [there.id]


def test_a_row_that_somebody_has_is_not_waited_for(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message that comes twice costs two look-ups."""
    row = delivery()
    with storage.unit_of_work() as uow:
        uow.deliveries.register([row])
        uow.commit()
    assert take(storage, [row.id]) == [row.id]
    monkeypatch.setattr(claiming, "EARLY", PATIENCE)
    monkeypatch.setattr(claiming, "LOOK_AGAIN", PATIENCE * 1000)
    assert take(storage, [row.id]) == []


def test_on_sqlite_no_row_is_waited_for(
    migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who waited would keep others from writing, also the one that is waited for."""
    monkeypatch.setattr(claiming, "LOOK_AGAIN", PATIENCE * 1000)
    with contextlib.closing(Storage.open(migrated_sqlite_url)) as store:
        assert take(store, [delivery().id]) == []
