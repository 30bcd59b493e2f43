"""Backups: of one moment, whole or refused, and the same from and to either database."""

from __future__ import annotations

import contextlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from services.keeping import manifest
from services.keeping.backup import back_up
from services.keeping.restore import restore
from shared.errors import UserError
from shared.ids import uuid7
from shared.raw import FolderStore
from shared.storage import Storage
from shared.storage.dumping import TABLES
from tests.builders import at, delivery
from tests.stored import DAY, store_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.refusing_disk import RefusingDisk


@pytest.fixture
def raw(tmp_path: Path) -> FolderStore:
    """Give a raw store with two files."""
    store = FolderStore(tmp_path / "raw")
    for content in (b"one", b"two"):
        store.copy(BytesIO(content), 3)
    return store


@pytest.fixture
def full(storage: Storage, raw: FolderStore) -> Storage:
    """Give a store with the day, and a delivery of each file of the raw store."""
    store_day(storage)
    with storage.unit_of_work() as uow:
        uow.deliveries.register(
            [delivery(id=uuid7(), sha256=path.name) for path in raw.root.glob("??/*")]
        )
        uow.imports.begin(uuid7(), paths=["a", "b"], provider=None, at=at())
        uow.search_index.catch_up(at())
        uow.commit()
    return storage


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give an empty database of each kind in turn, which was never migrated."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'other' / 'copydesk.db'}"
        return
    server = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


def test_a_restored_backup_is_the_same_on_either_database(
    full: Storage, raw: FolderStore, other_url: str, tmp_path: Path
) -> None:
    """Every table has the same rows, every file its bytes, and the restored one works."""
    made = back_up(full, raw, tmp_path / "backup")
    assert made.copied == 2
    other = FolderStore(tmp_path / "other" / "raw")
    restore(other_url, other, tmp_path / "backup")
    with contextlib.closing(Storage.open(other_url)) as restored:
        restored.check()
        again = back_up(restored, other, tmp_path / "again")
        with restored.unit_of_work() as uow:
            assert uow.search_index.catch_up(at()) > 0, "the words are found again"
        with restored.reading() as reading, full.reading() as reading_full:
            assert list(reading.export()) == list(reading_full.export())
    assert again.manifest.digest == made.manifest.digest
    assert {table.rows for table in made.manifest.tables if table.name == "articles"} == {len(DAY)}
    assert sorted(path.read_bytes() for path in other.root.glob("??/*")) == [b"one", b"two"]


def test_a_backup_shows_one_moment(storage: Storage) -> None:
    """What is written while rows are read is not in it."""
    store_day(storage)
    with storage.snapshot() as dump:
        before = list(dump.lines("deliveries"))
        with storage.unit_of_work() as uow:
            uow.deliveries.register([delivery(id=uuid7())])
            uow.commit()
        assert list(dump.lines("deliveries")) == before
    with storage.snapshot() as dump:
        assert len(list(dump.lines("deliveries"))) == len(before) + 1


def test_a_second_backup_copies_what_is_new_and_replaces_the_rows(
    full: Storage, raw: FolderStore, tmp_path: Path
) -> None:
    """The folder never holds half of two."""
    folder = tmp_path / "backup"
    first = back_up(full, raw, folder)
    raw.copy(BytesIO(b"three"), 5)
    sha256 = next(path.name for path in raw.root.glob("??/*") if path.stat().st_size == 5)
    with full.unit_of_work() as uow:
        uow.deliveries.register([delivery(id=uuid7(), sha256=sha256)])
        uow.commit()
    second = back_up(full, raw, folder)
    assert (first.copied, second.copied) == (2, 1)
    assert len(list(folder.glob("tables-*"))) == 1
    assert manifest.read(folder).digest == second.manifest.digest


