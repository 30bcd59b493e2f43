"""Two disks, one of them small: a raw store on a file system of its own, that fills up."""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from services.watcher.claims.aside import LARGE
from services.watcher.imports.giving import import_paths
from services.watcher.registering import carrying
from shared.config import Settings
from shared.storage import Storage
from tests.integration.watching import Watching
from tests.small_disk import fill, mount, small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.watcher.imports.report import ImportReport

KIB = 1024


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Give a raw folder that is a disk of its own, of one megabyte."""
    with small_disk(tmp_path / "home" / "raw") as raw:
        yield raw


@pytest.fixture
def lines() -> Iterator[list[Any]]:
    with capture_logs() as kept:
        yield kept


@pytest.fixture
def watching(
    lines: list[Any], small: Path, tmp_path: Path, migrated_sqlite_url: str
) -> Iterator[Watching]:
    with Watching(tmp_path / "home", migrated_sqlite_url, rescan_seconds=5) as running:
        yield running


@pytest.mark.parametrize("large", [LARGE, 1])
def test_a_file_comes_over_from_another_disk(
    watching: Watching, large: int, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(carrying, "LARGE", large)
    for number in range(30):
        (watching.inbox / f"{number}.txt").write_bytes(b"%d" % number)

    rows = watching.until_rows(30)

    assert sorted(watching.raw(row) for row in rows) == sorted(b"%d" % n for n in range(30))
    assert list(watching.inbox.iterdir()) == []


@pytest.mark.parametrize("large", [LARGE, 1])
def test_a_full_disk_is_waited_out_and_what_still_fits_goes_on(
    watching: Watching,
    large: int,
    small: Path,
    lines: list[Any],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(carrying, "LARGE", large)
    (watching.inbox / "large.txt").write_bytes(os.urandom(1500 * KIB))
    watching.until(lambda: any(line["event"] == "file_ignored" for line in lines))
    (watching.inbox / "small.txt").write_bytes(b"fits")
    watching.until_rows(1)
    assert watching.names() == ["small.txt"]

    mount("-o", "remount,size=8m", at=small)
    watching.until_rows(2)

    assert watching.names() == ["large.txt", "small.txt"]
    said = [line["reason"] for line in lines if line["event"] == "file_ignored"]
    assert said == ["disk_error"], "once, however often it was tried"


def test_with_many_files_on_a_full_disk_it_is_said_once_and_none_is_lost(
    watching: Watching, small: Path, lines: list[Any]
):
    contents = {f"{number}.txt": os.urandom(100 * KIB) for number in range(40)}
    for name, data in contents.items():
        (watching.inbox / name).write_bytes(data)
    watching.until(lambda: any(line["event"] == "disk_away" for line in lines))
    watching.until(lambda: bool(watching.rows()))
    time.sleep(1)
    assert len(watching.rows()) < 40

    mount("-o", "remount,size=16m", at=small)
    rows = watching.until_rows(40)

    assert {row.name: watching.raw(row) for row in rows} == contents
    events = [line["event"] for line in lines]
    assert events.count("disk_away") + events.count("claims_wait") <= 3
    assert events.count("file_ignored") <= 5


def test_an_import_onto_a_full_disk_says_that_it_waits_and_goes_on(
    small: Path, tmp_path: Path, migrated_sqlite_url: str
) -> None:
    """Whoever gave the command sees why it stands still."""
    filler = fill(small)
    (tmp_path / "story.txt").write_bytes(b"City buys old forest\n" * 10_000)
    settings = Settings(home=small.parent, database_url=migrated_sqlite_url)
    settings.make_folders()
    told: list[str | None] = []

    def follow(report: ImportReport) -> None:
        told.append(report.waits_for)
        filler.unlink(missing_ok=True)

    with contextlib.closing(Storage.open(settings.database)) as storage:
        report = import_paths(
            [tmp_path / "story.txt"],
            provider=None,
            settings=settings,
            storage=storage,
            on_progress=follow,
        )
    assert report.registered == 1
    assert "No space left" in str(told[0])
    assert told[-1] is None
