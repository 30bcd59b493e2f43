"""An import registers each file once, and does nothing to the originals."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from services.watcher.imports import files as import_files
from services.watcher.imports.plan import import_id_of
from shared.config import ROOT, Settings
from shared.errors import UserError
from tests.integration.watcher.imports.running import rows, run, told_by

if TYPE_CHECKING:
    from pathlib import Path

    from shared.storage import Storage


def test_all_files_below_a_folder_become_rows_of_the_bulk_lane(
    archive: Path, settings: Settings, storage: Storage
):
    report = run([archive], settings, storage, provider="agency")

    found = rows(storage)
    assert len(found) == 300
    assert {row.lane for row in found} == {"bulk"}
    assert {row.provider for row in found} == {"agency"}
    assert {row.hinted_at for row in found} == {None}, "the sweeper feeds the queue"
    assert found[0].name == "year0/story0.txt"
    kept = settings.raw / found[0].sha256[:2] / found[0].sha256
    assert kept.read_bytes() == b"story 0"
    assert report.registered == 300


def test_the_originals_are_not_touched(archive: Path, settings: Settings, storage: Storage):
    original = archive / "year0" / "story0.txt"
    before = original.stat()

    run([archive], settings, storage)
    original.write_bytes(b"changed later")

    after = original.stat()
    assert (after.st_ino, after.st_nlink, after.st_mode) == (
        before.st_ino,
        before.st_nlink,
        before.st_mode,
    )
    [row] = [row for row in rows(storage) if row.name == "year0/story0.txt"]
    assert (settings.raw / row.sha256[:2] / row.sha256).read_bytes() == b"story 0"


def test_the_same_import_again_registers_nothing_twice(
    archive: Path, settings: Settings, storage: Storage
):
    first = run([archive], settings, storage)
    (archive / "late.txt").write_bytes(b"late")
    again = run([archive], settings, storage)

    assert (again.registered, again.known) == (1, 300)
    assert again.import_id == first.import_id
    assert len(rows(storage)) == 301
    with storage.engine.connect() as connection:
        [note] = connection.execute(sa.text("select files, read_at from imports"))
    assert note.files == 301
    assert note.read_at is not None


def test_a_file_that_was_changed_is_another_delivery(
    archive: Path, settings: Settings, storage: Storage
):
    run([archive], settings, storage)
    (archive / "year0" / "story0.txt").write_bytes(b"story 0, corrected")

    assert run([archive], settings, storage).registered == 1


def test_a_batch_of_large_files_is_one_of_few(
    archive: Path, settings: Settings, storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    """What was copied of them is noted before the next are: it is not copied again after a kill."""
    monkeypatch.setattr(import_files, "BATCH_BYTES", 2 * len(b"story 299") + 1)

    told = told_by([archive], settings, storage)

    assert told == [*range(3, 301, 3), 300]


def test_the_same_import_twice_at_once_is_refused(
    archive: Path, settings: Settings, storage: Storage
):
    path = settings.run / f"import-{import_id_of([archive], None).hex}.lock"
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UserError, match="running already"):
            run([archive], settings, storage)


KILLED = """
import os, signal, sys
from pathlib import Path
from services.watcher.imports.giving import import_paths
from shared.config import load
from shared.storage import Storage

def progress(report):
    print(report.registered + report.known, flush=True)

settings = load()
import_paths([Path(sys.argv[1])], provider=None, settings=settings,
             storage=Storage.open(settings.database), on_progress=progress)
"""


def test_killed_in_the_middle_it_goes_on_when_it_is_run_again(
    tmp_path: Path, settings: Settings, storage: Storage
):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.txt").write_bytes(b"%d" % number)
    environment = os.environ | {
        "COPYDESK_HOME": str(settings.home),
        "COPYDESK_DATABASE_URL": settings.database_url,
    }
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    reached = len(rows(storage))

    report = run([folder], settings, storage)

    assert 0 < reached < 3000
    assert (report.known, report.registered) == (reached, 3000 - reached)
    assert len({row.name for row in rows(storage)}) == len(rows(storage)) == 3000


def test_memory_does_not_grow_with_the_size_of_a_file(
    tmp_path: Path, settings: Settings, storage: Storage
):
    """A file of 100 MB, most of it a hole, is copied in pieces."""
    large = tmp_path / "large.warc"
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        report = run([large], settings, storage)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert report.size == 100 * 1024 * 1024
    assert peak < 20 * 1024 * 1024
