"""Claims on a real file system: each step, what a crash after it leaves, and the hard cases."""

from __future__ import annotations

import errno
import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.watcher.arrivals.access import NotTaken, Why
from services.watcher.arrivals.stability import Writers
from services.watcher.claims import keeping
from services.watcher.claims.taking import Step
from shared.domain.delivery import Lane
from shared.ids import uuid7
from tests.unit.services.watcher.claims.desks import LONG, TEXT, Desk


@pytest.mark.parametrize("relative", ["story.txt", "wire/2%/story.txt", LONG])
def test_a_claim_tells_all_that_its_row_will_need(desk: Desk, relative: str):
    """After a crash there is nothing but the claim."""
    taken = desk.take(relative)

    assert not (desk.root / relative).exists()
    assert [(left.id, left.relative, left.path) for left in desk.claims.left()] == [
        (taken.id, relative, taken.path)
    ]


@pytest.mark.parametrize("relative", ["story.txt", "wire/story.txt", LONG])
def test_a_kept_claim_has_its_row_and_its_bytes(desk: Desk, relative: str):
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    desk.drop(relative).close()
    os.utime(desk.root / relative, (1e9, 1e9))
    file = desk.inbox.look(relative)
    taken = desk.claims.take(file)
    file.close()

    row = desk.claims.keep(taken)

    assert row is not None
    assert (row.id, row.name, row.size, row.lane) == (taken.id, relative, len(TEXT), Lane.LIVE)
    assert row.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert before <= row.received_at <= datetime.now(UTC)
    assert row.modified_at == datetime.fromtimestamp(1e9, UTC)
    assert desk.store.path(row.sha256).read_bytes() == TEXT
    assert desk.steps == [Step.CLAIMED, Step.KEPT]


def test_keeping_twice_gives_the_same_row(desk: Desk):
    """A recovered claim is registered under the id and the time that it had."""
    taken = desk.take("story.txt")
    os.utime(taken.path, (1e9, 1e9))  # the store touches what it finds again, and it is this file

    first, again = desk.claims.keep(taken), desk.claims.keep(taken)

    assert first is not None
    assert again is not None
    assert (again.id, again.sha256, again.received_at) == (
        first.id,
        first.sha256,
        first.received_at,
    )


@pytest.mark.parametrize("relative", ["story.txt", LONG])
def test_a_released_claim_leaves_nothing_and_may_be_released_again(desk: Desk, relative: str):
    taken = desk.take(relative)
    desk.claims.keep(taken)

    desk.claims.release(taken)
    desk.claims.release(taken)

    assert list(desk.claims.root.iterdir()) == []


def test_the_link_is_shared_with_nothing_once_the_claim_is_released(desk: Desk):
    taken = desk.take("story.txt")
    row = desk.claims.keep(taken)
    desk.claims.release(taken)

    assert row is not None
    assert desk.store.path(row.sha256).stat().st_nlink == 1


def test_an_empty_folder_that_a_crash_left_is_tidied(desk: Desk):
    (desk.claims.root / uuid7().hex / "a" / "b").mkdir(parents=True)

    assert list(desk.claims.left()) == []
    assert list(desk.claims.root.iterdir()) == []


def test_what_is_no_claim_is_passed_over(desk: Desk):
    (desk.claims.root / "README").write_bytes(b"someone was curious")

    assert list(desk.claims.left()) == []


def test_a_claimed_file_with_a_writer_is_not_kept_yet(desk: Desk):
    taken = desk.take("story.txt")
    with Path(taken.path).open("ab") as writer:
        writer.write(b"more")
        assert desk.claims.keep(taken) is None

    row = desk.claims.keep(taken)
    assert row is not None
    assert row.size == len(TEXT) + 4


def test_a_writer_that_comes_while_it_is_hashed_is_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    taken = desk.take("story.txt")

    def hash_slowly(_descriptor: int, _size: int) -> str:
        with pytest.raises(BlockingIOError):
            os.open(taken.path, os.O_WRONLY | os.O_NONBLOCK)
        return hashlib.sha256(TEXT).hexdigest()

    monkeypatch.setattr(keeping, "_hash", hash_slowly)

    assert desk.claims.keep(taken) is None
    assert not desk.store.has(hashlib.sha256(TEXT).hexdigest())


def test_another_file_under_the_same_name_is_judged_by_itself(desk: Desk):
    """Between the look and the rename a writer may put a new file over the old one."""
    file = desk.drop("story.txt")
    other = desk.root / "other"
    with other.open("wb") as writer:
        writer.write(b"half")
        other.rename(desk.root / "story.txt")
        taken = desk.claims.take(file)
        assert desk.claims.keep(taken) is None
    file.close()

    row = desk.claims.keep(taken)
    assert row is not None
    assert row.size == 4


def test_a_large_file_is_hashed_in_pieces(desk: Desk):
    data = bytes(range(256)) * 10_000
    row = desk.claims.keep(desk.take("large.txt", data))

    assert row is not None
    assert row.sha256 == hashlib.sha256(data).hexdigest()


def test_a_share_that_gives_less_at_once_than_there_is_cuts_no_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    """The hash is of all of it, else the store calls the whole by that of its beginning."""
    taken, read = desk.take("story.txt"), os.read
    monkeypatch.setattr(os, "read", lambda descriptor, most: read(descriptor, most // 2))
    row = desk.claims.keep(taken)

    assert row is not None
    assert row.sha256 == hashlib.sha256(TEXT).hexdigest()


def test_a_file_that_is_gone_is_not_claimed(desk: Desk):
    file = desk.drop("story.txt")
    (desk.root / "story.txt").unlink()

    with pytest.raises(FileNotFoundError):
        desk.claims.take(file)
    file.close()
    assert list(desk.claims.left()) == []


@pytest.mark.parametrize("error", [errno.EACCES, errno.EPERM])
def test_a_file_that_may_not_be_moved_is_left_with_the_reason(
    error: int, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    file = desk.drop("story.txt")

    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(error, "no")

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(NotTaken) as caught:
        desk.claims.take(file)
    file.close()

    assert caught.value.why is Why.FOLDER_NOT_WRITABLE
    assert list(desk.claims.root.iterdir()) == []


def test_a_full_disk_leaves_the_file_in_the_inbox(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    file = desk.drop("story.txt")

    def refuse(*_given: object, **_more: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OSError, match="No space"):
        desk.claims.take(file)
    file.close()

    assert (desk.root / "story.txt").read_bytes() == TEXT


def test_a_look_says_what_the_kernel_knows(desk: Desk):
    file = desk.drop("story.txt")
    assert file.look.writers is Writers.NONE
    file.close()
    with (desk.root / "story.txt").open("ab"):
        busy = desk.inbox.look("story.txt")
        busy.close()

    assert busy.look.writers is Writers.SOME


def test_a_time_that_no_calendar_has_is_no_time():
    assert keeping.moment(2**63 - 1) is not None
    assert keeping.moment(10**27) is None
