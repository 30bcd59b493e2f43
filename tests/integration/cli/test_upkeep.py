"""Commands that look after a store: `migrate`, `reprocess`, `backup`, `restore`, `retain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.stored import BROKEN, DAY

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.integration.commanding import Shell


def test_what_was_taken_waits_to_be_read_again(desk: Shell, home: Path) -> None:
    """By file, by parser, by provider or all; what was not taken is left to a replay."""
    assert "--all" in desk.run("reprocess", status=1).err
    assert "no article came of" in desk.run("reprocess", BROKEN, status=1).err
    assert desk.run("reprocess", "--parser", "none").err == (
        "copydesk: 0 will be read again: see ./copydesk status\n"
    )
    assert "1 will be read again" in desk.run("reprocess", "forest.txt").err
    assert "for a worker, to be read again" in desk.run("trace", "forest.txt").out
    rest = len(DAY) - 1
    assert f"{rest} will be read again" in desk.run("reprocess", "--parser", "test").err
    assert "0 will be read again" in desk.run("reprocess", "--parser", "test/1").err
    assert "deliveries_reopened" in (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8")


def test_migrate_says_what_it_did(shell: Shell, home: Path) -> None:
    """From nothing to this version, and then that it is there already."""
    assert "new → " in shell.run("migrate").out
    assert "already" in shell.run("migrate").out
    assert (home / "copydesk.db").exists()


def test_a_backup_is_made_and_restored_into_another_home(
    desk: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the command line, and what it says."""
    before = [json.loads(line) for line in desk.run("export").out.splitlines()]
    folder = str(tmp_path / "backup")
    assert "rows" in desk.run("backup", folder).err
    assert "empty one" in desk.run("restore", folder, status=1).err
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path / "second"))
    monkeypatch.delenv("COPYDESK_DATABASE_URL")
    assert "restored" in desk.run("restore", folder).err
    assert [json.loads(line) for line in desk.run("export").out.splitlines()] == before


def test_a_backup_onto_a_file_is_told_that_it_is_one(desk: Shell, tmp_path: Path) -> None:
    """A mistake of the person, and no defect."""
    (tmp_path / "note").touch()
    for place in (tmp_path / "note", tmp_path / "note" / "below"):
        assert "is a file and no folder" in desk.run("backup", str(place), status=1).err


def test_retention_says_what_it_would_do(desk: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a rule: that there is none."""
    assert "no rule is set" in desk.run("retain").err
    monkeypatch.setenv("COPYDESK_RETAIN_QUARANTINED_DAYS", "30")
    monkeypatch.setenv("COPYDESK_RETAIN_RAW_DAYS", "30")
    said = desk.run("retain", "--dry-run").out
    assert "quarantined deliveries would be discarded" in said
    assert "retain_raw_days = 30: 0 files of bytes would be removed" in said
