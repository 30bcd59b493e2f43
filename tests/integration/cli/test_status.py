"""`copydesk status`: the figures, with and without a running API."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from services.cli.status.running_api import PATIENCE_SECONDS
from services.telling import room
from shared.broker.client import SOON
from tests.integration.serving import served
from tests.patience import PATIENCE
from tests.stored import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell
    from tests.servers.valkey import Valkey


def test_status_shows_what_the_ledger_counts(desk: Shell) -> None:
    """People and programs get the same figures, which add up."""
    found = json.loads(desk.run("status", "--json").out)
    total = sum(found["deliveries"].values()) + found["received"] + found["processing"]
    assert total == len(DAY) + 2
    shown = [line.split() for line in desk.run("status").out.splitlines()]
    assert ["deliveries", str(total)] in shown
    assert ["quarantined", "1", "not", "text", "1"] in shown
    assert ["received,", "waiting", "1"] in [line[:3] for line in shown]


def test_status_is_what_the_running_api_says_and_the_same_without_it(
    desk: Shell, home: Path, database_url: str
) -> None:
    """Asked of the API it is quick; the figures are those of the ledger either way."""

    def figures() -> dict[str, object]:
        found = json.loads(desk.run("status", "--json").out)
        return {name: found[name] for name in ("deliveries", "received", "reasons", "articles")}

    alone = figures()
    settings = {"database_url": database_url, "api_token": "open sesame", "log_level": "debug"}
    with served(home, **settings) as client:
        desk.monkeypatch.setenv("COPYDESK_API_TOKEN", "open sesame")
        assert figures() == alone
        assert _requests(home, "/status") == [200]
        assert client.base_url.host == "127.0.0.1"


def test_status_says_when_the_disk_has_no_room_and_what_to_do(desk: Shell) -> None:
    """What is dropped waits then; whoever looks why shall not have to ask `doctor` as well."""
    assert "make room" not in desk.run("status").out
    desk.monkeypatch.setattr(room, "TOO_LITTLE", 10**18)  # more than any disk here has
    [line] = [line for line in desk.run("status").out.splitlines() if line.startswith("disk")]
    assert "make room, what waits goes on by itself" in line


def test_a_broker_that_stands_still_is_said_and_nobody_waits_long(
    desk: Shell, home: Path, database_url: str, broker: Valkey
) -> None:
    """The API gives it up before the command gives up the API: it is waited for once."""
    settings = {"database_url": database_url, "broker_url": broker.url, "log_level": "debug"}
    with served(home, **settings):
        broker.pause()
        try:
            shown = desk.run("status").out
        finally:
            broker.resume()
    [line] = [line.split() for line in shown.splitlines() if line.startswith("queues")]
    assert line == ["queues", "?", "the", "broker", "does", "not", "answer"]
    assert _requests(home, "/status") == [200]
    assert max(SOON.values()) < PATIENCE_SECONDS


def _requests(home: Path, path: str) -> list[int]:
    """Return the statuses of the requests of a path that the log knows, once it knows any."""
    log = home / "logs" / "copydesk.jsonl"
    deadline = time.monotonic() + PATIENCE
    while path not in log.read_text(encoding="utf-8") and time.monotonic() < deadline:
        time.sleep(0.01)  # the answer is sent before the line is written
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return [line["status"] for line in lines if line.get("path") == path]


def test_status_of_a_home_where_nothing_is_names_the_remedy(shell: Shell, home: Path) -> None:
    """Nothing is created by looking."""
    said = shell.run("status", status=1).err
    assert "./copydesk up" in said
    assert str(home) in said
    assert list(home.iterdir()) == []
