"""Files that others still write, or own."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from tests.integration.watcher.hostile.scans import TEXT, after_several_scans

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.watching import Watching


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
