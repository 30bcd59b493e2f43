"""Metrics of processes: exact over forks, replaced pool processes and kills."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.parser import text_string_to_metric_families

from shared.config import ROOT, Settings
from shared.observing import metrics
from shared.observing.metric_files import Processes
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

START = """
import os, sys, time
from shared import config
from shared.observing import metrics
settings = config.load()
metrics.begin(settings, "worker")
"""

POOL = (
    START
    + """
def child(place):
    pid = os.fork()
    if pid == 0:
        metrics.take_place(place)
        for number in range(1000):
            metrics.count("copydesk_finished", "new", "")
            metrics.observe("copydesk_stage_seconds", number / 1000, "parse")
        rest = [number / 1000 for number in range(1000)]
        metrics.observe_all("copydesk_stage_seconds", rest, "parse")
        os.kill(os.getpid(), 9)
    return pid
for places in ((0, 1), (0, 1), (1,)):
    for pid in [child(place) for place in places]:
        os.waitpid(pid, 0)
print("counted", flush=True)
sys.stdin.read()
"""
)

SERVING = (
    START
    + """
from shared.observing.metric_files import serve
metrics.count("copydesk_finished", "stale", "")
serve(settings)
print("serving", flush=True)
sys.stdin.read()
"""
)


def run(script: str, word: str, **environment: str) -> subprocess.Popen[str]:
    """Run a script until it has said a word."""
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == word
    return process


def end(process: subprocess.Popen[str]) -> None:
    """Let it end, and wait for it."""
    process.communicate("")


def collected(home: Path) -> dict[str, dict[tuple[str, ...], float]]:
    """Return sample name → label values → value, without the process's own labels."""
    registry = CollectorRegistry()
    registry.register(Processes(metrics.folder(Settings(home=home))))
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(generate_latest(registry).decode()):
        for sample in family.samples:
            labels = {k: v for k, v in sample.labels.items() if k not in {"role", "pid"}}
            found.setdefault(sample.name, {})[tuple(labels.values())] = sample.value
    return found


def test_nothing_counted_by_a_pool_is_lost_though_its_processes_are_killed(home: Path) -> None:
    """Five pool processes in two places, each killed in the end: every count is there."""
    process = run(POOL, "counted")
    found = collected(home)
    files = list(metrics.folder(Settings(home=home)).glob("*/*_[01].db"))
    end(process)

    ends = found["copydesk_finished_total"]
    assert ends["new", ""] == sum(ends.values()) == 5000
    assert ends["quarantined", "parser_failed"] == 0, "an alert must see the first one"
    assert found["copydesk_stage_seconds_count"] == {("parse",): 10_000}
    assert abs(found["copydesk_stage_seconds_sum"]["parse",] - 10 * 499.5) < 1e-6
    assert found["copydesk_stage_seconds_bucket"]["0.1", "parse"] == 10 * 101
    assert len(files) == 4, "as many files as places, whoever took them"


def test_a_process_that_ended_is_not_shown_and_its_files_go(home: Path) -> None:
    """As with a scraped process, its series end; the next start of any role removes the files."""
    end(run(POOL, "counted"))
    assert collected(home) == {}

    process = run(POOL, "counted")
    places = list(metrics.folder(Settings(home=home)).iterdir())
    end(process)
    assert [place.name for place in places] == [f"worker.{process.pid}"]


def test_what_a_file_manager_leaves_beside_them_is_no_process(home: Path) -> None:
    """A role begins, and its numbers are shown."""
    place = metrics.folder(Settings(home=home))
    place.mkdir(parents=True)
    for name in (".DS_Store", "note.txt"):
        (place / name).touch()
    process = run(POOL, "counted")
    found = collected(home)
    end(process)
    assert found["copydesk_finished_total"]["new", ""] == 5000


def test_a_role_alone_serves_its_own_metrics(home: Path) -> None:
    """At `metrics_port`, for Prometheus to reach each container."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = run(SERVING, "serving", COPYDESK_METRICS_PORT=str(port))
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE) as answer:
        text = answer.read().decode()
    end(process)

    assert f'copydesk_finished_total{{outcome="stale",pid="{process.pid}",reason=""' in text


def test_nothing_is_counted_before_a_role_begins(home: Path) -> None:
    """A command of a person leaves no files, and loads no library for it."""
    script = (
        "import sys; from shared.observing import metrics; metrics.count('copydesk_received');"
        "metrics.observe('copydesk_stage_seconds', 1.0, 'parse');"
        "print('prometheus_client' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
    assert not metrics.folder(Settings(home=home)).exists()


def test_a_process_that_begins_on_a_full_disk_works_and_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are mapped: a page that the disk cannot give would end it at its first number."""

    def full(_descriptor: int, _first: int, _size: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "posix_fallocate", full)
    settings = Settings(home=tmp_path)
    metrics.begin(settings, "watcher")
    metrics.count("copydesk_received")

    assert not list(metrics.folder(settings).rglob("*.db"))


def test_what_is_mapped_is_reserved(tmp_path: Path) -> None:
    """Each file has its room on the disk before the first number."""
    code = START + "metrics.take_place(1)\nmetrics.count('copydesk_finished', 'new', '')\n"
    environment = {**os.environ, "COPYDESK_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, check=True)

    files = list(metrics.folder(Settings(home=tmp_path)).rglob("*.db"))
    assert len(files) == len(metrics.KINDS) * 2
    for file in files:
        assert file.stat().st_blocks * 512 >= file.stat().st_size == metrics.FILE_BYTES
