"""What a command does when nobody can take what it prints: in processes, as a shell starts them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shared.config import ROOT

STORIES = [str(path) for path in sorted((ROOT / "seeds" / "plain_text").glob("*.txt"))]

PRINTING = [["--help"], ["logs", "--help"], ["config", "show", "--why"], ["parse", *STORIES]]
"""Commands that print by each of the ways there are: the library's own, rich, and plain lines."""


def run(command: list[str], home: Path, stdout: int, unbuffered: str) -> tuple[int, str]:
    """Run a command with this standard output; return its status and what it says of it."""
    environment = os.environ | {"COPYDESK_HOME": str(home), "PYTHONUNBUFFERED": unbuffered}
    line = [sys.executable, "-m", "services.cli", *command]
    done = subprocess.run(
        line, cwd=ROOT, env=environment, stdout=stdout, stderr=subprocess.PIPE, check=False
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", PRINTING, ids=lambda line: line[0])
def test_a_reader_that_leaves_ends_the_command_without_a_word(
    command: list[str], unbuffered: str, tmp_path: Path
) -> None:
    """By SIGPIPE, like any other tool: a shell shows 141, and `head` gets no complaint."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = run(command, tmp_path, writing, unbuffered)
    finally:
        os.close(writing)
    assert ended == (-signal.SIGPIPE, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full: Linux alone has it")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", PRINTING, ids=lambda line: line[0])
def test_a_full_disk_is_said_in_one_sentence(
    command: list[str], unbuffered: str, tmp_path: Path
) -> None:
    """It is no defect of Copydesk, and nothing is said twice."""
    with Path("/dev/full").open("wb") as full:
        ended = run(command, tmp_path, full.fileno(), unbuffered)
    assert ended == (1, "copydesk: standard output: No space left on device\n")
