"""A watcher killed with -9 at each step of a file's way: after the next start nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from services.watcher.claims.aside import LARGE
from services.watcher.claims.taking import Step
from shared.config import ROOT, Settings
from shared.processes import readiness
from tests.integration.watching import Watching
from tests.patience import PATIENCE

FILES = 150

IN_THE_MIDDLE = [(Step.CLAIMED, 20), (Step.KEPT, 40), (Step.RELEASED, 1)]
"""Some of a batch behind it, some before it."""

ASIDE = [(Step.CLAIMED, 20), (Step.KEPT, 0), (Step.KEPT, 40), (Step.REGISTERED, 1)]
"""The same with files that are kept aside, and more of them than may wait for their turn."""

DOOMED = """
import os, signal, sys
from services.watcher.registering import carrying
from services.watcher.__main__ import run
from shared.config import load
from shared.logs import configure

step, count, carrying.LARGE = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

def after(done):
    global count
    count -= done == step
    if count < 0:
        os.kill(os.getpid(), signal.SIGKILL)

settings = load()
configure("watcher", settings)
run(settings, after)
"""
"""A real watcher that kills itself at the given step, the given number of times later."""


@pytest.fixture
def environment(tmp_path: Path, migrated_sqlite_url: str, broker_url: str) -> dict[str, str]:
    """Give the settings of a watcher process."""
    settings = {"HOME": str(tmp_path / "home"), "DATABASE_URL": migrated_sqlite_url}
    settings |= {"BROKER_URL": broker_url, "RESCAN_SECONDS": "1"}
    settings["SETTLE_SECONDS"] = "0.2"
    return os.environ | {f"COPYDESK_{key}": value for key, value in settings.items()}


def start(environment: dict[str, str], *program: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, *(program or ("-m", "services.watcher"))]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def run(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a watcher that ends by itself."""
    return subprocess.run(
        [sys.executable, "-m", "services.watcher"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def wait_until_ready(process: subprocess.Popen[bytes], environment: dict[str, str]) -> None:
    """Wait until a watcher says that it watches."""
    settings = Settings(home=Path(environment["COPYDESK_HOME"]))
    deadline = time.monotonic() + PATIENCE
    while process.pid not in readiness.pids(settings, "watcher"):
        assert time.monotonic() < deadline, "it never said that it is ready"
        assert process.poll() is None, "it ended at its start"
        time.sleep(0.02)


def end(process: subprocess.Popen[bytes], environment: dict[str, str]) -> int:
    """Ask a watcher to end once it listens to that; its work may be done before its start is."""
    wait_until_ready(process, environment)
    process.send_signal(signal.SIGTERM)
    return process.wait(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("step", "later", "large"),
    [(step, later, LARGE) for step, later in [(step, 0) for step in Step] + IN_THE_MIDDLE]
    + [(step, later, 1) for step, later in ASIDE],
)
def test_killed_at_any_step_it_loses_nothing_and_registers_nothing_twice(
    step: Step,
    later: int,
    large: int,
    tmp_path: Path,
    migrated_sqlite_url: str,
    environment: dict[str, str],
):
    home = Watching(tmp_path / "home", migrated_sqlite_url)
    (home.inbox / "wire").mkdir()
    for number in range(FILES):
        (home.inbox / "wire" / f"story {number}.txt").write_bytes(b"story %d" % number)
    doomed = start(environment, "-c", DOOMED, step, str(later), str(large))
    assert doomed.wait(timeout=PATIENCE) == -signal.SIGKILL, "it was to be killed"
    process = start(environment)
    try:
        rows = home.until_rows(FILES)
    finally:
        assert end(process, environment) == 0

    assert home.names() == sorted(f"wire/story {number}.txt" for number in range(FILES))
    assert sorted(home.raw(row) for row in rows) == sorted(b"story %d" % n for n in range(FILES))
    assert {row.provider for row in rows} == {"wire"}
    home.storage.close()


def test_killed_again_and_again_at_random_it_loses_nothing(
    tmp_path: Path, migrated_sqlite_url: str, environment: dict[str, str]
):
    """Eight kills while hundreds of files are dropped, in a rhythm of time and of files."""
    home = Watching(tmp_path / "home", migrated_sqlite_url)
    dropped = 0
    for life in range(8):
        process = start(environment)
        end_of_life = time.monotonic() + 0.5 + 0.07 * life
        while time.monotonic() < end_of_life or dropped < 50 * (life + 1):
            if dropped < 1000:
                (home.inbox / f"{dropped}.txt").write_bytes(b"story %d" % dropped)
                dropped += 1
            time.sleep(0.002)
        process.kill()
        process.wait()
    process = start(environment)
    try:
        rows = home.until_rows(dropped)
    finally:
        assert end(process, environment) == 0

    assert dropped > 300
    assert len({row.name for row in rows}) == len(rows) == dropped
    home.storage.close()


def test_a_second_watcher_is_refused_with_the_reason(environment: dict[str, str], tmp_path: Path):
    first = start(environment)
    try:
        wait_until_ready(first, environment)
        second = run(environment)
    finally:
        assert end(first, environment) == 0

    assert second.returncode == 2
    assert "another watcher works on" in second.stderr


def test_a_database_without_tables_is_told_with_the_remedy(
    environment: dict[str, str], tmp_path: Path
):
    (tmp_path / "home" / "inbox").mkdir(parents=True)
    (tmp_path / "home" / "inbox" / "story.txt").write_bytes(b"story")
    environment["COPYDESK_DATABASE_URL"] = f"sqlite:///{tmp_path / 'empty.db'}"
    told = run(environment)

    assert told.returncode == 2
    assert "copydesk migrate" in told.stderr
    assert "Traceback" not in told.stderr
