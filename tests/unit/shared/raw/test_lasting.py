"""Received bytes that the disk shall have: flushed, refused, written anew."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from shared.errors import Retryable
from shared.raw import FolderStore, disk, lasting, passing_failures

if TYPE_CHECKING:
    from tests.refusing_disk import RefusingDisk
from tests.unit.shared.raw.raw_bytes import SHA, TEXT, source


@pytest.mark.parametrize("count", [1, lasting.FEW, lasting.FEW + 1])
def test_a_few_files_are_flushed_one_by_one_and_a_burst_at_once(
    count: int, store: FolderStore, monkeypatch: pytest.MonkeyPatch
):
    hashes = kept(store, count)
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    whole: list[int] = []
    monkeypatch.setattr(disk.FileSystem, "flush", lambda _whole: whole.append(1))

    store.sync(hashes)

    assert bool(flushed) == (count <= lasting.FEW)
    assert bool(whole) == (count > lasting.FEW)


def test_flushing_the_file_system_works_here(store: FolderStore):
    store.sync(kept(store, lasting.FEW + 1))
    store.sync(())


def test_a_flush_that_fails_raises(tmp_path: Path):
    with pytest.raises(OSError, match="No such file"):
        disk.FileSystem(tmp_path / "gone").flush()


def test_a_file_system_is_asked_by_who_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Who comes later hears nothing of what failed; and a folder in its place is another's."""
    asked: list[int] = []

    def syncfs(descriptor: int) -> int:
        asked.append(descriptor)
        return 0

    libc = SimpleNamespace(syncfs=syncfs)
    monkeypatch.setattr(disk, "libc", lambda: libc)
    place = tmp_path / "raw"
    whole = disk.FileSystem(place)
    whole.watch()
    place.mkdir()
    whole.watch()
    opened = [int(link.name) for link in Path("/proc/self/fd").iterdir()]
    [before] = [descriptor for descriptor in opened if leads_to(descriptor, place)]
    whole.flush()
    whole.flush()
    place.rename(tmp_path / "away")
    place.mkdir()
    whole.flush()

    assert asked[:2] == [before, before]
    assert leads_to(asked[2], place)


def leads_to(descriptor: int, place: Path) -> bool:
    """Return whether an open file is the one that lies somewhere."""
    try:
        return os.path.samestat(os.fstat(descriptor), place.stat())
    except OSError:
        return False


@pytest.mark.parametrize("count", [1, lasting.FEW + 1])
def test_bytes_that_the_disk_refused_are_written_anew(
    count: int, store: FolderStore, refusing: RefusingDisk
):
    """As often as it refuses them: to flush the same file again would say that it has them."""
    hashes = kept(store, count)
    refusing.refuses = 3
    for _ in range(3):
        with pytest.raises(OSError, match="Input/output"):
            store.sync(hashes)

    store.sync(hashes)

    assert all(refusing.has(store.path(sha256)) for sha256 in hashes)
    assert all(hashlib.sha256(store.path(each).read_bytes()).hexdigest() == each for each in hashes)
    modes = {stat.S_IMODE(store.path(sha256).stat().st_mode) for sha256 in hashes}
    assert modes == {0o440}


def test_a_failure_that_nobody_waited_for_is_known(store: FolderStore, refusing: RefusingDisk):
    """The database was away meanwhile: the same batch is carried again, and flushed anew."""
    hashes = kept(store, lasting.FEW)
    refusing.refuses = 1
    store.syncing(hashes)

    store.sync(hashes)

    assert all(refusing.has(store.path(sha256)) for sha256 in hashes)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that cannot be flushed")
def test_a_file_system_that_flushes_no_folders_is_taken_as_it_is():
    """Some shares and virtual machines' folders are such; files there are flushed all the same."""
    with pytest.raises(OSError, match="Invalid argument"):
        fsync_folder(Path("/proc"))
    disk.flush(Path("/proc"))
    with pytest.raises(OSError, match="Invalid argument"):
        disk.flush(Path("/proc/self/status"))


def fsync_folder(folder: Path) -> None:
    """Flush the names in a folder, as the system does it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@pytest.mark.parametrize("way", ["link", "copy"])
def test_bytes_that_the_disk_refused_are_kept_anew_after_a_kill(
    way: str, store: FolderStore, refusing: RefusingDisk, tmp_path: Path
):
    """The next process finds them there, and on the disk they need not be."""
    claim = source(tmp_path)
    store.link(claim, SHA, len(TEXT))
    refusing.refuses = 1
    with pytest.raises(OSError, match="Input/output"):
        store.sync({SHA})

    later = FolderStore(store.root)
    assert not later.has(SHA)
    if way == "link":
        with pytest.raises(OSError, match="only a new file"):
            later.link(claim, SHA, len(TEXT))
    assert later.copy(io.BytesIO(TEXT), len(TEXT)).new
    later.sync({SHA})

    assert refusing.has(store.path(SHA))


def test_what_another_process_heard_of_is_not_flushed_in_vain(
    store: FolderStore, refusing: RefusingDisk
):
    """An import met the failure; the watcher, which keeps the same bytes, is told of none."""
    kept(store, 1)
    other = FolderStore(store.root)
    [sha256] = kept(other, 1)
    refusing.refuses = 1
    with pytest.raises(OSError, match="Input/output"):
        other.sync({sha256})

    with pytest.raises(OSError, match="failed before"):
        store.sync({sha256})
    store.sync({sha256})

    assert refusing.has(store.path(sha256))


def test_bytes_that_the_disk_refused_and_lost_are_not_written_anew(
    store: FolderStore, refusing: RefusingDisk
):
    """What memory gave up is read from the disk again: no bytes of that name."""
    [sha256] = kept(store, 1)
    refusing.refuses = 1
    with pytest.raises(OSError, match="Input/output"):
        store.sync({sha256})
    store.path(sha256).chmod(0o640)
    store.path(sha256).write_bytes(b"?")

    with pytest.raises(OSError, match="lost bytes") as caught:
        store.sync({sha256})
    assert caught.value.errno not in disk.PASSING


def kept(store: FolderStore, count: int) -> set[str]:
    """Keep so many objects; return their hashes."""
    return {store.copy(io.BytesIO(bytes([n])), 1).sha256 for n in range(count)}


def test_a_full_disk_passes_and_other_errors_do_not():
    with pytest.raises(Retryable, match="No space"), passing_failures():
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(FileNotFoundError), passing_failures():
        raise FileNotFoundError(errno.ENOENT, "gone")


def test_a_partly_taken_chunk_is_written_to_its_end(tmp_path: Path):
    class Slow(io.FileIO):
        def write(self, data: object) -> int:
            return super().write(bytes(data)[:3])  # type: ignore[call-overload]  # a memoryview

    with Slow(tmp_path / "slow", "w") as target:
        disk.write_all(target, TEXT)

    assert (tmp_path / "slow").read_bytes() == TEXT
