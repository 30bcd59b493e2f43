"""A file that is whole is received at once."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from services.watcher import watch
from tests.integration.watcher.arrivals.texts import TEXT
from tests.integration.watching import Watching
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


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


def test_the_same_file_twice_is_two_deliveries_of_the_same_bytes(watching: Watching):
    for _ in range(2):
        before = len(watching.rows())
        (watching.inbox / "story.txt").write_bytes(TEXT)
        watching.until_rows(before + 1)

    first, second = watching.rows()
    assert (first.name, first.sha256) == (second.name, second.sha256)
    assert first.id != second.id


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
