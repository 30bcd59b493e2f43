"""Large files are taken in beside the small ones: these do not wait, and nothing comes twice."""

from __future__ import annotations

import errno
import itertools
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from services.watcher import watch
from services.watcher.claims import aside, keeping
from services.watcher.claims import taking as claim
from services.watcher.claims.aside import LARGE
from services.watcher.claims.taking import Step
from services.watcher.registering import carrying
from services.watcher.registering.carrying import KEEP_AGAIN
from shared.raw import open_raw
from tests.integration.watching import Watching
from tests.patience import PATIENCE
from tests.small_disk import small_disk

if TYPE_CHECKING:
    from io import FileIO

    from shared.config import Settings
    from shared.raw import Kept, RawStore


@pytest.fixture
def watching(tmp_path: Path, migrated_sqlite_url: str) -> Watching:
    return Watching(tmp_path / "home", migrated_sqlite_url, settle_seconds=0.2)


class Gate:
    """Holds up what is done aside, at one step of it."""

    def __init__(self, watching: Watching, step: Step) -> None:
        self._step = step
        self._open = threading.Event()
        watching.after = self._pass

    def _pass(self, step: Step) -> None:
        if step is self._step and threading.current_thread().name.startswith("aside"):
            assert self._open.wait(PATIENCE), "it was never opened"

    def open(self) -> None:
        """Let it go on."""
        self._open.set()


def test_small_files_do_not_wait_for_a_large_one_before_them(watching: Watching):
    gate = Gate(watching, Step.KEPT)
    data = os.urandom(LARGE)
    with watching:
        (watching.inbox / "large.warc").write_bytes(data)
        watching.until(lambda: len(watching.claims()) == 1)
        (watching.inbox / "small.txt").write_bytes(b"small")
        watching.until(lambda: watching.names() == ["small.txt"])
        gate.open()
        rows = watching.until_rows(2)

    large = rows[0]
    assert large.name == "large.warc", "its id says that it came first"
    assert watching.raw(large) == data
    assert len(watching.outbox.ids) == 2


def test_of_many_large_files_those_beyond_a_limit_wait_in_the_inbox(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
):
    """What is claimed is out of people's sight; so no more is than has its turn soon."""
    monkeypatch.setattr(carrying, "LARGE", 10)
    monkeypatch.setattr(aside, "MOST_ASIDE", 3)
    gate = Gate(watching, Step.KEPT)
    with watching:
        for number in range(8):
            (watching.inbox / f"{number}.warc").write_bytes(b"large file %d" % number)
        watching.until(lambda: len(watching.claims()) == 3)
        (watching.inbox / "small.txt").write_bytes(b"small")
        watching.until(lambda: watching.names() == ["small.txt"])
        assert len(list(watching.inbox.iterdir())) == 5
        gate.open()
        rows = watching.until_rows(9)

    assert len({row.name for row in rows}) == len(rows) == 9


def test_one_that_is_copied_from_another_disk_is_taken_once(
    tmp_path: Path, migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    """Until its copy is whole it lies in the inbox, where every scan finds it."""
    copying, go_on = threading.Event(), threading.Event()
    pump = keeping.pump

    def slowly(source: int, target: FileIO, size: int) -> None:
        copying.set()
        assert go_on.wait(PATIENCE), "it was never let go"
        pump(source, target, size)

    monkeypatch.setattr(claim, "pump", slowly)
    monkeypatch.setattr(carrying, "LARGE", 1)
    quick = {"rescan_seconds": 0.2, "settle_seconds": 0.2}
    with (
        small_disk(tmp_path / "home" / "raw"),
        Watching(tmp_path / "home", migrated_sqlite_url, **quick) as watching,
    ):
        (watching.inbox / "large.warc").write_bytes(b"large")
        assert copying.wait(PATIENCE)
        time.sleep(1)  # several scans
        assert (watching.inbox / "large.warc").exists()
        go_on.set()
        [row] = watching.until_rows(1)
        time.sleep(0.5)

        assert watching.raw(row) == b"large"
        assert len(watching.rows()) == len(watching.outbox.ids) == 1
        assert list(watching.inbox.iterdir()) == []


def test_one_that_cannot_be_kept_is_tried_again_after_longer_and_longer(
    watching: Watching, monkeypatch: pytest.MonkeyPatch
):
    """Each try reads gigabytes from the beginning."""
    monkeypatch.setattr(carrying, "LARGE", 10)
    keep_bytes = keeping.keep_bytes
    tries: list[float] = []

    def fail(*given: Any, **named: Any) -> Kept | None:
        tries.append(time.monotonic())
        if len(tries) < 4:
            raise OSError(errno.EROFS, "Read-only file system")
        return keep_bytes(*given, **named)

    monkeypatch.setattr(claim, "keep_bytes", fail)
    with watching:
        (watching.inbox / "large.warc").write_bytes(b"large file")
        [row] = watching.until_rows(1)

    assert watching.raw(row) == b"large file"
    waited = [later - earlier for earlier, later in itertools.pairwise(tries)]
    assert [wait >= KEEP_AGAIN * 2**number for number, wait in enumerate(waited)] == [True] * 3


def test_one_whose_copy_cannot_begin_is_let_go_of_and_tried_again(
    tmp_path: Path, migrated_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    """Of each try two descriptors would be left."""
    monkeypatch.setattr(carrying, "LARGE", 1)
    monkeypatch.setattr(watch, "LONGEST_SLEEP", 0.05)
    tries: list[int] = []

    def fail(settings: Settings) -> RawStore:
        tries.append(len(list(Path("/proc/self/fd").iterdir())))
        if len(tries) < 5:
            raise OSError(errno.ENOMEM, "Cannot allocate memory")
        return open_raw(settings)

    monkeypatch.setattr(aside, "open_raw", fail)
    with (
        small_disk(tmp_path / "home" / "raw"),
        Watching(tmp_path / "home", migrated_sqlite_url, settle_seconds=0.2) as watching,
    ):
        (watching.inbox / "large.warc").write_bytes(b"large")
        [row] = watching.until_rows(1)
        assert watching.raw(row) == b"large"

    assert tries[4] < tries[0] + 6, tries
