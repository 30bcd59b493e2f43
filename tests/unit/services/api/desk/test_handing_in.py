"""Files handed in: whole or not at all, never over another, never outside the inbox."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

import pytest

from services.api.desk.handing_in import UNFINISHED, Incoming, NotWanted, place_of, tidy
from shared.errors import Retryable


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


def hand_in(inbox: Path, place: tuple[str, ...], content: bytes = b"news") -> str:
    with Incoming(inbox, place) as incoming:
        incoming.write(content)
        return incoming.finish()


def drafts(inbox: Path) -> list[str]:
    return [path.name for path in (inbox / UNFINISHED).iterdir()]


@pytest.mark.parametrize(
    ("provider", "name", "place"),
    [
        ("", "a.txt", ("a.txt",)),
        ("reuters", "a.txt", ("reuters", "a.txt")),
        ("reuters", "/march/./a.txt", ("reuters", "march", "a.txt")),
        ("", "x" * 300 + ".txt", ("…" + "x" * 248 + ".txt",)),
    ],
)
def test_a_file_has_its_place_below_its_provider(
    provider: str, name: str, place: tuple[str, ...]
) -> None:
    """Folders are kept; what no file system takes is shortened at the front."""
    assert place_of(provider, name) == place
    assert all(len(part.encode()) <= 255 for part in place_of(provider, name))


@pytest.mark.parametrize(
    ("provider", "name"),
    [
        ("", ""),
        ("reuters", ""),
        ("", "../a.txt"),
        ("..", "a.txt"),
        ("a/b", "a.txt"),
        (".hidden", "a.txt"),
        ("", "march/.DS_Store"),
        ("", "a.part"),
        ("", "a\0.txt"),
        ("", "/".join("d" * 40) + "/a.txt"),
    ],
)
def test_what_the_watcher_would_leave_is_refused_with_the_reason(provider: str, name: str) -> None:
    """Nobody waits for a file that would lie in the inbox for ever."""
    with pytest.raises(NotWanted):
        place_of(provider, name)


def test_a_file_lies_in_the_inbox_whole(inbox: Path) -> None:
    """It can be read by everyone, and nothing else is left."""
    assert hand_in(inbox, ("reuters", "march", "a.txt")) == "reuters/march/a.txt"
    path = inbox / "reuters" / "march" / "a.txt"
    assert path.read_bytes() == b"news"
    assert path.stat().st_mode & 0o777 == 0o644
    assert path.stat().st_nlink == 1
    assert drafts(inbox) == []


def test_what_lies_there_is_never_replaced(inbox: Path) -> None:
    """The next free name is taken."""
    names = [hand_in(inbox, ("a.txt",), bytes([number])) for number in range(3)]
    assert names == ["a.txt", "a (2).txt", "a (3).txt"]
    assert [(inbox / name).read_bytes() for name in names] == [b"\x00", b"\x01", b"\x02"]
    assert hand_in(inbox, ("README",)) == "README"
    assert hand_in(inbox, ("README",)) == "README (2)"


def test_file_systems_without_a_safe_rename_get_a_link(
    inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same promise by other means."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [hand_in(inbox, ("a.txt",)) for _ in range(2)] == ["a.txt", "a (2).txt"]
    assert drafts(inbox) == []


def test_a_file_that_broke_off_leaves_nothing(inbox: Path) -> None:
    """The sender went away in the middle."""
    with Incoming(inbox, ("a.txt",)) as incoming:
        incoming.write(b"the first half")
    assert [path.name for path in inbox.iterdir()] == [UNFINISHED]
    assert drafts(inbox) == []


def test_a_link_in_the_inbox_does_not_lead_out_of_it(inbox: Path, tmp_path: Path) -> None:
    """Anybody may write there; the page must not be their way to other folders."""
    outside = tmp_path / "outside"
    outside.mkdir()
    inbox.mkdir()
    (inbox / "reuters").symlink_to(outside)
    with pytest.raises(NotWanted):
        hand_in(inbox, ("reuters", "a.txt"))
    assert list(outside.iterdir()) == []


def test_what_cannot_be_begun_leaves_nothing_open(inbox: Path) -> None:
    """A page would be refused all files after a thousand of them."""
    inbox.mkdir()
    (inbox / UNFINISHED).write_bytes(b"a file where a folder must be")
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(NotWanted):
        hand_in(inbox, ("a.txt",))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    tidy(inbox)  # the desk starts all the same


def test_a_full_disk_is_a_passing_failure(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says so, and nothing half is left."""

    def full(*_given: object) -> int:
        raise OSError(errno.ENOSPC, "no space left on device")

    with Incoming(inbox, ("a.txt",)) as incoming:
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(Retryable, match="disk"):
            incoming.write(b"news")
    assert drafts(inbox) == []


def test_what_a_killed_upload_left_is_removed_after_a_day(inbox: Path) -> None:
    """A younger one may be under way in another process."""
    tidy(inbox)
    (inbox / UNFINISHED).mkdir(parents=True)
    for name, age in (("old", 2 * 86_400), ("young", 60)):
        path = inbox / UNFINISHED / name
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    tidy(inbox)
    assert drafts(inbox) == ["young"]
