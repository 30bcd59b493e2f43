"""`copydesk import` without `--wait`: what it takes, what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from shared.config import Settings
from shared.processes import readiness
from tests.builders import FOREST_TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell


def test_import_without_a_worker_says_what_is_missing(shell: Shell, tmp_path: Path) -> None:
    """Nothing is registered that nobody would read."""
    shell.run("migrate")
    page = tmp_path / "a.txt"
    page.write_text(FOREST_TEXT, encoding="utf-8")
    assert "./copydesk up" in shell.run("import", str(page), "--wait", status=1).err
    assert json.loads(shell.run("status", "--json").out)["received"] == 0


def test_import_counts_what_was_given(shell: Shell, home: Path, tmp_path: Path) -> None:
    """Registered and left out add up; the originals stay."""
    shell.run("migrate")
    readiness.ready(Settings(home=home), "worker")
    folder = tmp_path / "batch"
    folder.mkdir()
    for name in ("a.txt", "b.txt", ".hidden"):
        (folder / name).write_text(FOREST_TEXT + name, encoding="utf-8")
    lines = [line.split() for line in shell.run("import", str(folder)).out.splitlines()]
    assert ["received", "2"] in lines
    assert ["left", "out", "1"] in lines
    assert ["given", "3"] in lines
    assert len(list(folder.iterdir())) == 3


def test_import_of_a_path_that_is_not_there_is_a_sentence(shell: Shell, home: Path) -> None:
    """Which path, and nothing else happens."""
    shell.run("migrate")
    readiness.ready(Settings(home=home), "worker")
    assert "/no/such/folder" in shell.run("import", "/no/such/folder", status=1).err
