"""A command line of a test's own, and one over a day of news on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.commanding import Shell, forget_logs
from tests.stored import make_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def shell(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """Give a command line in a home of the test's own, without a database."""
    monkeypatch.setenv("COPYDESK_WORKERS", "1")
    yield Shell(monkeypatch, capsys)
    forget_logs()


@pytest.fixture
def desk(shell: Shell, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """Give a command line over the day."""
    monkeypatch.setenv("COPYDESK_DATABASE_URL", database_url)
    make_day(database_url)
    return shell
