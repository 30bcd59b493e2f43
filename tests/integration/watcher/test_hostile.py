"""Anybody may put anything into the inbox: each thing has an outcome, and none does harm."""

from __future__ import annotations

import os
import socket
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from services.names import DEEPEST
from tests.integration.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path
    from typing import Any

TEXT = b"City buys old forest\n"


@pytest.fixture
def lines() -> Iterator[list[MutableMapping[str, Any]]]:
    """Keep what is logged."""
    with capture_logs() as kept:
        yield kept


@pytest.fixture
def watching(lines: list[Any], tmp_path: Path, migrated_sqlite_url: str) -> Iterator[Watching]:
    """Run a watcher that scans often, so that what is said once has many chances to come twice."""
    quick = {"settle_seconds": 0.3, "rescan_seconds": 0.2}
    with Watching(tmp_path / "home", migrated_sqlite_url, **quick) as running:
        yield running


def after_several_scans(watching: Watching) -> None:
    """Wait until a good file dropped now is received, and some scans more."""
    count = len(watching.rows())
    (watching.inbox / f"good{count}.txt").write_bytes(b"good %d" % count)
    watching.until_rows(count + 1)
    time.sleep(0.8)


def ignored(lines: list[MutableMapping[str, Any]]) -> list[tuple[str, str]]:
    """Return what was said to be left in the inbox, with the reason."""
    said = [line for line in lines if line["event"] == "file_ignored"]
    return sorted((line["name"], line["reason"]) for line in said)


def test_links_pipes_and_sockets_are_left_and_said_once(
    watching: Watching, lines: list[Any], tmp_path: Path
):
    secret = tmp_path / "secret.txt"
    secret.write_bytes(b"not yours")
    (watching.inbox / "link.txt").symlink_to(secret)
    (watching.inbox / "broken.txt").symlink_to(tmp_path / "nowhere")
    (watching.inbox / "loop").symlink_to(watching.inbox)
    os.mkfifo(watching.inbox / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.getcwd()  # noqa: PTH109 - the path of a socket must be short
        os.chdir(watching.inbox)
        try:
            server.bind("socket.txt")
        finally:
            os.chdir(here)
    after_several_scans(watching)

    assert ignored(lines) == [
        ("broken.txt", "symlink"),
        ("link.txt", "symlink"),
        ("loop", "symlink"),
        ("pipe.txt", "not_a_file"),
        ("socket.txt", "not_a_file"),
    ]
    assert watching.names() == ["good0.txt"]
    assert secret.read_bytes() == b"not yours"


def test_a_pipe_is_never_opened(watching: Watching):
    """A writer that waits for a reader would otherwise be let go, and its words lost."""
    os.mkfifo(watching.inbox / "pipe.txt")
    after_several_scans(watching)

    with pytest.raises(OSError, match="No such device"):
        os.open(watching.inbox / "pipe.txt", os.O_WRONLY | os.O_NONBLOCK)


def test_a_folder_that_is_a_link_leads_nowhere(watching: Watching, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "private.txt").write_bytes(b"private")
    (watching.inbox / "provider").symlink_to(outside)
    after_several_scans(watching)

    assert watching.names() == ["good0.txt"]
    assert (outside / "private.txt").exists()


def test_a_folder_swapped_for_a_link_again_and_again_leads_nowhere(
    watching: Watching, tmp_path: Path
):
    """The race between looking at a folder and opening what is in it."""
    outside = tmp_path / "outside"
    outside.mkdir()
    for number in range(50):
        (outside / f"{number}.txt").write_bytes(b"private")
    folder, aside = watching.inbox / "wire", tmp_path / "aside"
    for number in range(300):
        folder.mkdir()
        (folder / f"{number % 50}.txt").write_bytes(b"bait")
        folder.rename(aside)
        folder.symlink_to(outside)
        time.sleep(0.001)
        folder.unlink()
        aside.rename(watching.inbox / f"done{number}")

    watching.until_rows(300)
    after_several_scans(watching)

    assert len(list(outside.iterdir())) == 50
    assert {watching.raw(row) for row in watching.rows()} == {b"bait", b"good 300"}


@pytest.mark.skipif(sys.platform != "linux", reason="other kernels refuse such names")
def test_names_of_any_bytes_are_received(watching: Watching):
    names = [b"line\nbreak.txt", b"caf\xe9.txt", b"%2F..%2Fetc%25.txt", b"-rf", b"a b'c\".txt"]
    names += [
        "新闻.txt".encode(),
        b"x" * 251 + b".txt",
        b"\xf0\x9f\x97\x9e.txt",
        b"\x1b[31mred.txt",
    ]
    for name in names:
        with open(os.path.join(os.fsencode(watching.inbox), name), "wb") as file:  # noqa: PTH118, PTH123 - bytes
            file.write(name)

    rows = watching.until_rows(len(names))

    assert sorted(watching.raw(row) for row in rows) == sorted(names)
    shown = {row.name for row in rows}
    assert {r"line\nbreak.txt", r"caf\xe9.txt", "%2F..%2Fetc%25.txt", "新闻.txt"} <= shown
    assert all(name.isprintable() for name in shown)


def test_names_that_differ_in_case_alone_are_two_files(watching: Watching):
    for name in ("Story.txt", "story.txt", "STORY.txt"):
        (watching.inbox / name).write_bytes(name.encode())

    watching.until_rows(3)

    assert watching.names() == ["STORY.txt", "Story.txt", "story.txt"]


def test_long_paths_are_received_with_their_names(watching: Watching):
    """A path too long for one file name is claimed in a folder of its own."""
    folder = watching.inbox
    for letter in "abcd":
        folder = folder / (letter * 200)
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)

    [row] = watching.until_rows(1)

    assert row.name == "/".join(letter * 200 for letter in "abcd") + "/story.txt"
    assert row.provider == "a" * 200


