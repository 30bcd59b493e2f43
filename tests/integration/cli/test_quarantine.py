"""`copydesk quarantine`: what was not taken, replayed and discarded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.stored import BROKEN, delivery_id

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell


def test_quarantine_lists_reasons_and_files(desk: Shell) -> None:
    """Counts by reason, then the files with theirs; as JSON for programs."""
    out = desk.run("quarantine", "list").out
    assert "1  not text" in out
    assert BROKEN in out
    [row] = [json.loads(line) for line in desk.run("quarantine", "list", "--json").out.splitlines()]
    assert (row["name"], row["reason"]) == (BROKEN, "not_text")
    assert desk.run("quarantine", "list", "--reason", "empty", "--json").out == ""


def test_a_replayed_file_waits_to_be_read_again(desk: Shell, home: Path) -> None:
    """It is as if it had just come, and nothing of its failure is left but the log's lines."""
    aside = home / "quarantine" / delivery_id(BROKEN).hex
    aside.mkdir(parents=True)
    shown = desk.run("quarantine", "show", BROKEN).out
    assert str(aside) in shown
    assert "what to do      drop the text or the document" in shown
    assert "1 will be read again" in desk.run("quarantine", "replay", BROKEN).err
    out = desk.run("trace", BROKEN).out
    assert "for a worker" in out
    assert "random bytes" not in out
    assert not aside.exists()
    assert "delivery_replayed" in (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8")


def test_discarded_files_are_listed_no_more_and_keep_their_reason(desk: Shell) -> None:
    """The outcome is another; nothing else of the row is lost."""
    assert "1 discarded" in desk.run("quarantine", "discard", "--all", "--yes").err
    assert desk.run("quarantine", "list", "--json").out == ""
    out = desk.run("trace", BROKEN).out
    assert "discarded" in out
    assert "not text" in out


def test_quarantine_changes_only_what_is_in_it(desk: Shell) -> None:
    """A file that was taken cannot be replayed or discarded, and something must be named."""
    assert "quarantine" in desk.run("quarantine", "replay", "forest.txt", status=1).err
    assert "--all" in desk.run("quarantine", "discard", "--yes", status=1).err
    assert json.loads(desk.run("status", "--json").out)["deliveries"]["quarantined"] == 1