def test_a_backup_that_was_cut_off_leaves_the_one_before(
    full: Storage, raw: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the next one tidies up after it."""
    folder = tmp_path / "backup"
    first = back_up(full, raw, folder)

    def fail(*_given: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patch:
        patch.setattr(manifest, "write", fail)
        with pytest.raises(OSError, match="no space"):
            back_up(full, raw, folder)
    assert manifest.read(folder) == first.manifest
    back_up(full, raw, folder)
    assert len(list(folder.glob("tables-*"))) == 1


def test_a_backup_that_the_disk_refused_is_none_and_is_copied_again(
    full: Storage, raw: FolderStore, tmp_path: Path, refusing: RefusingDisk
) -> None:
    """The one before it stays; what was copied in vain is not taken for there the next time."""
    folder = tmp_path / "backup"
    refusing.refuses = 1
    with pytest.raises(UserError, match="disk failed"):
        back_up(full, raw, folder)
    with pytest.raises(UserError, match="no whole backup"):
        manifest.read(folder)

    assert back_up(full, raw, folder).copied == 2
    assert all(refusing.has(path) for path in folder.glob("raw/??/*"))


def test_what_a_power_cut_left_of_a_backup_that_was_cut_off_is_copied_again(
    full: Storage, raw: FolderStore, tmp_path: Path
) -> None:
    """It waited for no disk: of a file there may be a name without bytes."""
    folder = tmp_path / "backup"
    back_up(full, raw, folder)
    (folder / manifest.NAME).unlink()
    empty, whole = sorted(folder.glob("raw/??/*"))
    empty.write_bytes(b"")

    assert back_up(full, raw, folder).copied == 1
    assert {path.read_bytes() for path in (empty, whole)} == {b"one", b"two"}


def test_a_restore_flushes_what_one_that_was_cut_off_has_copied(
    full: Storage, raw: FolderStore, tmp_path: Path, refusing: RefusingDisk
) -> None:
    """It may lie in the machine's memory alone, and its rows would last."""
    folder = tmp_path / "backup"
    back_up(full, raw, folder)
    restored = FolderStore(tmp_path / "restored")
    restored.copy(BytesIO(b"one"), 3)

    restore(f"sqlite:///{tmp_path / 'restored.db'}", restored, folder)

    copied = list(restored.root.glob("??/*"))
    assert len(copied) == 2
    assert all(refusing.has(path) for path in copied)


def test_only_an_empty_database_is_filled(
    full: Storage, raw: FolderStore, tmp_path: Path, migrated_sqlite_url: str
) -> None:
    """Two stores mixed could not be told apart again; nothing is changed."""
    back_up(full, raw, tmp_path / "backup")
    target = f"{migrated_sqlite_url}.mine"
    restore(target, raw, tmp_path / "backup")
    with pytest.raises(UserError, match="empty one"):
        restore(target, raw, tmp_path / "backup")


def test_damage_is_found_and_nothing_is_restored(
    full: Storage, raw: FolderStore, tmp_path: Path
) -> None:
    """Rows or bytes that are not what they were: the database stays empty."""
    folder = tmp_path / "backup"
    made = back_up(full, raw, folder)
    target = f"sqlite:///{tmp_path / 'target.db'}"
    [articles] = [folder / table.file for table in made.manifest.tables if table.name == "links"]
    good = articles.read_bytes()
    articles.write_bytes(good[:-9])
    with pytest.raises(UserError, match="damaged"):
        restore(target, raw, folder)
    articles.write_bytes(good)
    [one, *_] = (folder / "raw").glob("??/*")
    one.write_bytes(b"eno")
    with pytest.raises(UserError, match="damaged"):
        restore(target, FolderStore(tmp_path / "new"), folder)
    with contextlib.closing(Storage.open(target)) as storage, storage.loading() as load:
        assert load.is_empty()


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "no whole backup"), ("{", "damaged"), ('{"format": 1}', "damaged")],
)
def test_what_is_no_backup_is_said(tmp_path: Path, text: str | None, said: str) -> None:
    """Before anything is made."""
    if text is not None:
        (tmp_path / "backup.json").write_text(text)
    with pytest.raises(UserError, match=said):
        restore(f"sqlite:///{tmp_path / 'a.db'}", FolderStore(tmp_path / "raw"), tmp_path)
    assert not (tmp_path / "a.db").exists()


def test_a_backup_of_a_newer_version_is_said(
    full: Storage, raw: FolderStore, tmp_path: Path
) -> None:
    """Which revision is not known here."""
    folder = tmp_path / "backup"
    made = back_up(full, raw, folder)
    manifest.write(folder, made.manifest.model_copy(update={"revision": "9999"}))
    with pytest.raises(UserError, match="9999"):
        restore(f"sqlite:///{tmp_path / 'a.db'}", raw, folder)


def test_a_folder_with_something_else_in_it_is_left_alone(storage: Storage, tmp_path: Path) -> None:
    """A slip in the path costs nothing."""
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("x")
    with pytest.raises(UserError, match=r"dear\.txt"):
        back_up(storage, None, tmp_path / "letters")


def test_every_table_is_backed_up_or_known_to_be_made_again() -> None:
    """A table that a migration adds is in the next backup."""
    assert {"deliveries", "articles", "change_log", "api_tokens", "followers"} <= set(TABLES)
    assert "search_entries" not in TABLES
