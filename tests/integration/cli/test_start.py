"""What a command loads at its start, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from shared.config import ROOT


@pytest.mark.parametrize(
    ("command", "unwanted"),
    [
        ([], ["sqlalchemy", "celery", "redis", "fastapi", "trafilatura", "rich"]),
        (["logs", "--help"], ["sqlalchemy", "celery", "redis", "fastapi", "trafilatura"]),
        (["status", "--help"], ["sqlalchemy", "celery", "redis", "fastapi", "trafilatura"]),
        (["export", "--help"], ["fastapi", "celery", "redis", "trafilatura", "lxml"]),
    ],
)
def test_a_command_loads_nothing_that_it_does_not_need(
    command: list[str], unwanted: list[str]
) -> None:
    """What makes a command quick to answer: other commands' libraries stay on the disk."""
    code = (
        "import sys\n"
        "from services.cli.__main__ import main\n"
        f"sys.argv = ['copydesk', *{command!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('LOADED', *sorted({name.partition('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "typer" in loaded
    assert loaded.isdisjoint(unwanted), loaded & set(unwanted)
