"""Claims whose bytes are copied: no lease, no links, another disk; what is left if it fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from services.watcher.arrivals.leases import Prover
from services.watcher.claims import keeping
from services.watcher.claims import taking as claim_module
from services.watcher.claims.taking import Claims
from shared import raw
from tests.unit.services.watcher.claims.desks import LONG, TEXT, Desk


def test_without_a_lease_the_bytes_are_copied(desk: Desk):
    """A writer that this kernel does not see keeps its inode; ours is another one."""
    taken = desk.take("story.txt")
    row = Claims(desk.store, Prover(trusting=False)).keep(taken)

    assert row is not None
    assert Path(taken.path).stat().st_ino != desk.store.path(row.sha256).stat().st_ino


def test_where_links_are_not_to_be_had_the_bytes_are_copied(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    taken = desk.take("story.txt")

    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    row = desk.claims.keep(taken)

    assert row is not None
    assert desk.store.path(row.sha256).read_bytes() == TEXT


@pytest.mark.parametrize("relative", ["wire/story.txt", LONG])
def test_from_another_disk_a_file_is_copied_and_then_removed(across: Desk, relative: str):
    file = across.drop(relative)
    modified = (across.root / relative).stat().st_mtime_ns

    taken = across.claims.take(file)
    file.close()

    assert not (across.root / relative).exists()
    assert [left.relative for left in across.claims.left()] == [relative]
    assert Path(taken.path).stat().st_mtime_ns == modified
    row = across.claims.keep(taken)
    assert row is not None
    assert across.store.path(row.sha256).read_bytes() == TEXT


@pytest.mark.parametrize("relative", ["wire/story.txt", LONG])
def test_from_another_disk_the_source_is_removed_when_the_copy_has_its_name_for_good(
    relative: str, across: Desk, monkeypatch: pytest.MonkeyPatch
):
    """Two disks keep no order between them: a power cut could have left neither name."""
    flushed: dict[Path, bool] = {}
    fsync = os.fsync

    def note(descriptor: int) -> None:
        place = Path(f"/proc/self/fd/{descriptor}").readlink()
        flushed[place] = (across.root / relative).exists()
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", note)
    file = across.drop(relative)
    taken = across.claims.take(file)
    file.close()

    folders = [each for each in Path(taken.path).parents if each.is_relative_to(across.claims.root)]
    assert [flushed.get(each) for each in folders] == [True] * len(folders)
    assert not (across.root / relative).exists()


def test_from_another_disk_a_file_stays_where_it_is_when_its_claim_may_not_last(
    across: Desk, monkeypatch: pytest.MonkeyPatch
):
    """Nor is it claimed: it would be received twice."""

    def refuse(_folder: Path, _root: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(claim_module, "flush_up", refuse)
    file = across.drop("story.txt")
    with pytest.raises(OSError, match="Input/output"):
        across.claims.take(file)
    file.close()

    assert (across.root / "story.txt").exists()
    assert list(across.claims.left()) == []


def test_a_file_that_changes_while_it_is_copied_stays_where_it_is(
    across: Desk, monkeypatch: pytest.MonkeyPatch
):
    file = across.drop("story.txt")
    copy = keeping.pump

    def copy_and_change(source: int, target: object, size: int) -> None:
        copy(source, target, size)  # type: ignore[arg-type]  # handed on
        os.utime(across.root / "story.txt", (1, 1))

    monkeypatch.setattr(claim_module, "pump", copy_and_change)

    with pytest.raises(BlockingIOError):
        across.claims.take(file)
    file.close()
    assert (across.root / "story.txt").exists()
    assert list(across.claims.left()) == []


def correct(across: Desk) -> None:
    """Rename another file over the one in the inbox."""
    corrected = across.root / "story.txt.new"
    corrected.write_bytes(b"corrected")
    corrected.rename(across.root / "story.txt")


def test_a_file_that_took_the_place_of_the_one_that_was_copied_stays(across: Desk):
    """A publisher who corrects a file by renaming another over it must not lose the correction."""
    file = across.drop("story.txt")
    correct(across)

    with pytest.raises(BlockingIOError):
        across.claims.take(file)
    file.close()

    assert (across.root / "story.txt").read_bytes() == b"corrected"
    assert list(across.claims.left()) == []


def test_nor_is_one_lost_that_took_its_place_while_the_claim_was_flushed(
    across: Desk, monkeypatch: pytest.MonkeyPatch
):
    """The flush takes the longest: what was copied is overtaken, and the other is to be claimed."""
    flush_up = raw.flush_up

    def flush_and_correct(folder: Path, root: Path) -> None:
        flush_up(folder, root)
        correct(across)

    monkeypatch.setattr(claim_module, "flush_up", flush_and_correct)
    file = across.drop("story.txt")
    with pytest.raises(BlockingIOError):
        across.claims.take(file)
    file.close()

    assert (across.root / "story.txt").read_bytes() == b"corrected"
    assert list(across.claims.left()) == []


def test_what_was_copied_is_kept_though_somebody_else_removed_it(
    across: Desk, monkeypatch: pytest.MonkeyPatch
):
    """Or a share was asked twice to remove it, and says that it is gone."""
    monkeypatch.setattr(
        claim_module, "flush_up", lambda *_given: (across.root / "story.txt").unlink()
    )
    taken = across.take("story.txt")

    assert Path(taken.path).read_bytes() == TEXT


def test_what_cannot_be_removed_is_not_claimed(across: Desk, monkeypatch: pytest.MonkeyPatch):
    """It would be copied and received again and again."""
    unlink = os.unlink

    def refuse(path: str, *, dir_fd: int | None = None) -> None:
        if dir_fd is not None:
            raise OSError(errno.EIO, "Input/output error")
        unlink(path)

    file = across.drop("story.txt")
    monkeypatch.setattr(claim_module, "flush_up", lambda *_given: None)
    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(OSError, match="Input/output"):
        across.claims.take(file)
    file.close()

    assert (across.root / "story.txt").exists()
    assert list(across.claims.left()) == []


def test_one_that_waited_for_its_turn_is_not_copied_while_somebody_writes_it(across: Desk):
    """While it waits no lease is held: it would hold up who writes for most of a minute."""
    file = across.drop("story.txt")
    waiting = file.handed_over()
    file.close()
    with (across.root / "story.txt").open("ab"):
        with pytest.raises(BlockingIOError):
            across.claims.take(waiting)
        waiting.close()
    taken = across.claims.take(waiting)
    waiting.close()
    os.close(waiting.folder)

    assert Path(taken.path).read_bytes() == TEXT
