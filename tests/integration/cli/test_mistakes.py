"""What a person's mistakes, and defects of ours, look like on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from services.api.answers.schemas import StoredItem

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.integration.commanding import Shell


def test_a_mistake_in_the_settings_is_a_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which setting, and what was found."""
    monkeypatch.setenv("COPYDESK_BATCH_ITEMS", "many")
    said = shell.run("status", status=1).err
    assert "COPYDESK_BATCH_ITEMS" in said
    assert "many" in said


def test_a_wrong_command_line_ends_with_status_2_and_the_nearest_right_one(shell: Shell) -> None:
    """As every tool does."""
    assert "export" in shell.run("exprot", status=2).err
    assert "--watch" in shell.run("status", "--wacth", status=2).err
    assert "FILE" in shell.run("parse", status=2).err


def test_a_defect_is_one_line_and_its_traceback_is_in_the_log(
    desk: Shell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person is told where to look, and what is found there is the whole of it."""

    def broken(_row: object) -> None:
        msg = "nobody thought of this"
        raise RuntimeError(msg)

    monkeypatch.setattr(StoredItem, "model_validate", broken)
    said = desk.run("export", status=1).err
    assert "RuntimeError: nobody thought of this" in said
    assert str(home / "logs" / "copydesk.jsonl") in said
    lines = (home / "logs" / "copydesk.jsonl").read_text(encoding="utf-8").splitlines()
    [entry] = [json.loads(line) for line in lines if "command_failed" in line]
    assert entry["exception"][0]["exc_type"] == "RuntimeError"
