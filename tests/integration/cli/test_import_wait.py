"""`import --wait`, with a real pipeline at work in another process."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT, Settings
from shared.processes import readiness
from tests.builders import FOREST, HARBOUR
from tests.integration.serving import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORKING = """
import sys, time
from datetime import timedelta
from shared import clock
from shared.config import load
from shared.domain.delivery import Lane
from shared.raw import open_raw
from shared.storage import Storage
from workers.outcome import Quarantine
from workers.pipeline import Pipeline
from workers.reading import Reader

settings = load()
storage, raw = Storage.open(settings.database), open_raw(settings)
pipeline = Pipeline(settings=settings, storage=storage, raw=raw, reader=Reader(settings),
                    quarantine=Quarantine(settings.quarantine, raw))
print("working", flush=True)
while True:
    with storage.unit_of_work() as uow:
        waiting = uow.deliveries.waiting(Lane.BULK, now=clock.now(), hinted_before=None, limit=64)
    if waiting:
        pipeline.process([each.id for each in waiting])
    time.sleep(0.05)
"""
"""A worker without a broker: takes what waits in the bulk lane."""


@contextlib.contextmanager
def worker(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a pipeline in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKING],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "working\n"
        yield process
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """Give a folder of two articles, a copy, an empty file and one that is none of ours."""
    folder = tmp_path / "batch"
    folder.mkdir()
    forest, harbour = "\n\n".join(FOREST), "\n\n".join(HARBOUR)
    (folder / "1.txt").write_text(f"City buys old forest\n\n{forest}\n", encoding="utf-8")
    (folder / "2.txt").write_text(f"Ship aground at harbour\n\n{harbour}\n", encoding="utf-8")
    (folder / "3.txt").write_text(f"City buys old forest\n\n{forest}\n\n", encoding="utf-8")
    (folder / "4.txt").touch()
    (folder / ".5.txt").touch()
    return folder


def begin(home: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "services.cli", *arguments],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def migrate(home: Path) -> None:
    process = begin(home, "migrate")
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0


def test_the_summary_adds_up_to_what_was_given(home: Path, batch: Path) -> None:
    """Each file is in one line of it, whatever came of it; again it is the same summary."""
    migrate(home)
    with worker(home):
        readiness.ready(Settings(home=home), "worker")
        for _ in range(2):
            process = begin(home, "import", str(batch), "--wait", "--provider", "wire")
            out, err = process.communicate(timeout=PATIENCE)
            assert (process.returncode, err) == (0, "")
            assert [line.split() for line in out.splitlines()] == [
                ["new", "2"],
                ["exact", "duplicate", "1"],
                ["quarantined", "1"],
                ["empty", "1"],
                ["left", "out", "1"],
                ["left", "alone", "1"],
                ["given", "5"],
            ]


def test_ctrl_c_leaves_the_import_going(home: Path, batch: Path) -> None:
    """The command ends, says how to look, and what was registered is read all the same."""
    migrate(home)
    readiness.ready(Settings(home=home), "worker")
    process = begin(home, "import", str(batch), "--wait")
    deadline = time.monotonic() + PATIENCE
    while _figures(home)["received"] != 4:
        assert time.monotonic() < deadline, "nothing was registered"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (130, "")
    assert "./copydesk imports" in err
    assert "Traceback" not in err
    with worker(home):
        while _figures(home)["received"]:
            assert time.monotonic() < deadline + 60, "nothing was read"
    assert _figures(home)["articles"] == 3


def _figures(home: Path) -> dict[str, int]:
    process = begin(home, "status", "--json")
    out, _err = process.communicate(timeout=PATIENCE)
    found: dict[str, int] = json.loads(out)
    return found
