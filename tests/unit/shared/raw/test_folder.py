"""Received bytes in a folder: kept once, under their hash."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import stat
import time
from pathlib import Path

import pytest

from shared.errors import Reason, Rejected
from shared.raw import FolderStore, Kept
from tests.unit.shared.raw.raw_bytes import SHA, TEXT, source


def test_a_linked_file_is_read_back_under_its_hash(store: FolderStore, tmp_path: Path):
    kept = store.link(source(tmp_path), SHA, len(TEXT))

    assert (kept.sha256, kept.size, kept.new) == (SHA, len(TEXT), True)
    with store.open(SHA) as stream:
        assert stream.read() == TEXT
    assert store.path(SHA) == tmp_path / "raw" / SHA[:2] / SHA


def test_a_copied_stream_is_hashed_and_kept_read_only(store: FolderStore):
    kept = store.copy(io.BytesIO(TEXT), len(TEXT))

    assert (kept.sha256, kept.size, kept.new) == (SHA, len(TEXT), True)
    assert stat.S_IMODE(store.path(SHA).stat().st_mode) == 0o440


def test_the_same_bytes_twice_are_one_file(store: FolderStore, tmp_path: Path):
    store.copy(io.BytesIO(TEXT), len(TEXT))
    inode = store.path(SHA).stat().st_ino

    assert not store.copy(io.BytesIO(TEXT), len(TEXT)).new
    assert not store.link(source(tmp_path), SHA, len(TEXT)).new
    assert store.path(SHA).stat().st_ino == inode


def test_a_name_left_without_its_bytes_by_a_power_cut_is_healed(store: FolderStore, tmp_path: Path):
    """A file system may keep a name and lose the bytes that were not flushed."""
    for keep in (
        lambda: store.link(source(tmp_path), SHA, len(TEXT)),
        lambda: store.copy(io.BytesIO(TEXT), len(TEXT)),
    ):
        store.path(SHA).parent.mkdir(parents=True, exist_ok=True)
        store.path(SHA).unlink(missing_ok=True)
        store.path(SHA).write_bytes(b"")

        assert keep().new
        assert store.path(SHA).read_bytes() == TEXT


def test_a_stream_that_never_ends_is_kept_up_to_the_size_that_was_seen(store: FolderStore):
    with Path("/dev/zero").open("rb", buffering=0) as endless:
        kept = store.copy(endless, 3_000_000)

    assert kept.size == 3_000_000
    assert kept.sha256 == hashlib.sha256(bytes(3_000_000)).hexdigest()


def test_no_file_is_made_for_bytes_that_are_kept(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
):
    """A file that is made to be removed again slows the making of others, on ext4 for minutes."""
    kept = store.copy(io.BytesIO(TEXT), len(TEXT))
    monkeypatch.setattr(FolderStore, "_new_file", lambda _self: pytest.fail("a file is made"))

    assert store.copy(io.BytesIO(TEXT), len(TEXT)) == Kept(kept.sha256, len(TEXT), new=False)


def test_a_failed_copy_leaves_nothing_behind(store: FolderStore, tmp_path: Path):
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError(errno.EIO, "the share went away")
            return super().read(min(4, size or 4))

    with pytest.raises(OSError, match="went away"):
        store.copy(Failing(TEXT), len(TEXT))

    assert [path for path in (tmp_path / "raw").rglob("*") if path.is_file()] == []


def test_a_copy_that_is_laid_aside_has_its_name_when_it_is_whole(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """On a disk that knows no links, and is full at the first try: the next one ends it."""
    store.copy(io.BytesIO(TEXT), len(TEXT))
    target = tmp_path / "laid aside.txt"

    def no_links(*_given: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    def full(_source: Path, copy: Path) -> None:
        Path(copy).write_bytes(TEXT[:3])
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(os, "link", no_links)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "copyfile", full)
        with pytest.raises(OSError, match="no space"):
            store.lay_aside(SHA, target)
    store.lay_aside(SHA, target)
    assert target.read_bytes() == TEXT


def test_a_link_to_a_source_that_is_gone_says_so(store: FolderStore, tmp_path: Path):
    """… and does not try for ever to make the folder for it."""
    with pytest.raises(FileNotFoundError):
        store.link(str(tmp_path / "gone"), SHA, len(TEXT))


def test_missing_bytes_are_rejected_with_the_remedy(store: FolderStore):
    with pytest.raises(Rejected, match="restore it from a backup") as caught:
        store.open(SHA)

    assert caught.value.reason is Reason.BYTES_MISSING
    assert not store.has(SHA)


def test_a_store_that_was_prepared_has_a_place_for_every_hash(store: FolderStore):
    """And a second time nothing is left to make."""
    store.prepare()
    made = {path: path.stat().st_ino for path in store.root.iterdir()}
    store.prepare()

    assert {store.path(f"{number:02x}" + "0" * 62).parent for number in range(256)} <= set(made)
    assert {path: path.stat().st_ino for path in store.root.iterdir()} == made


def test_a_store_that_cannot_be_prepared_is_so_later(tmp_path: Path):
    """The first file that is kept finds out what is wrong, and is put off."""
    (tmp_path / "file").write_bytes(b"")
    FolderStore(tmp_path / "file" / "raw").prepare()

    assert not (tmp_path / "file" / "raw").exists()


def test_tidying_removes_only_copies_that_nobody_writes_any_more(store: FolderStore):
    """Whatever time it was given: a large copy with its source's time may be flushed yet."""
    store.copy(io.BytesIO(TEXT), len(TEXT))
    with store.incoming() as (old, _stream):
        time.sleep(0.05)  # coarser than the clock of any file system in use
        with store.incoming() as (young, _other):
            os.utime(young, (0, 0))

            assert store.tidy(young.stat().st_ctime) == 1
            assert (old.exists(), young.exists()) == (False, True)
    assert store.has(SHA)


def test_tidying_a_store_that_was_never_used_is_no_error(tmp_path: Path):
    assert FolderStore(tmp_path / "nothing").tidy(time.time()) == 0


class Late(FolderStore):
    """A store in which somebody finds the bytes just when retention has looked at them."""

    def expired_size(self, sha256: str, before: float) -> int | None:
        """Look as the store does, and let the same bytes be kept again."""
        found = super().expired_size(sha256, before)
        FolderStore(self.root).copy(io.BytesIO(TEXT), len(TEXT))
        return found


def test_bytes_that_somebody_finds_while_they_are_removed_stay(tmp_path: Path):
    """The row that needs them is written later: no table tells of it yet."""
    store = Late(tmp_path / "raw")
    store.copy(io.BytesIO(TEXT), len(TEXT))
    os.utime(store.path(SHA), (1_000, 1_000))

    assert store.remove(SHA, time.time() + 60, lambda: True) is None
    assert store.path(SHA).read_bytes() == TEXT
    assert FolderStore(store.root).remove(SHA, time.time() + 60, lambda: True) == len(TEXT)
