"""The fixtures that every test may ask for: homes, databases and brokers, all of them real."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import structlog

from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.refusing_disk import RefusingDisk
from tests.servers.postgres import Postgres
from tests.servers.s3 import S3
from tests.servers.valkey import Valkey
from tests.sharing import SHARED, leave, processes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pytest_configure() -> None:
    """
    Forget the caller's settings: the tests must never reach a database that is in use.

    And judge no property by the clock, and hear Ctrl-C however the caller was started.
    """
    settings = {name for name in os.environ if name.startswith("COPYDESK_")}
    for name in settings - {"COPYDESK_PYTHON", "COPYDESK_VENV"}:  # the launcher's, not settings
        del os.environ[name]
    # what a program prints into a pipe waits there, as it does with users
    os.environ.pop("PYTHONUNBUFFERED", None)
    # a shell ignores Ctrl-C for what it starts in its background, and so does all that we start
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    # a loaded machine is slow, not wrong
    steady = hypothesis.settings(
        hypothesis.settings(),
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.register_profile("steady", steady)
    hypothesis.settings.load_profile("steady")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Answer `-n auto`, which is said in pyproject.toml."""
    return processes(config)


def pytest_keyboard_interrupt() -> None:
    """Leave nothing running after Ctrl-C."""
    if SHARED in os.environ:
        leave()


@pytest.fixture(scope="session", autouse=True)
def _uncached_loggers() -> Iterator[None]:
    """
    Keep every logger listening to the configuration of the test in hand.

    In production a logger remembers the first configuration; of one that a command run by an
    earlier test configured, `capture_logs` would hear nothing.
    """
    configure = structlog.configure

    def uncached(**given: Any) -> None:
        configure(**{**given, "cache_logger_on_first_use": False})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(structlog, "configure", uncached)
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Start one PostgreSQL server for the whole run; it fails, never skips, where there is none."""
    with contextlib.closing(Postgres()) as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """Give an empty PostgreSQL database of the test's own."""
    database = postgres.create()
    yield postgres.url(database)
    postgres.drop(database)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Give an empty SQLite database of the test's own."""
    return f"sqlite:///{tmp_path / 'test.db'}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give an empty database of each kind in turn: what is true of one is true of the other."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session")
def migrated_postgres(postgres: Postgres) -> str:
    """Migrate one database of the server, to be copied: a copy is ten times cheaper."""
    template = postgres.create()
    upgrade(postgres.url(template))
    return template


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrate one SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "template.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture
def migrated_postgres_url(postgres: Postgres, migrated_postgres: str) -> Iterator[str]:
    """Give a migrated PostgreSQL database of the test's own."""
    database = postgres.create(template=migrated_postgres)
    yield postgres.url(database)
    postgres.drop(database)


@pytest.fixture
def migrated_sqlite_url(sqlite_url: str, migrated_sqlite: Path) -> str:
    """Give a migrated SQLite database of the test's own."""
    shutil.copyfile(migrated_sqlite, sqlite_url.removeprefix("sqlite:///"))
    return sqlite_url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def migrated_url(request: pytest.FixtureRequest) -> str:
    """Give a migrated database of each kind in turn."""
    return str(request.getfixturevalue(f"migrated_{request.param}_url"))


@pytest.fixture
def broker() -> Iterator[Valkey]:
    """Give a broker of the test's own, to pause, kill and start again."""
    with contextlib.closing(Valkey()) as server:
        yield server.start()


@pytest.fixture
def broker_url(broker: Valkey) -> str:
    """Give the URL of a broker of the test's own."""
    return broker.url


@pytest.fixture(scope="session")
def s3_server() -> Iterator[S3]:
    """Start one S3 server for the whole run: most of its seconds are imports."""
    with contextlib.closing(S3()) as server:
        yield server.start()


@pytest.fixture
def s3(s3_server: S3, monkeypatch: pytest.MonkeyPatch) -> S3:
    """Give the S3 server, with the keys and the endpoint in the environment."""
    for name, value in s3_server.environment.items():
        monkeypatch.setenv(name, value)
    return s3_server


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a COPYDESK_HOME of the test's own, set in the environment."""
    path = tmp_path / "home"
    path.mkdir()
    monkeypatch.setenv("COPYDESK_HOME", str(path))
    return path


@pytest.fixture
def storage(migrated_url: str) -> Iterator[Storage]:
    """Give an empty, migrated store on each kind of database in turn."""
    with contextlib.closing(Storage.open(migrated_url)) as store:
        yield store


@pytest.fixture
def refusing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RefusingDisk]:
    """Give a disk that refuses what it is told to, below the test's own folder."""
    with contextlib.closing(RefusingDisk(tmp_path, monkeypatch)) as disk:
        yield disk
