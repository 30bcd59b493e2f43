"""Files and folders of other owners: read as an ordinary user, which root is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from tests.integration.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can act as two users"
)


@pytest.fixture
def lines() -> Iterator[list[Any]]:
    with capture_logs() as kept:
        yield kept


@pytest.fixture
def watching(lines: list[Any], migrated_sqlite: Path) -> Iterator[Watching]:
    """Run a watcher as an ordinary user, on a home of that user's own."""
    folder = Path(tempfile.mkdtemp(prefix="copydesk-owners-"))
    database = folder / "test.db"
    shutil.copyfile(migrated_sqlite, database)
    for path in (folder, database):
        os.chown(path, NOBODY, NOBODY)
    import_module(
        "services.watcher.arrivals.inotify"
    )  # the interpreter may lie where only root reads
    os.seteuid(NOBODY)
    try:
        quick = {"settle_seconds": 0.4, "rescan_seconds": 0.2}
        with Watching(folder / "home", f"sqlite:///{database}", **quick) as running:
            yield running
    finally:
        os.seteuid(0)
        shutil.rmtree(folder)


def as_root(script: str, path: Path) -> None:
    """Run a shell script on a path as root, in a process of its own: the watcher stays nobody."""
    subprocess.run(["sh", "-ec", script, "sh", path], user=0, check=True)


def give(watching: Watching, name: str, mode: int) -> Path:
    """Put a file of another owner into the inbox by one rename."""
    outside = watching.settings.home / f".{name}"
    as_root(f'printf theirs > "$1"; chown {NOBODY - 1} "$1"; chmod {mode:o} "$1"', outside)
    outside.rename(watching.inbox / name)
    return watching.inbox / name


def said(lines: list[Any]) -> list[tuple[str, str]]:
    found = [line for line in lines if line["event"] == "file_ignored"]
    return [(line["name"], line["reason"]) for line in found]


def test_a_file_that_may_not_be_read_is_left_and_taken_when_it_may(
    watching: Watching, lines: list[Any]
):
    path = give(watching, "secret.txt", 0o600)
    watching.until(lambda: bool(said(lines)))
    time.sleep(0.7)
    assert said(lines) == [("secret.txt", "unreadable")], "once, over several scans"
    assert watching.rows() == []

    as_root('chmod 644 "$1"', path)
    [row] = watching.until_rows(1)

    assert watching.raw(row) == b"theirs"


def test_a_file_of_another_owner_is_received_though_no_lease_is_to_be_had(watching: Watching):
    """Without CAP_LEASE the kernel does not say who writes; stillness has to do."""
    give(watching, "theirs.txt", 0o644)

    [row] = watching.until_rows(1)

    kept = watching.settings.raw / row.sha256[:2] / row.sha256
    assert kept.read_bytes() == b"theirs"
    assert kept.stat().st_uid == NOBODY, "a copy: its owner could still change the original"


def test_a_folder_that_files_cannot_be_moved_out_of_is_said_once(
    watching: Watching, lines: list[Any]
):
    as_root('mkdir -m 755 "$1"; printf story > "$1/story.txt"', watching.inbox / "theirs")
    watching.until(lambda: bool(said(lines)))
    time.sleep(0.7)

    assert said(lines) == [("theirs/story.txt", "folder_not_writable")]
    assert watching.rows() == []
    assert watching.claims() == []


def test_a_folder_that_may_not_be_read_is_said_and_the_others_go_on(
    watching: Watching, lines: list[Any]
):
    as_root('mkdir -m 700 "$1"', watching.inbox / "closed")
    (watching.inbox / "story.txt").write_bytes(b"story")
    watching.until_rows(1)
    watching.until(lambda: ("closed", "unreadable") in said(lines))
