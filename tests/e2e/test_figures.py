"""One count: the ledger, the API, `status` and the metrics say the same."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
from collections import Counter
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from shared.config import ROOT
from shared.processes.alive import is_alive
from tests.e2e.running import ROLES, Copydesk, wait_for
from tests.patience import PATIENCE
from tests.servers.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def collector() -> Iterator[Collector]:
    """Give a collector of traces."""
    with Collector() as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, collector: Collector) -> Iterator[Copydesk]:
    """Give a Copydesk that is up, with a pool of two, and sends traces."""
    environment = {
        "COPYDESK_WORKERS": "2",
        "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
        "OTEL_BSP_SCHEDULE_DELAY": "100",
    }
    running = Copydesk(tmp_path / "home", environment=environment)
    yield running.up()
    running.close()


def scraped(desk: Copydesk) -> list[tuple[str, dict[str, str], float]]:
    """Return the samples of `/metrics`, as Prometheus reads them."""
    port = json.loads((desk.home / "run" / "api.json").read_text())["port"]
    answer = httpx.get(f"http://127.0.0.1:{port}/metrics", timeout=PATIENCE)
    answer.raise_for_status()
    families = text_string_to_metric_families(answer.text)
    return [(each.name, each.labels, each.value) for one in families for each in one.samples]


def summed(samples: list[Any], name: str, label: str = "") -> dict[str, float]:
    """Return label → the sum of a metric over everything else, without zeros."""
    sums: Counter[str] = Counter()
    for sample, labels, value in samples:
        if sample == name:
            sums[labels.get(label, "")] += value
    return {word: value for word, value in sums.items() if value}


def on_the_desk(desk: Copydesk) -> dict[str, int]:
    """Return the reasons and their counts as a person reads them, and their sum under `All`."""
    port = json.loads((desk.home / "run" / "api.json").read_text())["port"]
    page = httpx.get(f"http://127.0.0.1:{port}/desk/quarantine", timeout=PATIENCE).text
    shown = re.findall(r">([^<]+)</a> <span class=\"figure\">([\d,]+)</span>", page)
    return {name.replace(" ", "_"): int(count.replace(",", "")) for name, count in shown}


def _is_whole(collector: Collector, delivery: str) -> bool:
    """Return whether both parts of a delivery's trace have come, under one root."""
    spans = collector.of(delivery.replace("-", ""))
    if not set(spans) >= {"delivery", "receive", "queue"}:
        return False
    return spans["receive"].parent == spans["queue"].parent == spans["delivery"].id


def test_every_face_shows_the_same(desk: Copydesk, collector: Collector) -> None:
    """Good files, copies and bad ones; then who works, also after a worker was killed."""
    seed = (ROOT / "seeds" / "plain_text" / "labels_next_line.txt").read_bytes()
    names = [f"{number}.txt" for number in range(12)]
    for number, name in enumerate(names):
        content = (seed, seed, b"", os.urandom(2000))[number % 4]
        desk.drop(name, content)
    for name in names:
        desk.outcome(name)

    rows = desk.deliveries()
    ledger = dict(Counter(row["outcome"] for row in rows))
    reasons = dict(Counter(row["reason"] for row in rows if row["reason"]))
    samples = scraped(desk)
    status = desk.get("/status")
    told = json.loads(desk.run("status", "--json"))
    assert sum(ledger.values()) == 12
    assert {word: count for word, count in status["deliveries"].items() if count} == ledger
    assert status["reasons"] == told["reasons"] == reasons
    assert told["deliveries"] == status["deliveries"]
    everything = {"All": ledger["quarantined"], **reasons}
    wait_for("the desk shows the same", lambda: on_the_desk(desk) == everything)
    assert summed(samples, "copydesk_deliveries", "outcome") == ledger
    assert summed(samples, "copydesk_finished_total", "outcome") == ledger
    assert summed(samples, "copydesk_quarantined", "reason") == reasons
    assert summed(samples, "copydesk_received_total") == {"": 12}
    assert summed(samples, "copydesk_stage_seconds_count", "stage")["parse"] <= 12
    assert summed(samples, "copydesk_busy_seconds_total")[""] > 0
    assert summed(samples, "copydesk_articles") == {"": status["articles"]}

    alive = {process["role"]: process for process in status["processes"]}
    assert set(alive) == set(ROLES)
    assert all(is_alive(each["pid"]) for each in alive.values())
    assert {each["host"] for each in alive.values()} == {socket.gethostname()}
    assert (alive["worker"]["processes"], alive["worker"]["in_flight"]) == (2, 0)
    assert f"{alive['worker']['host']}:{alive['worker']['pid']}" in desk.run("status")

    wait_for("a trace of each", lambda: all(_is_whole(collector, row["id"]) for row in rows))

    killed = alive["worker"]["pid"]
    os.kill(killed, signal.SIGKILL)

    def another() -> bool:
        workers = {
            process["pid"]
            for process in desk.get("/status")["processes"]
            if process["role"] == "worker"
        }
        return bool(workers) and killed not in workers

    wait_for("another worker is seen, and the killed one no longer", another)
    assert not any(labels.get("pid") == str(killed) for _name, labels, _value in scraped(desk))
