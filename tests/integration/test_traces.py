"""Traces: what is sent is one trace for a delivery; what is away costs nothing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT
from shared.domain.delivery import Delivery, Lane, Outcome, OutcomeWord
from shared.ids import uuid7
from shared.observing import traces
from tests.patience import PATIENCE
from tests.servers.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGES = {"batch": 1.0, "parse": 2.0, "normalise": 3.0, "fingerprint": 4.0}
TIMINGS = {"queue": 5.0, **STAGES, "dedup": 6.0, "store": 9.0, "total": 20.0}


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """Trace to a collector of the test's own."""
    with Collector() as running:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", running.url)
        traces.begin("worker")
        yield running
        traces.end()


def delivery() -> Delivery:
    """Return one that was received a moment ago."""
    return Delivery(
        id=uuid7(),
        name="wire/a.txt",
        provider="wire",
        sha256="0" * 64,
        size=10,
        lane=Lane.LIVE,
        received_at=datetime.now(UTC) - timedelta(milliseconds=50),
        attempts=1,
    )


def outcome(
    one: Delivery, word: OutcomeWord = OutcomeWord.NEW, reason: str | None = None
) -> Outcome:
    """Return its end."""
    return Outcome(delivery_id=one.id, word=word, reason=reason, timings=TIMINGS)


def test_a_delivery_is_one_trace_whose_id_is_its_own(collector: Collector) -> None:
    """Watcher and worker send their parts apart; they meet under one root."""
    one = delivery()
    traces.received(one)
    traces.ended(one, outcome(one), "task-1")
    traces.end()

    spans = collector.of(one.id.hex)
    assert set(spans) == {"delivery", "receive", "queue", *STAGES, "store", "dedup"}
    root = spans["delivery"]
    assert root.parent == ""
    assert {spans[name].parent for name in set(spans) - {"delivery", "dedup"}} == {root.id}
    assert spans["dedup"].parent == spans["store"].id
    assert root.attributes["copydesk.outcome"] == "new"
    assert root.attributes["copydesk.task_id"] == "task-1"
    assert root.attributes["copydesk.delivery_id"] == str(one.id)
    assert (root.resource["service.name"], root.resource["copydesk.role"]) == ("copydesk", "worker")


def test_each_stage_lies_where_it_lay(collector: Collector) -> None:
    """The measured times, one after the other, inside the root; the commit ends the last."""
    one = delivery()
    traces.ended(one, outcome(one), None)
    traces.end()

    spans = collector.of(one.id.hex)
    root = spans["delivery"]
    assert root.start == int(one.received_at.timestamp() * 1e9) == spans["queue"].start
    assert spans["queue"].end == spans["batch"].start
    for before, after in zip(STAGES, [*STAGES][1:], strict=False):
        assert spans[before].end - spans[before].start == STAGES[before] * 1e6
        assert spans[before].end == spans[after].start
    assert spans["store"].end == root.end
    assert all(root.start <= span.start <= span.end <= root.end for span in spans.values())


def test_a_quarantined_delivery_is_an_error(collector: Collector) -> None:
    """So that a search for errors finds it, with its reason."""
    one = delivery()
    traces.ended(one, outcome(one, OutcomeWord.QUARANTINED, "empty"), None)
    traces.end()

    root = collector.of(one.id.hex)["delivery"]
    assert root.status == 2
    assert root.attributes["copydesk.reason"] == "empty"


def test_watcher_and_worker_agree_on_which_are_sampled(
    collector: Collector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trace is sent whole or not at all."""
    monkeypatch.setenv("OTEL_TRACES_SAMPLER", "traceidratio")
    monkeypatch.setenv("OTEL_TRACES_SAMPLER_ARG", "0.5")
    some = [delivery() for _ in range(200)]
    for one in some:
        traces.received(one)
    traces.end()
    traces.begin("worker")
    for one in some:
        traces.ended(one, outcome(one), None)
    traces.end()

    sent = [set(collector.of(one.id.hex)) for one in some]
    assert 0 < sum(bool(names) for names in sent) < 200
    assert all(not names or names >= {"receive", "delivery"} for names in sent)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_SDK_DISABLED": "true"},
        {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_TRACES_EXPORTER": "none"},
    ],
)
def test_nothing_is_loaded_where_no_traces_are_wanted(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Off is free: OpenTelemetry is not even imported."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    script = (
        "import sys; from shared.observing import traces;"
        "from tests.integration.test_traces import *;"
        "traces.begin('worker'); one = delivery(); traces.received(one);"
        "traces.ended(one, outcome(one), None); traces.end();"
        "print('opentelemetry.sdk.trace' in sys.modules, traces.wanted())"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_a_collector_that_is_away_stops_nothing() -> None:
    """Thousands of deliveries pass, more than are kept for it, and the process ends by itself."""
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, answers nothing
        port = silent.getsockname()[1]
        script = (
            "from shared.observing import traces; from tests.integration.test_traces import *;"
            "traces.begin('worker'); some = [delivery() for _ in range(1000)];"
            "[traces.ended(one, outcome(one), None) for one in some for _ in range(3)];"
            "traces.end(); print('ended')"
        )
        done = subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{port}"},
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
    assert done.stdout.strip() == "ended"
