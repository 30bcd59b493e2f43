"""Folders: moved in, made and filled, renamed, removed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.integration.watcher.arrivals.texts import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.watching import Watching


def test_a_folder_moved_in_with_all_it_holds_is_received(watching: Watching, tmp_path: Path):
    outside = tmp_path / "agency"
    (outside / "deep" / "deeper").mkdir(parents=True)
    for number, folder in enumerate((outside, outside / "deep", outside / "deep" / "deeper")):
        (folder / "story.txt").write_bytes(TEXT + b"%d" % number)
    outside.rename(watching.inbox / "agency")

    rows = watching.until_rows(3)

    expected = ["agency/deep/deeper/story.txt", "agency/deep/story.txt", "agency/story.txt"]
    assert watching.names() == expected
    assert {row.provider for row in rows} == {"agency"}
    assert (watching.inbox / "agency" / "deep").is_dir(), "people's folders stay"


def test_folders_made_and_filled_at_once_lose_nothing(watching: Watching):
    """The files may be there before the watch on their folder is."""
    for number in range(60):
        folder = watching.inbox / f"p{number}" / "a" / "b"
        folder.mkdir(parents=True)
        (folder / "story.txt").write_bytes(b"%d" % number)

    watching.until_rows(60)

    assert len(set(watching.names())) == 60


def test_a_folder_renamed_inside_the_inbox_has_its_new_name(watching: Watching):
    (watching.inbox / "old").mkdir()
    (watching.inbox / "old" / "one.txt").write_bytes(b"1")
    watching.until_rows(1)

    (watching.inbox / "old").rename(watching.inbox / "new")
    (watching.inbox / "new" / "two.txt").write_bytes(b"2")
    (watching.inbox / "old").mkdir()
    (watching.inbox / "old" / "three.txt").write_bytes(b"3")
    watching.until_rows(3)

    assert watching.names() == ["new/two.txt", "old/one.txt", "old/three.txt"]


def test_an_inbox_that_is_removed_is_made_again(watching: Watching):
    watching.inbox.rmdir()
    watching.until(watching.inbox.is_dir)

    (watching.inbox / "story.txt").write_bytes(TEXT)

    watching.until_rows(1)


def test_a_folder_moved_in_with_a_writer_at_work_is_received_in_the_end(
    patient: Watching, tmp_path: Path
):
    outside = tmp_path / "agency"
    outside.mkdir()
    with (outside / "slow.txt").open("wb", buffering=0) as writer:
        writer.write(b"first half, ")
        outside.rename(patient.inbox / "agency")
        time.sleep(0.2)
        writer.write(b"second half")

    [row] = patient.until_rows(1)

    assert patient.raw(row) == b"first half, second half"
