"""Health, status and the log of requests."""

from __future__ import annotations

import contextlib
import json
import time
from typing import TYPE_CHECKING
from uuid import uuid4

from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.integration.api.asking import get
from tests.integration.serving import served
from tests.patience import PATIENCE
from tests.stored import DAY

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.servers.valkey import Valkey


def test_without_a_broker_all_can_be_read_and_health_says_so(api: httpx.Client) -> None:
    """The API needs the database alone."""
    found = get(api, "/health")
    assert (found["status"], found["database"]) == ("degraded", "ok")
    assert "broker" in found["broker"]
    status = get(api, "/status")
    assert (status["queues"], status["processes"]) == (None, None)


def test_status_adds_up_to_the_ledger(api: httpx.Client) -> None:
    """Every delivery is counted once, under its outcome or its state."""
    found = get(api, "/status")
    total = sum(found["deliveries"].values()) + found["received"] + found["processing"]
    assert total == len(DAY) + 2
    assert found["deliveries"]["quarantined"] == 1
    assert found["reasons"] == {"not_text": 1}
    assert (found["received"], found["articles"]) == (1, len(DAY))
    assert found["oldest_waiting"] == "2026-03-14T13:41:00Z"
    assert found["last_change"] == get(api, "/changes")["next"]


def test_a_request_is_one_line_of_the_log(home: tuple[Path, str], api: httpx.Client) -> None:
    """Method, path, status and milliseconds; the query, which may hold anything, is left out."""
    marker = f"/articles/{uuid4()}"
    get(api, marker, 404, limit=1)
    log = home[0] / "logs" / "copydesk.jsonl"
    deadline = time.monotonic() + PATIENCE
    while marker not in log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.01)  # the answer is sent before the line is written
    lines = log.read_text(encoding="utf-8").splitlines()
    [line] = [json.loads(each) for each in lines if marker in each]
    assert (line["event"], line["role"], line["level"]) == ("request", "api", "info")
    assert (line["method"], line["path"], line["status"]) == ("GET", marker, 404)
    assert line["ms"] > 0


def test_health_is_ok_with_a_broker_and_down_without_the_database(
    tmp_path: Path, broker: Valkey
) -> None:
    """503 tells a balancer; the words tell a person."""
    url = f"sqlite:///{tmp_path / 'copydesk.db'}"
    upgrade(url)
    with served(tmp_path, broker_url=broker.url) as client:
        assert get(client, "/health")["status"] == "ok"
        assert get(client, "/status")["queues"] == {"live": 0, "bulk": 0}
        with (
            contextlib.closing(Storage.open(url)) as storage,
            storage.engine.begin() as connection,
        ):
            connection.exec_driver_sql("DROP VIEW changes")
        found = get(client, "/health", 503)
        assert found["status"] == "down"
        assert "migrate" in found["database"]
        lost = client.get("/changes")
        assert (lost.status_code, lost.headers["retry-after"]) == (503, "2")
        assert lost.headers["content-type"] == "application/problem+json"
