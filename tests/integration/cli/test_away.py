"""What a command that stays does while the database is away for a moment."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.config import ROOT, Settings
from shared.processes import readiness
from tests.integration.serving import environment
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.postgres import Postgres

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(postgres: Postgres, home: Path) -> Iterator[str]:
    name = postgres.create()
    _done(home, postgres.url(name), "migrate")
    yield name
    postgres.drop(name)


def begin(home: Path, url: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "services.cli", *arguments],
        cwd=ROOT,
        env=environment(home, database_url=url),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_an_import_that_is_waited_for_waits_for_the_database_too(
    home: Path, tmp_path: Path, postgres: Postgres, database: str
) -> None:
    """The files are registered and will be read: that nobody can look meanwhile is no failure."""
    (tmp_path / "story.txt").write_text("A story.")
    readiness.ready(Settings(home=home), "worker")
    url = postgres.url(database)
    process = begin(home, url, "import", str(tmp_path / "story.txt"), "--wait")
    assert process.stderr is not None
    listed: dict[str, str] = {}
    while listed.get("state") != "reading":
        assert process.poll() is None
        listed = json.loads(_done(home, url, "imports", "--json") or "{}")

    with postgres.away(database):
        assert "the import waits, and goes on" in process.stderr.readline()
    engine = sa.create_engine(url)
    with engine.begin() as connection:  # as if a worker had read it
        connection.execute(sa.text("update deliveries set state = 'done', outcome = 'new'"))
    engine.dispose()

    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert out.split() == ["new", "1", "given", "1"]


def test_who_watches_the_status_sees_it_again_when_the_database_is_back(
    home: Path, postgres: Postgres, database: str
) -> None:
    """It is told once, on standard error, and the watching goes on."""
    process = begin(home, postgres.url(database), "status", "--watch", "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    assert "articles" in json.loads(process.stdout.readline())

    with postgres.away(database):
        assert "asked again until it answers" in process.stderr.readline()
    for line in (process.stdout.readline() for _ in range(2)):
        assert "articles" in json.loads(line)

    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0


def _done(home: Path, url: str, *arguments: str) -> str:
    process = begin(home, url, *arguments)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, err
    return out
