"""Received bytes in an S3-compatible bucket: over real HTTP, while it is away, after a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from structlog.testing import capture_logs

from services.watcher.claims.aside import LARGE
from services.watcher.claims.taking import Step
from shared.config import ROOT, Settings, load
from shared.errors import UserError
from shared.raw import open_raw
from tests.builders import FOREST_TEXT
from tests.integration.commanding import Shell, forget_logs
from tests.integration.receiving import Receiving
from tests.integration.watcher.test_crash import DOOMED, end, start
from tests.integration.watching import Watching
from tests.patience import PATIENCE
from workers.tasks import Tools

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.s3 import S3

MEGABYTE = 1024 * 1024


@pytest.fixture
def raw_url(s3: S3) -> str:
    """Give a prefix of the test's own."""
    return f"{s3.url}/{uuid4().hex}"


def test_a_watcher_waits_for_a_store_that_is_away(
    tmp_path: Path, migrated_sqlite_url: str, s3: S3, raw_url: str
) -> None:
    """Files are claimed and wait on this machine; no row names bytes that the store has not got."""
    with Watching(tmp_path / "home", migrated_sqlite_url, raw_url=raw_url) as watching:
        (watching.inbox / "before.txt").write_bytes(b"before")
        [first] = watching.until_rows(1)
        s3.stop()
        try:
            (watching.inbox / "meanwhile.txt").write_bytes(b"meanwhile")
            watching.until(lambda: len(watching.claims()) == 1)
            assert len(watching.rows()) == 1
        finally:
            s3.start()
        both = watching.until_rows(2)

    store = open_raw(watching.settings)
    [second] = [row for row in both if row.id != first.id]
    with store.open(second.sha256) as stream:
        assert stream.read() == b"meanwhile"
    left = [path for path in (watching.settings.raw / ".outgoing").rglob("*") if path.is_file()]
    assert left == []


def test_a_watcher_waits_for_a_bucket_that_is_not_there(
    tmp_path: Path, migrated_sqlite_url: str, s3: S3
) -> None:
    """It says so with the remedy, and goes on when there is one."""
    raw_url = f"s3://not-there-{uuid4().hex}"
    watching = Watching(tmp_path / "home", migrated_sqlite_url, raw_url=raw_url)
    with capture_logs() as heard, watching:
        (watching.inbox / "one.txt").write_bytes(b"one")
        watching.until(lambda: any("make it" in str(line.get("reason")) for line in heard))
        assert watching.rows() == []
        assert s3.make_bucket(raw_url.removeprefix("s3://"))
        [row] = watching.until_rows(1)
    assert open_raw(watching.settings).has(row.sha256)


def test_killed_between_the_put_and_the_row_it_goes_on(
    tmp_path: Path,
    migrated_sqlite_url: str,
    broker_url: str,
    s3: S3,
    raw_url: str,
) -> None:
    """The claim is still there: the same bytes are put once more, and there is one row for each."""
    environment = os.environ | {
        "COPYDESK_HOME": str(tmp_path / "home"),
        "COPYDESK_DATABASE_URL": migrated_sqlite_url,
        "COPYDESK_BROKER_URL": broker_url,
        "COPYDESK_RAW_URL": raw_url,
    }
    home = Watching(tmp_path / "home", migrated_sqlite_url, raw_url=raw_url)
    for number in range(20):
        (home.inbox / f"{number}.txt").write_bytes(b"story %d" % number)
    doomed = start(environment, "-c", DOOMED, Step.SYNCED, "0", str(LARGE))
    assert doomed.wait(timeout=PATIENCE) == -signal.SIGKILL
    assert home.rows() == []

    process = start(environment)
    try:
        rows = home.until_rows(20)
    finally:
        end(process, environment)

    store = open_raw(home.settings)
    assert len({row.sha256 for row in rows}) == len(rows) == 20
    for row in rows[:3]:
        with store.open(row.sha256) as stream:
            assert stream.read().startswith(b"story ")


