"""What README and docs/reading.md tell people to type, typed: line by line, on one Copydesk."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from services.cli.commands import COMMANDS
from shared.config import ROOT
from tests.e2e.running import Copydesk, wait_for
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BLOCK = re.compile(r"^```(\w*) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

NOT_RUN = {
    "  drop a file": "a drawing",
    "./copydesk up": "it is up already; the other line is the suite that runs this",
    "COPYDESK_DATABASE_URL=": "settings, no command",
    "docker compose": "needs Docker",
}
"""How a block of README begins that is not run → why."""

ELSEWHERE = {
    "--follow": "never ends: tests/integration/cli/test_logs.py",
    "imports pause": "the import has ended by then: tests/integration/cli/test_imports.py",
}
"""What is in a line that another test types → why, and which."""

SQLITE = """#!{python}
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):
    print(*row, sep="|")
"""
"""Does what the README uses of SQLite's own shell, which not every machine has."""


def blocks(name: str) -> list[tuple[str, str, str]]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return BLOCK.findall(text)


README = [code for _, _, code in blocks("README.md") if not code.startswith(tuple(NOT_RUN))]
READING = [
    code
    for name, mark, code in blocks("docs/reading.md")
    # the first token closes the API to whoever has none: `test_tokens` makes them
    if (name, mark) == ("sh", "") and "token create" not in code
]

STORIES = sorted((ROOT / "seeds" / "plain_text").glob("*.txt"))


@contextlib.contextmanager
def one_that_is_up(folder: Path) -> Iterator[Copydesk]:
    """Start a Copydesk, with a `sqlite3` to ask its database."""
    (folder / "sqlite3").write_text(SQLITE.format(python=sys.executable))
    (folder / "sqlite3").chmod(0o755)
    running = Copydesk(folder / "home", {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"})
    with contextlib.closing(running):
        yield running.up()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copydesk]:
    """Give a Copydesk that holds what the README's tour drops."""
    with one_that_is_up(tmp_path_factory.mktemp("typed")) as running:
        assert run_all(running, README) >= 15
        yield running


def typed(
    desk: Copydesk,
    line: str,
    places: Mapping[str, str] = {},
) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell, with this home and this port in the place of the usual ones."""
    port = json.loads((desk.home / "run" / "api.json").read_text())["port"]
    for usual, here in (
        ("/tmp/", "var/run/"),
        ("var/", f"{desk.home}/"),
        ("./copydesk", f"{sys.executable} -m services.cli"),
        ("127.0.0.1:8600", f"127.0.0.1:{port}"),
        *places.items(),
    ):
        line = line.replace(usual, here)
    return subprocess.run(
        ["/bin/sh", "-eu", "-c", line],
        cwd=ROOT,
        env=desk.surroundings(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def said(desk: Copydesk, line: str) -> str:
    return typed(desk, line).stdout


def run_all(desk: Copydesk, codes: list[str]) -> int:
    lines = [line for code in codes for line in code.splitlines() if line.strip()]
    for line in lines:
        if line.startswith("curl") and shutil.which("curl") is None:
            continue
        if line.startswith("./copydesk search"):
            # words are found a moment after their article can be read
            wait_for(f"something is found: {line}", partial(said, desk, line))
        done = typed(desk, line)
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        assert "about:blank" not in done.stdout, f"{line}: a problem document: {done.stdout}"
        assert done.stdout or not line.startswith(("./copydesk", "curl", "sqlite3")), line
        if "var/inbox" in line:
            wait_for(f"what came of: {line}", lambda: settled(desk))
    return len(lines)


def run_lines(desk: Copydesk, code: str, places: dict[str, str]) -> int:
    """Type the lines of a block, with our places for its own; return how many were typed."""
    count = 0
    for line in filter(str.strip, code.splitlines()):
        if any(part in line for part in ELSEWHERE) or ("jq " in line and not shutil.which("jq")):
            continue
        done = typed(desk, line, places)
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
        count += 1
    return count


def settled(desk: Copydesk) -> bool:
    waiting = any(path.is_file() for path in desk.inbox.rglob("*"))
    return not waiting and all(each["state"] == "done" for each in desk.deliveries())


def test_the_readme_s_tour_can_be_typed(desk: Copydesk) -> None:
    """Each command ended well and showed something, and each drop came to its outcome."""
    outcomes = {each["outcome"] for each in desk.deliveries()}
    assert {"new", "redelivery", "near_duplicate", "quarantined"} <= outcomes


def test_what_reading_md_asks_over_http_is_answered(desk: Copydesk) -> None:
    """Every line of its shell blocks."""
    assert run_all(desk, READING) >= 3


def test_what_logs_md_shows_can_be_typed(desk: Copydesk) -> None:
    """On what has come in; `3f9a01c2` stands for the digits of a delivery."""
    [code] = [code for name, _, code in blocks("docs/logs.md") if name == "sh"]
    digits = desk.deliveries()[0]["id"].replace("-", "")[-8:]
    assert run_lines(desk, code, {"3f9a01c2": digits}) >= 4


def test_what_scaling_md_imports_is_imported(desk: Copydesk, tmp_path: Path) -> None:
    """Its commands one after the other, with a folder of ours for the archive."""
    [code] = [code for name, _, code in blocks("docs/scaling.md") if name == "sh"]
    (tmp_path / "archive").mkdir()
    shutil.copy(ROOT / "seeds" / "plain_text" / "german_labels.txt", tmp_path / "archive")
    assert run_lines(desk, code, {"/archive/2019": str(tmp_path / "archive")}) == 2
    assert "1 of 1" in typed(desk, "./copydesk imports").stdout


def test_what_operating_md_tells_is_done(tmp_path: Path) -> None:
    """Backup, tokens, reading again: on one of its own, for the first token closes the API."""
    codes = [code for name, _, code in blocks("docs/operating.md") if name == "sh"]
    places = {"/mnt/backup/copydesk": str(tmp_path / "kept"), "/srv/new": str(tmp_path / "new")}
    with one_that_is_up(tmp_path) as running:
        for seed in STORIES:
            running.drop(seed.name, seed.read_bytes())
        wait_for("they are read", lambda: len(running.deliveries()) == len(STORIES))
        wait_for("all is read", lambda: settled(running))
        assert sum(run_lines(running, code, places) for code in codes) == 10
        restored = typed(running, "./copydesk --home /srv/new status --json", places).stdout
    assert sum(json.loads(restored)["deliveries"].values()) == len(STORIES)


def test_every_command_in_the_docs_exists() -> None:
    """Also in blocks that need another machine; in the text too."""
    files: list[Path] = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    named = {
        command
        for file in files
        for command in re.findall(r"\./copydesk ([a-z]+)", file.read_text(encoding="utf-8"))
    }
    assert {"up", "import", "search"} <= named
    assert named - {"test"} <= set(COMMANDS)
