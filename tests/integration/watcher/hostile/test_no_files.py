"""Links, pipes, sockets and devices are left in the inbox, said once, and lead nowhere."""

from __future__ import annotations

import os
import socket
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.integration.watcher.hostile.scans import after_several_scans, ignored

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.integration.watching import Watching


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