def test_a_worker_reads_from_the_bucket(
    tmp_path: Path, migrated_sqlite_url: str, s3: S3, raw_url: str
) -> None:
    """It fetches what it reads, and leaves nothing behind; a quarantined file says where it is."""
    settings = Settings(home=tmp_path / "home", database_url=migrated_sqlite_url, raw_url=raw_url)
    desk, tools = Receiving(settings), Tools(settings)
    good, empty = desk.receive(FOREST_TEXT), desk.receive(b"")
    desk.raw.sync({desk.row(each)["sha256"] for each in (good, empty)})

    tools.pipeline.process([good, empty])

    assert desk.row(good)["outcome"] == "new"
    assert desk.row(empty)["reason"] == "empty"
    said = (settings.quarantine / empty.hex / "reason.json").read_text()
    assert desk.raw.place(desk.row(empty)["sha256"]) in said
    assert list((settings.raw / ".fetched").iterdir()) == []
    tools.close()
    desk.storage.close()


def test_a_worker_gives_back_what_it_cannot_fetch(
    tmp_path: Path,
    migrated_sqlite_url: str,
    s3: S3,
    raw_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The attempt does not count, and it waits a little: the store is away, the file is not bad."""
    settings = Settings(home=tmp_path / "home", database_url=migrated_sqlite_url, raw_url=raw_url)
    desk = Receiving(settings)
    delivery_id = desk.receive(FOREST_TEXT)
    desk.raw.sync({desk.row(delivery_id)["sha256"]})
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    away = Tools(settings)

    away.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["state"], row["attempts"]) == ("received", 0)
    assert row["not_before"] is not None
    away.close()
    desk.storage.close()


MEASURED = """
import resource, sys
from pathlib import Path
from services.watcher.imports.giving import import_paths
from shared.config import load
from shared.raw import open_raw
from shared.storage import Storage

def import_and_fetch(path):
    settings = load()
    storage = Storage.open(settings.database)
    import_paths([Path(path)], provider=None, settings=settings, storage=storage)
    with storage.reading() as reading:
        hashes = [row["sha256"] for row in reading.deliveries()]
    with open_raw(settings).at_hand(hashes) as at_hand:
        print(max(Path(at_hand.file(sha256)).stat().st_size for sha256 in hashes))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

for path in sys.argv[1:]:
    import_and_fetch(path)
"""


def test_a_large_file_passes_in_constant_memory(
    tmp_path: Path, migrated_sqlite_url: str, s3: S3, raw_url: str
) -> None:
    """Put in parts and fetched as a stream: a process grows by some parts, not by the file."""
    small, large = tmp_path / "small.txt", tmp_path / "large.warc"
    small.write_text(FOREST_TEXT)
    with large.open("wb") as file:
        file.truncate(128 * MEGABYTE)
    environment = os.environ | {
        "COPYDESK_HOME": str(tmp_path / "home"),
        "COPYDESK_DATABASE_URL": migrated_sqlite_url,
        "COPYDESK_RAW_URL": raw_url,
    }
    Settings(home=tmp_path / "home").make_folders()

    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(small), str(large)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )

    _small, before, fetched, after = map(int, done.stdout.split())
    assert fetched == 128 * MEGABYTE
    assert (after - before) * 1024 < 80 * MEGABYTE


def test_a_url_that_is_no_bucket_is_refused(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to write instead."""
    monkeypatch.setenv("COPYDESK_RAW_URL", "gs://bucket")
    with pytest.raises(UserError, match="s3://bucket/prefix"):
        load()


def test_doctor_says_whether_the_bucket_answers(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    s3: S3,
    raw_url: str,
) -> None:
    """Asked over HTTP, with the remedy when it does not."""
    monkeypatch.setenv("COPYDESK_RAW_URL", raw_url)
    shell = Shell(monkeypatch, capsys)
    out = shell.run("doctor", status=1).out
    assert raw_url in out
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    away = shell.run("doctor", status=1).out
    assert "COPYDESK_RAW_URL" in away
    forget_logs()
