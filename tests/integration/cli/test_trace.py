"""`copydesk trace`: the whole way of one file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.stored import BROKEN, WAITING, article_id, delivery_id

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell


def test_trace_by_name_tells_the_whole_way(desk: Shell) -> None:
    """Receipt, stages, outcome, fields with their source and what was assumed, the story."""
    out = desk.run("trace", "forest.txt").out
    for expected in (
        f"wire/forest.txt   delivery {delivery_id('forest')}",
        "2026-03-14 12:00:00.000 UTC",
        "stages          queue              3.0 ms  ━━━━━━━━━━",
        "parse              2.2 ms            ━━━━━━━",
        "bytes to items",
        "between            0.5 ms",
        "City buys old forest",
        "Ida Holm",
        "zone UTC: none stated",
        f"of {article_id('forest')}",
        "near duplicate",
        "of the shorter text",
    ):
        assert (expected in out) == (expected != f"of {article_id('forest')}"), expected


def test_trace_takes_ids_and_their_last_digits(desk: Shell) -> None:
    """A delivery, an article and a story; the log shows only the end of an id."""
    delivery, article = delivery_id("forest cut"), article_id("forest cut")
    for word in (str(delivery), delivery.hex[-8:], str(article)):
        out = desk.run("trace", word).out
        assert str(delivery) in out
        assert f"of {article_id('forest')}" in out
    assert "superseded" not in desk.run("trace", str(article_id("ship v1"))).out
    assert "version 2" in desk.run("trace", str(article_id("ship v1"))).out


def test_trace_shows_what_a_version_changed(desk: Shell) -> None:
    """The words that came and went, in their place, and how many."""
    out = desk.run("trace", str(article_id("ship v2"))).out
    assert "headline: Ship aground{+, tugs sent+}" in out
    assert "{+Ferries to the islands are held back" in out
    assert "16 words added, 0 removed" in out


def test_trace_takes_the_id_of_a_task(desk: Shell) -> None:
    """A line of a worker, or of Flower, leads to the deliveries that came in one message."""
    out = desk.run("trace", "task-1").out
    for each in ("forest", "forest cut", "ship v1"):
        assert str(delivery_id(each)) in out


def test_trace_of_a_quarantined_file_says_why(desk: Shell) -> None:
    """The reason of the file and of each item that was not taken."""
    out = desk.run("trace", BROKEN).out
    assert "quarantined" in out
    assert "not text   the bytes are neither text" in out
    assert "random bytes" in out


def test_trace_shows_what_the_log_knows_besides(desk: Shell, home: Path) -> None:
    """A lost lease is no column of the ledger; what the page tells already is left out."""
    lines = [
        {"event": event, "delivery_id": str(delivery_id(WAITING)), "level": "warning", "tries": 2}
        for event in ("delivery_received", "lease_lost")
    ]
    logs = home / "logs"
    logs.mkdir(exist_ok=True)
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (logs / "copydesk.jsonl").write_text(text, encoding="utf-8")
    out = desk.run("trace", WAITING).out
    assert "lease_lost  tries=2" in out
    assert "delivery_received" not in out


def test_trace_of_what_is_unknown_names_what_is_like_it(desk: Shell) -> None:
    """A misspelt name is answered with the names that hold it."""
    said = desk.run("trace", "forest", status=1).err
    assert "wire/forest.txt" in said
    assert "default/forest cut.txt" in said
    assert "nothing is known" in desk.run("trace", "nowhere", status=1).err


def test_trace_knows_a_file_by_its_bytes(shell: Shell, home: Path, tmp_path: Path) -> None:
    """A file of this machine is found though its name was another when it came."""
    import hashlib  # noqa: PLC0415

    from tests.builders import delivery  # noqa: PLC0415

    url = f"sqlite:///{home / 'copydesk.db'}"
    upgrade(url)
    local = tmp_path / "renamed.txt"
    local.write_bytes(b"the same bytes")
    digest = hashlib.sha256(b"the same bytes").hexdigest()
    storage = Storage.open(url)
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery(name="original.txt", sha256=digest)])
        uow.commit()
    storage.close()
    assert "original.txt" in shell.run("trace", str(local)).out
