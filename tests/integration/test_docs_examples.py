"""The example of `docs/examples/`: it follows the feed, and survives kills and restarts."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
import time
from typing import TYPE_CHECKING
from uuid import uuid4

from shared.config import ROOT
from shared.storage import Storage
from tests.builders import article, filed
from tests.contract.day import store
from tests.integration.serving import environment, served
from tests.patience import PATIENCE
from tests.stored import article_id, store_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def follower(home: Path, api: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the example; leaving kills it, as a crash would."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "docs" / "examples" / "follow.py", home / "headlines.db"],
        env={**environment(home), "COPYDESK_API": api},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)


def reached(home: Path) -> int:
    with contextlib.closing(sqlite3.connect(home / "headlines.db", timeout=PATIENCE)) as own:
        try:
            return own.execute("SELECT seq FROM reached").fetchone()[0]
        except (sqlite3.OperationalError, TypeError):
            return 0


def until(home: Path, seq: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while reached(home) < seq:
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.02)


def test_the_example_keeps_its_table_through_kills(tmp_path: Path, migrated_sqlite_url) -> None:
    """Killed at once, again in the middle, and once more while it waits: the table is right."""
    with (
        contextlib.closing(Storage.open(migrated_sqlite_url)) as storage,
        served(tmp_path, database_url=migrated_sqlite_url) as client,
    ):
        api = str(client.base_url).rstrip("/")
        store_day(storage)
        with follower(tmp_path, api):
            pass
        with storage.reading() as reading:
            end = reading.last_change()
        with follower(tmp_path, api) as process:
            until(tmp_path, end, process)
        late = filed(article(headline="Late", body=("Nothing alike.",) * 3), delivery_id=uuid4())
        store(storage, [late])
        with follower(tmp_path, api) as process:
            until(tmp_path, end + 1, process)
        shown = {each["id"] for each in client.get("/articles").json()["articles"]}
    with contextlib.closing(sqlite3.connect(tmp_path / "headlines.db")) as own:
        rows = dict(own.execute("SELECT id, headline FROM headlines"))
    assert set(rows) == shown
    assert rows[str(article_id("ship v2"))] == "Ship aground, tugs sent"
    assert str(late.entry.article_id) in rows
