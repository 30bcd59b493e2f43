"""The watcher on a real folder: what is whole is received at once, what is not is left alone."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from services.watcher import watch
from tests.integration.watching import Watching
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = b"City buys old forest\n\nThe council voted late on Tuesday.\n"

QUICK = {"settle_seconds": 0.3, "poll_seconds": 0.1, "rescan_seconds": 5}


@pytest.fixture(params=["events", "poll"])
def watching(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_sqlite_url: str
) -> Iterator[Watching]:
    """Run a watcher by the kernel's events, and one that polls: the same is true of both."""
    home = Watching(tmp_path / "home", migrated_sqlite_url, watch=request.param, **QUICK)
    with home as running:
        yield running


@pytest.fixture(params=["events", "poll"])
def patient(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_sqlite_url: str
) -> Iterator[Watching]:
    """Run watchers that wait long for a writer who pauses, as a test on a full machine may."""
    given = {**QUICK, "settle_seconds": 3}
    with Watching(tmp_path / "home", migrated_sqlite_url, watch=request.param, **given) as running:
        yield running


def test_a_dropped_file_becomes_a_row_its_bytes_and_a_hint(watching: Watching):
    (watching.inbox / "story.txt").write_bytes(TEXT)

    [row] = watching.until_rows(1)

    assert (row.name, row.provider, row.size) == ("story.txt", "default", len(TEXT))
    assert row.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert watching.raw(row) == TEXT
    assert [each.hex for each in watching.outbox.ids] == [str(row.id).replace("-", "")]
    assert list(watching.inbox.iterdir()) == []


def test_a_profile_gives_a_folder_its_name_and_its_lane(tmp_path: Path, migrated_sqlite_url: str):
    """What floods travels in the bulk lane, whose hints are the sweeper's."""
    profiles = {"rtrs": {"name": "Reuters"}, "pr": {"priority": "bulk"}}
    home = Watching(tmp_path / "home", migrated_sqlite_url, providers=profiles)
    for number, folder in enumerate(profiles):
        (home.inbox / folder).mkdir()
        (home.inbox / folder / "a.txt").write_bytes(TEXT + b"%d" % number)

    with home as running:
        providers = {row.name: row.provider for row in running.until_rows(2)}
        hinted = {row.name for row in running.rows() if row.hinted_at is not None}

    assert providers == {"rtrs/a.txt": "Reuters", "pr/a.txt": "pr"}
    assert hinted == {"rtrs/a.txt"}


def test_files_that_lay_there_before_the_start_are_received(
    tmp_path: Path, migrated_sqlite_url: str
):
    home = Watching(tmp_path / "home", migrated_sqlite_url)
    (home.inbox / "wire").mkdir()
    (home.inbox / "wire" / "old.txt").write_bytes(TEXT)

    with home as running:
        running.until_rows(1)

        assert running.names() == ["wire/old.txt"]


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


def test_a_file_moved_in_is_received(watching: Watching, tmp_path: Path):
    outside = tmp_path / "outside.txt"
    outside.write_bytes(TEXT)
    outside.rename(watching.inbox / "inside.txt")

    watching.until_rows(1)

    assert watching.names() == ["inside.txt"]


def test_a_file_linked_in_is_received_and_its_other_name_stays(watching: Watching, tmp_path: Path):
    """Bytes that another name could still change are copied, not shared."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(TEXT)
    os.link(outside, watching.inbox / "inside.txt")

    [row] = watching.until_rows(1)
    with outside.open("ab") as writer:
        writer.write(b"changed afterwards")

    assert watching.raw(row) == TEXT


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


def test_the_same_file_twice_is_two_deliveries_of_the_same_bytes(watching: Watching):
    for _ in range(2):
        before = len(watching.rows())
        (watching.inbox / "story.txt").write_bytes(TEXT)
        watching.until_rows(before + 1)

    first, second = watching.rows()
    assert (first.name, first.sha256) == (second.name, second.sha256)
    assert first.id != second.id


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


def test_an_inbox_that_is_removed_is_made_again(watching: Watching):
    watching.inbox.rmdir()
    watching.until(watching.inbox.is_dir)

    (watching.inbox / "story.txt").write_bytes(TEXT)

    watching.until_rows(1)


def test_large_files_are_kept_whole(watching: Watching):
    data = os.urandom(1024) * 5000
    (watching.inbox / "large.txt").write_bytes(data)

    [row] = watching.until_rows(1)

    assert row.size == len(data)
    assert watching.raw(row) == data


def test_the_watcher_stops_in_the_midst_of_its_rest(
    tmp_path: Path, migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    """Else it would end when the rest does, long after we gave it up."""
    monkeypatch.setattr(watch, "LONGEST_SLEEP", 100 * PATIENCE)
    home = Watching(tmp_path / "home", migrated_sqlite_url, rescan_seconds=100 * PATIENCE)
    with home as watching:
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


def test_a_program_that_sets_the_times_of_its_copy_finds_it(watching: Watching, tmp_path: Path):
    """As `shutil.copy2` does, by path, after it closed the copy."""
    source = tmp_path / "source.txt"
    source.write_bytes(TEXT)
    os.utime(source, (1e9, 1e9))
    for number in range(50):
        shutil.copy2(source, watching.inbox / f"{number}.txt")

    watching.until_rows(50)
