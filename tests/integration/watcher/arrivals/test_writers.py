"""A file that is not whole is left alone until it is."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

from tests.integration.watcher.arrivals.texts import TEXT
from tests.integration.watching import Watching

if TYPE_CHECKING:
    from pathlib import Path


def test_a_slow_writer_is_waited_for(patient: Watching):
    """Pieces with pauses shorter than the stillness asked for; the row has all of them."""
    with (patient.inbox / "slow.txt").open("wb", buffering=0) as writer:
        for number in range(12):
            writer.write(b"piece %d\n" % number)
            time.sleep(0.1)
            assert patient.rows() == []

    [row] = patient.until_rows(1)

    assert patient.raw(row).count(b"piece") == 12


def test_by_events_a_writer_that_pauses_long_is_waited_for_too(
    tmp_path: Path, migrated_sqlite_url: str
):
    """The lease is refused as long as the file is open, however still it stands."""
    quick = {"settle_seconds": 0.1, "rescan_seconds": 0.2}
    with Watching(tmp_path / "home", migrated_sqlite_url, **quick) as watching:
        with (watching.inbox / "slow.txt").open("wb", buffering=0) as writer:
            writer.write(b"first half, ")
            time.sleep(1.5)
            assert watching.rows() == []
            writer.write(b"second half")
        [row] = watching.until_rows(1)

        assert watching.raw(row) == b"first half, second half"


def test_a_file_renamed_from_its_partial_name_is_received_under_the_last_one(watching: Watching):
    partial = watching.inbox / "story.txt.part"
    partial.write_bytes(TEXT)
    (watching.inbox / ".story.txt.x8").write_bytes(TEXT)
    (watching.inbox / "story.meta.json").write_bytes(b"{}")
    time.sleep(0.6)
    assert watching.rows() == []

    partial.rename(watching.inbox / "story.txt")
    watching.until_rows(1)

    assert watching.names() == ["story.txt"]
    left = sorted(path.name for path in watching.inbox.iterdir())
    assert left == [".story.txt.x8", "story.meta.json"]


def test_a_file_made_empty_and_filled_later_is_received_once_and_whole(patient: Watching):
    path = patient.inbox / "story.txt"
    path.touch()
    time.sleep(0.1)
    path.write_bytes(TEXT)

    [row] = patient.until_rows(1)

    assert patient.raw(row) == TEXT


def test_a_file_that_stays_empty_is_received_in_the_end(watching: Watching):
    (watching.inbox / "empty.txt").touch()

    [row] = watching.until_rows(1)

    assert row.size == 0


def test_a_program_that_sets_the_times_of_its_copy_finds_it(watching: Watching, tmp_path: Path):
    """As `shutil.copy2` does, by path, after it closed the copy."""
    source = tmp_path / "source.txt"
    source.write_bytes(TEXT)
    os.utime(source, (1e9, 1e9))
    for number in range(50):
        shutil.copy2(source, watching.inbox / f"{number}.txt")

    watching.until_rows(50)
