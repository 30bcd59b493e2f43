"""`copydesk doctor`: what is wrong with a set-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.cli.setup.checks import Verdict, machine
from shared.config import Settings
from shared.processes import readiness
from tests.small_disk import fill, small_disk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.commanding import Shell


def test_doctor_fails_where_nothing_runs_and_says_the_remedy_once(shell: Shell) -> None:
    """Every line has its verdict; five things that one command mends are not five remedies."""
    shell.run("migrate")
    out = shell.run("doctor", status=1).out
    assert "ok   python" in out
    assert "ok   database" in out
    assert "FAIL broker" in out
    assert "FAIL worker" in out
    assert out.count("start ./copydesk up") == 1


def test_doctor_makes_no_database(shell: Shell, home: Path) -> None:
    """Where there is none, every command after it says so, and not that its tables are missing."""
    said = shell.run("doctor", status=1).out

    assert "migrate" not in said
    assert not (home / "copydesk.db").exists()


def test_doctor_is_content_where_all_is_there(desk: Shell, home: Path, broker_url: str) -> None:
    """With every role ready the exit status is 0."""
    desk.monkeypatch.setenv("COPYDESK_BROKER_URL", broker_url)
    for role in ("worker", "watcher", "sweeper", "api"):
        readiness.ready(Settings(home=home), role)
    out = desk.run("doctor").out
    assert "FAIL" not in out
    assert "agrees with the database's" in out


def test_doctor_says_that_a_database_wants_migrating(shell: Shell, home: Path) -> None:
    """With the command that does it."""
    (home / "copydesk.db").write_bytes(b"")
    assert "./copydesk migrate" in shell.run("doctor", status=1).out


def test_doctor_on_a_full_disk_asks_for_room(tmp_path: Path) -> None:
    """And for nothing else; its own probe is not left there."""
    with small_disk(tmp_path / "home") as home:
        settings = Settings(home=home)
        settings.make_folders()
        fill(home)
        [told] = [check for check in machine(settings) if check.name == "home"]
        assert (told.verdict, told.remedy[:9]) == (Verdict.FAIL, "make room")
        assert str(home) in told.found
        assert list(settings.run.glob(".doctor*")) == []


def test_doctor_says_that_the_home_is_a_file(tmp_path: Path) -> None:
    """A file is no folder, and nothing is put in its place."""
    home = tmp_path / "home"
    home.write_text("a note of somebody")
    found = {check.name: check for check in machine(Settings(home=home))}
    assert found["home"].verdict is Verdict.FAIL
    assert "is a file and no folder" in found["home"].found
    assert found["home"].remedy.startswith("move that away")


@pytest.mark.parametrize("command", ["doctor", "migrate", "token create ada"])
def test_a_command_says_that_the_home_is_a_file(shell: Shell, tmp_path: Path, command: str) -> None:
    """Whichever part of the home it would make first: that is no defect."""
    home = tmp_path / "file"
    home.write_text("a note of somebody")
    told = shell.run("--home", str(home), *command.split(), status=1).err
    assert "is a file and no folder" in told or "there is no Copydesk" in told
    assert "defect" not in told
