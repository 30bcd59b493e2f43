"""Bulk imports on a real database: everything given is counted, and running again goes on."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import tracemalloc
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from services.watcher import import_files
from services.watcher.import_files import FIRST_FILES
from services.watcher.imports import import_paths
from services.watcher.plan import import_id_of, plan
from shared.config import ROOT, Settings
from shared.errors import UserError
from shared.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.watcher.import_report import ImportReport


@pytest.fixture
def settings(tmp_path: Path, migrated_url: str) -> Settings:
    made = Settings(home=tmp_path / "home", database_url=migrated_url)
    made.make_folders()
    return made


@pytest.fixture
def storage(settings: Settings) -> Iterator[Storage]:
    opened = Storage.open(settings.database)
    yield opened
    opened.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a folder of 300 files in sub-folders, and things that are not to be imported."""
    folder = tmp_path / "archive"
    for number in range(300):
        path = folder / f"year{number % 3}" / f"story{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"story %d" % number)
    (folder / ".DS_Store").write_bytes(b"litter")
    (folder / "half.txt.part").write_bytes(b"half")
    (folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    return folder


def rows(storage: Storage) -> list[Any]:
    with storage.engine.connect() as connection:
        return list(connection.execute(sa.text("select * from deliveries order by name")))


def run(
    paths: list[Path], settings: Settings, storage: Storage, provider: str | None = None
) -> ImportReport:
    return import_paths(paths, provider=provider, settings=settings, storage=storage)


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


def test_the_report_adds_up_to_what_was_met(archive: Path, settings: Settings, storage: Storage):
    report = run([archive], settings, storage)

    assert report.files == 304
    assert report.skipped == {"left_alone": 2, "symlink": 1, "not_a_file": 1}
    assert report.size == sum(len(b"story %d" % number) for number in range(300))


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


def told_by(paths: list[Path], settings: Settings, storage: Storage) -> list[int]:
    """Return how many files were registered at each time that progress was told."""
    told: list[int] = []
    import_paths(
        paths,
        provider=None,
        settings=settings,
        storage=storage,
        on_progress=lambda report: told.append(report.registered),
    )
    return told


def test_progress_is_told_after_each_batch_and_the_first_is_small(
    archive: Path, settings: Settings, storage: Storage
):
    assert told_by([archive], settings, storage) == [FIRST_FILES, 3 * FIRST_FILES, 300, 300]


def test_a_batch_of_large_files_is_one_of_few(
    archive: Path, settings: Settings, storage: Storage, monkeypatch: pytest.MonkeyPatch
):
    """What was copied of them is noted before the next are: it is not copied again after a kill."""
    monkeypatch.setattr(import_files, "BATCH_BYTES", 2 * len(b"story 299") + 1)

    told = told_by([archive], settings, storage)

    assert told == [*range(3, 301, 3), 300]


def test_single_files_are_imported_under_their_names(
    archive: Path, settings: Settings, storage: Storage
):
    run([archive / "year1" / "story1.txt", archive / "year2" / "story2.txt"], settings, storage)

    assert [row.name for row in rows(storage)] == ["story1.txt", "story2.txt"]


def test_a_path_that_is_not_there_is_told_before_anything_is_done(
    archive: Path, settings: Settings, storage: Storage
):
    with pytest.raises(UserError, match="no file or folder"):
        run([archive, archive / "nowhere"], settings, storage)

    assert rows(storage) == []


def test_the_same_import_twice_at_once_is_refused(
    archive: Path, settings: Settings, storage: Storage
):
    path = settings.run / f"import-{import_id_of([archive], None).hex}.lock"
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(UserError, match="running already"):
            run([archive], settings, storage)


def test_names_of_any_bytes_are_imported(tmp_path: Path, settings: Settings, storage: Storage):
    (tmp_path / "odd").mkdir()
    folder = os.fsencode(tmp_path / "odd")
    for name in (b"caf\xe9.txt", b"line\nbreak.txt"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123 - bytes
            file.write(name)

    report = run([tmp_path / "odd"], settings, storage)

    assert report.registered == 2
    assert [row.name for row in rows(storage)] == [r"caf\xe9.txt", r"line\nbreak.txt"]


def test_the_plan_is_in_order_and_counts_what_it_leaves(archive: Path):
    left = Counter[str]()
    names = [found.name for found in plan([archive], left)]

    assert names == sorted(names)
    assert left.total() == 4


KILLED = """
import os, signal, sys
from pathlib import Path
from services.watcher.imports import import_paths
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
