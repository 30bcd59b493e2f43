"""What `docs/reading.md` tells readers to run, run."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.config import ROOT
from tests.integration.serving import environment, served
from tests.patience import PATIENCE
from tests.stored import make_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")

BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

BLOCKS = BLOCK.findall(TEXT)


def blocks(language: str, mark: str) -> list[str]:
    """Return the blocks of a language with a mark, in order."""
    return [code for name, its, code in BLOCKS if (name, its) == (language, mark)]


@pytest.fixture
def url(database_url: str) -> str:
    """Give a database that holds the day."""
    make_day(database_url)
    return database_url


@pytest.fixture
def connection(url: str) -> Iterator[sa.Connection]:
    """Give a connection that leaves the database as it was."""
    engine = sa.create_engine(url)
    with contextlib.closing(engine.connect()) as connection:
        yield connection
        connection.rollback()
    engine.dispose()


def test_every_statement_runs(connection: sa.Connection) -> None:
    """On the database that it is written for, or on both; each question finds something."""
    name = connection.dialect.name
    statements = [*blocks("sql", ""), *blocks("sql", name)]
    assert len(statements) >= 6
    for block in statements:
        for statement in filter(str.strip, block.split(";\n")):
            result = connection.execute(sa.text(statement.rstrip(";\n")))
            if result.returns_rows:
                assert result.fetchall(), statement


def run(code: str, home: Path, **variables: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment(home) | variables,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_python_example_follows_the_feed(url: str, tmp_path: Path) -> None:
    """It prints each article that may be shown once, in the feed's order."""
    [code] = blocks("python", "")
    lines = run(code, tmp_path, COPYDESK_DATABASE_URL=url).splitlines()
    assert len(lines) == 4
    assert "City buys old forest" in lines[0]
    assert "Ship aground, tugs sent" in lines[-1]


def test_the_pandas_example_counts_by_source(url: str, tmp_path: Path) -> None:
    """One line for each publisher, and one for articles that name none."""
    [code] = blocks("python", "pandas")
    told = run(code, tmp_path, COPYDESK_DATABASE_URL=url)
    assert "The Wire" in told
    assert "NaN" in told or "None" in told


def test_the_http_example_follows_the_feed(sqlite_url: str, tmp_path: Path) -> None:
    """Older versions are shown by their id too; kills and embargoes are not."""
    make_day(sqlite_url)
    [code] = blocks("python", "http")
    with served(tmp_path, database_url=sqlite_url) as client:
        lines = run(code, tmp_path, COPYDESK_API=str(client.base_url)).splitlines()
    assert len(lines) == 5
    assert "Withdrawn" not in "".join(lines)


def test_the_views_columns_are_all_told(connection: sa.Connection) -> None:
    """The table names each column of `published_articles`, and no other."""
    columns = connection.execute(sa.text("SELECT * FROM published_articles LIMIT 1")).keys()
    table = TEXT.partition("| column | what it holds |")[2].partition("\n\n")[0]
    told = set()
    for line in table.splitlines():
        told |= set(re.findall(r"`(\w+)`", line.split("|")[1] if "|" in line else ""))
    assert told == set(columns)
