"""A user's day: up, drop, look, break, stop."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT
from shared.processes.alive import is_alive
from tests.e2e.running import Copydesk, descendants, wait_for
from tests.log_events import documented, unlisted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEEDS = ROOT / "seeds"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Copydesk]:
    """Give a Copydesk that is up."""
    running = Copydesk(tmp_path / "home")
    yield running.up()
    running.close()


def test_a_dropped_file_is_read_out(desk: Copydesk) -> None:
    """From the inbox to the API, `status`, `export`, `trace` and `logs`."""
    seed = SEEDS / "plain_text" / "labels_next_line.txt"
    desk.drop("wire/story.txt", seed.read_bytes())

    delivery = desk.outcome("wire/story.txt")
    [article] = desk.get("/articles")["articles"]

    assert (delivery["outcome"], delivery["provider"]) == ("new", "wire")
    assert article["delivery"] == delivery["id"]
    assert article["headline"] in seed.read_text(encoding="utf-8")
    assert article["headline"] in desk.run("export")
    assert article["headline"] in desk.run("trace", "story.txt")
    assert '"new": 1' in desk.run("status", "--json")
    assert delivery["id"] in (desk.home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8")
    assert "story.txt" in desk.run("logs")
    lines = [json.loads(line) for line in desk.run("logs", "--json", "-n", "0").splitlines()]
    assert {line["role"] for line in lines} >= {"watcher", "worker", "sweeper", "api"}
    listed = documented()
    assert [odd for line in lines if (odd := unlisted(line, listed))] == []


def test_copies_are_told_apart_and_bad_files_are_explained(desk: Copydesk) -> None:
    """The same file, the same text, a cut copy; random bytes, nothing, an endless attribute."""
    text = (SEEDS / "plain_text" / "labels_next_line.txt").read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    desk.drop("a.txt", text)
    assert desk.outcome("a.txt")["outcome"] == "new"

    desk.drop("again.txt", text)
    desk.drop(
        "spaced.txt",
        text.replace("\n\n", "\n\n\n")
        .replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
        .replace(". ", ".  "),
    )
    desk.drop("cut.txt", "\n\n".join(paragraphs[: len(paragraphs) // 2 + 1]))
    desk.drop("noise.bin", os.urandom(5000))
    desk.drop("nothing.txt", b"")
    desk.drop("attribute.html", b'<html><body><p title="' + b"a" * 10_000_000 + b'">x</p></body>')

    names = ("again.txt", "spaced.txt", "cut.txt", "noise.bin", "nothing.txt", "attribute.html")
    ends = {name: desk.outcome(name) for name in names}
    assert {name: end["outcome"] for name, end in ends.items()} == {
        "again.txt": "redelivery",
        "spaced.txt": "exact_duplicate",
        "cut.txt": "near_duplicate",
        "noise.bin": "quarantined",
        "nothing.txt": "quarantined",
        "attribute.html": "quarantined",
    }
    assert ends["noise.bin"]["reason"] == "not_text"
    assert ends["nothing.txt"]["reason"] == "empty"
    assert all(end["detail"] for end in ends.values() if end["outcome"] == "quarantined")
    articles = desk.get("/articles")["articles"]
    assert len({each["story_id"] for each in articles}) == 1


def test_a_second_up_on_the_same_home_is_told_so(desk: Copydesk) -> None:
    """Two systems never share a home; the message names the process that has it."""
    out = desk.run("up", status=None)
    assert out == "" or "Copydesk is up" not in out
    assert desk.roles_ready()


def test_ctrl_c_ends_everything(desk: Copydesk) -> None:
    """Nothing is left running, the broker included."""
    assert desk.process is not None
    children = descendants(desk.process.pid)

    assert desk.stop(signal.SIGINT) == 0

    assert children
    wait_for("every child ended", lambda: not any(is_alive(pid) for pid in children))


def test_a_killed_system_goes_on_where_it_was(tmp_path: Path) -> None:
    """After kill -9 of the whole tree with files in flight, the next `up` loses nothing."""
    desk = Copydesk(tmp_path / "home").up()
    text = (SEEDS / "plain_text" / "labels_next_line.txt").read_text(encoding="utf-8")
    names = [f"story-{number}.txt" for number in range(30)]
    for number, name in enumerate(names):
        desk.drop(name, f"{text}\n\nThis copy of the text has the number {number}.\n")
    desk.kill_everything()

    desk.up()
    try:
        ends = [desk.outcome(name) for name in names]
        assert len({end["id"] for end in ends}) == len(names)
        assert all(end["outcome"] != "quarantined" for end in ends)
        assert len(desk.deliveries()) == len(names)
    finally:
        desk.close()
