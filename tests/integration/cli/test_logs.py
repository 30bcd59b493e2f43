"""`copydesk logs`: shown, filtered, and followed in a process of its own."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT
from shared.logs import LOG_FILE
from tests.integration.serving import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.integration.commanding import Shell

TAKEN = "0198f3a0-0000-7000-8000-00000000aaaa"
REFUSED = "0198f3a0-0000-7000-8000-00000000bbbb"


def line(name: str, delivery: str, outcome: str, **more: object) -> str:
    """Return a line of the log as a worker writes it."""
    fields = {
        "at": "2026-11-24T08:30:00.000000Z",
        "level": "warning" if outcome == "quarantined" else "info",
        "role": "worker",
        "event": "delivery_finished",
        "file": name,
        "delivery_id": delivery,
        "outcome": outcome,
    }
    return json.dumps({**fields, **more}) + "\n"


FOREST = line("forest.txt", TAKEN, "new", provider="reuters", articles=1)
NOISE = line("noise.bin", REFUSED, "quarantined", provider="default", reason="not_text")


@pytest.fixture
def log(home: Path) -> Path:
    """Give the log of a home, in which one file was taken and one was not."""
    file = home / "logs" / LOG_FILE
    file.parent.mkdir(exist_ok=True)
    file.write_text(FOREST + NOISE, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([], ["forest.txt", "noise.bin"]),
        (["-n", "1"], ["noise.bin"]),
        (["--outcome", "quarantined"], ["noise.bin"]),
        (["--provider", "reuters"], ["forest.txt"]),
        (["--delivery", TAKEN[-6:]], ["forest.txt"]),
        (["--level", "warning"], ["noise.bin"]),
    ],
)
def test_lines_are_chosen_by_what_is_asked(
    shell: Shell, log: Path, asked: list[str], shown: list[str]
) -> None:
    """Each line names its file, whatever it was chosen by."""
    assert log.exists()
    out = shell.run("logs", *asked).out
    assert [name for name in ("forest.txt", "noise.bin") if name in out] == shown


def test_programs_get_the_lines_as_they_were_written(shell: Shell, log: Path) -> None:
    """Not one byte of them is another."""
    assert shell.run("logs", "--json").out == log.read_text(encoding="utf-8")


def test_nothing_to_show_is_said_with_its_reason(shell: Shell, log: Path) -> None:
    """No line of that kind, an empty log, and no log are three things."""
    assert "of that kind" in shell.run("logs", "--provider", "nobody", status=1).err
    log.write_bytes(b"")
    assert "is empty" in shell.run("logs", status=1).err
    log.unlink()
    log.parent.rmdir()
    assert "./copydesk up" in shell.run("logs", status=1).err


@contextlib.contextmanager
def followed(home: Path, *asked: str) -> Iterator[subprocess.Popen[str]]:
    """Run `logs --follow`, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "services.cli", "logs", "--follow", *asked],
        cwd=ROOT,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_what_comes_is_shown_through_a_rotation_until_ctrl_c(home: Path, log: Path) -> None:
    """What was there, what is added, and what goes into the next file; then an end without fuss."""
    with followed(home, "--json", "--outcome", "new") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == FOREST
        second = line("second.txt", TAKEN, "new")
        with log.open("a", encoding="utf-8") as file:
            file.write(NOISE + second)
        assert process.stdout.readline() == second
        log.rename(log.with_name(f"{LOG_FILE}.1"))
        third = line("third.txt", TAKEN, "new")
        log.write_text(third, encoding="utf-8")
        assert process.stdout.readline() == third
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out, err) == (0, "", "")
