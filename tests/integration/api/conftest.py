"""The API over real HTTP, over a day of news on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.api.asking import NO_BROKER
from tests.integration.commanding import Shell, forget_logs
from tests.integration.serving import served
from tests.stored import make_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx

    from tests.servers.postgres import Postgres


@pytest.fixture(
    scope="package", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def home(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """Give a home and the URL of a database that holds the day."""
    folder = tmp_path_factory.mktemp("api")
    url = f"sqlite:///{folder / 'copydesk.db'}"
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.url(server.create())
    make_day(url)
    return folder, url


@pytest.fixture
def home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home that commands of this process work in too."""
    monkeypatch.setenv("COPYDESK_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def shell(
    home_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """Give a command line in that home."""
    yield Shell(monkeypatch, capsys)
    forget_logs()


@pytest.fixture(scope="package")
def api(home: tuple[Path, str]) -> Iterator[httpx.Client]:
    """Give a client of the API over the day."""
    folder, url = home
    with served(folder, database_url=url, broker_url=NO_BROKER) as client:
        yield client
