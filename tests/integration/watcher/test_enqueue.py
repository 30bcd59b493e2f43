"""What is asked and waited for while a batch becomes rows, and what is not."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from services.watcher.arrivals.leases import Prover
from services.watcher.claims.taking import Claims
from services.watcher.registering.enqueue import SOON, Enqueue, Kept
from shared.config import Settings
from shared.errors import Retryable
from shared.raw import FolderStore
from shared.storage import Storage
from tests.builders import delivery

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from shared.domain.delivery import Lane
    from tests.refusing_disk import RefusingDisk


@dataclass
class Asked:
    """A broker that notes when it is asked, and whether SQLite could be written then."""

    database: str
    notes: list[tuple[str, bool]] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Note what is asked, with whether the lock is free."""
        connection = sqlite3.connect(self.database, timeout=0, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
            self.notes.append((what, True))
        except sqlite3.OperationalError:
            self.notes.append((what, False))
        finally:
            connection.close()

    def write(self, _lane: Lane, _batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """Take hints."""
        self.note("hints")
        return lambda: 1

    def depth(self, _lane: Lane) -> int:
        """Tell that nothing waits."""
        return 0

    def workers(self) -> int:
        """Tell of two."""
        self.note("processes")
        return 2


class Slow(FolderStore):
    """A store that notes when its disk is waited for."""

    def __init__(self, root: Path, asked: Asked) -> None:
        super().__init__(root)
        self.asked = asked

    def syncing(self, hashes: Collection[str]) -> Callable[[], None]:
        """Begin as the store itself does."""
        self.asked.note("flush")
        wait = super().syncing(hashes)

        def waiting() -> None:
            self.asked.note("disk")
            wait()

        return waiting


@pytest.fixture
def storage(migrated_sqlite_url: str) -> Iterator[Storage]:
    """Give a store on SQLite, which has one lock."""
    store = Storage.open(migrated_sqlite_url)
    yield store
    store.close()


def claimed(
    store: FolderStore, claims: Claims, folder: Path, files: int, size: int = 100
) -> list[Kept]:
    """Return so many files that are claimed and kept, and said to be of a size."""
    kept = []
    for number in range(files):
        path = folder / f"{number}.txt"
        path.write_text(f"Text {number}")
        with path.open("rb") as source:
            sha256 = store.copy(source, 100).sha256
        each = delivery(sha256=sha256, size=size)
        path.rename(claims.root / f"{each.id.hex}.{number}.txt")
        kept += [Kept(one, each) for one in claims.left() if one.id == each.id]
    return kept


def received(storage: Storage) -> int:
    """Return how many rows wait to be read."""
    with storage.reading() as reading:
        return reading.outcomes().get("received", 0)


def carried(storage: Storage, folder: Path, files: int, size: int = 100) -> list[tuple[str, bool]]:
    """Carry so many files over; return what was asked in turn, and whether the lock was free."""
    asked = Asked(str(storage.engine.url.database))
    store = Slow(folder / "raw", asked)
    claims = Claims(store, Prover())
    kept = claimed(store, claims, folder, files, size)
    Enqueue(Settings(home=folder), storage, asked, store, claims).carry(kept)
    assert received(storage) == files
    return asked.notes


def test_of_many_files_the_broker_is_asked_before_the_lock(
    storage: Storage, tmp_path: Path
) -> None:
    """How many processes there are decides the messages; workers need not wait for the answer."""
    notes = carried(storage, tmp_path, 65)
    assert notes == [("flush", True), ("processes", True), ("hints", False), ("disk", False)]


def test_the_hint_of_one_file_is_on_its_way_while_the_disk_is_waited_for(
    storage: Storage, tmp_path: Path
) -> None:
    """Whom it wakes finds the row locked until the disk has the bytes."""
    notes = carried(storage, tmp_path, 1)
    assert notes == [("flush", True), ("hints", False), ("disk", False)]


def test_the_disk_is_waited_for_before_the_lock_where_it_has_much_to_write(
    storage: Storage, tmp_path: Path
) -> None:
    """A crawl of gigabytes takes it many seconds, in which workers have articles to write."""
    notes = carried(storage, tmp_path, 1, SOON + 1)
    assert notes[:3] == [("flush", True), ("disk", True), ("hints", False)]


def test_no_row_is_written_of_bytes_that_the_disk_refused(
    storage: Storage, tmp_path: Path, refusing: RefusingDisk
) -> None:
    """Though its hint had left: the file stays claimed, and is carried when the disk has it."""
    asked = Asked(str(storage.engine.url.database))
    store = FolderStore(tmp_path / "raw")
    claims = Claims(store, Prover())
    kept = claimed(store, claims, tmp_path, 1)
    enqueue = Enqueue(Settings(home=tmp_path), storage, asked, store, claims)

    refusing.refuses = 1
    with pytest.raises(Retryable, match="disk"):
        enqueue.carry(kept)
    assert asked.notes == [("hints", False)]
    assert received(storage) == 0
    assert kept[0].claim.exists()

    enqueue.carry(kept)
    assert received(storage) == 1
    assert refusing.has(store.path(kept[0].delivery.sha256))
    assert not kept[0].claim.exists()