def test_what_lies_too_deep_is_left_and_said(watching: Watching, lines: list[Any]):
    folder = watching.inbox
    for _ in range(DEEPEST + 3):
        folder = folder / "d"
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)
    after_several_scans(watching)

    assert (folder / "story.txt").exists()
    [(_name, reason)] = ignored(lines)
    assert reason == "too_deep"


def test_a_path_that_is_too_long_is_left_and_said(watching: Watching, lines: list[Any]):
    folder = watching.inbox
    for _ in range(10):
        folder = folder / ("n" * 240)
    folder.mkdir(parents=True)
    (folder / "story.txt").write_bytes(TEXT)
    after_several_scans(watching)

    assert (folder / "story.txt").exists()
    assert [reason for _name, reason in ignored(lines)] == ["path_too_long"]


def test_a_file_that_changes_while_it_is_read_is_received_as_it_is_in_the_end(
    watching: Watching,
):
    """Rewritten in place again and again: each row's bytes are those of its hash."""
    path = watching.inbox / "story.txt"
    for number in range(200):
        path.write_bytes(b"%d\n" % number * 5000)
    watching.until(lambda: not path.exists())
    time.sleep(0.5)

    rows = watching.until_rows(1)
    for row in rows:
        data = watching.raw(row)
        assert len(data) == row.size
        assert len(set(data.split())) == 1, "half of one text and half of the next"
    assert watching.raw(rows[-1]).startswith(b"199\n")


def test_a_file_that_grows_for_ever_holds_nobody_up(watching: Watching):
    end = threading.Event()

    def grow() -> None:
        with (watching.inbox / "log.txt").open("ab", buffering=0) as writer:
            while not end.wait(0.001):
                writer.write(b"one more line\n")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        after_several_scans(watching)
        assert watching.names() == ["good0.txt"]
    finally:
        end.set()
        writer.join()
    watching.until_rows(2)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs a second owner")
def test_a_file_of_another_owner_is_copied(watching: Watching, tmp_path: Path):
    """Its owner could still change the bytes of a shared inode."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(TEXT)
    os.chown(outside, 65534, 65534)
    inode = outside.stat().st_ino
    outside.rename(watching.inbox / "story.txt")

    [row] = watching.until_rows(1)

    kept = watching.settings.raw / row.sha256[:2] / row.sha256
    assert kept.stat().st_ino != inode
    assert kept.stat().st_uid == 0


@pytest.mark.skipif(sys.platform != "linux", reason="a device of Linux")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root makes them")
def test_a_device_is_left_and_said(watching: Watching, lines: list[Any]):
    os.mknod(watching.inbox / "zero.txt", 0o020644, os.makedev(1, 5))
    after_several_scans(watching)

    assert ignored(lines) == [("zero.txt", "not_a_file")]


def test_each_of_many_links_is_said_once(watching: Watching, lines: list[Any]):
    """The log's own handler sums a storm up: see `tests/unit/shared/test_storms.py`."""
    for number in range(500):
        (watching.inbox / f"{number}.txt").symlink_to("/etc/hostname")
    after_several_scans(watching)

    assert len(ignored(lines)) == len(set(ignored(lines))) == 500
