"""The servers of the tests are real, separate for each test, and leave nothing behind."""

from __future__ import annotations

import contextlib
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.storage.schema.migrate import upgrade
from tests.e2e.running import wait_for
from tests.patience import PATIENCE
from tests.servers import postgres_binaries

if TYPE_CHECKING:
    from tests.servers.postgres import Postgres
    from tests.servers.valkey import Valkey

ROOT = Path(__file__).resolve().parents[3]


def test_a_database_takes_a_row_and_gives_it_back(database_url: str) -> None:
    """Both kinds of database answer through SQLAlchemy."""
    engine = sa.create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE mark (word TEXT)"))
        connection.execute(sa.text("INSERT INTO mark VALUES ('naïve')"))
        assert connection.execute(sa.text("SELECT word FROM mark")).scalar_one() == "naïve"
    engine.dispose()


def test_a_database_is_empty_whatever_the_test_before_did(database_url: str) -> None:
    """No test sees another's tables."""
    engine = sa.create_engine(database_url)
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()


def test_a_migrated_database_is_at_this_codes_revision(migrated_url: str) -> None:
    """A copy of the migrated template needs no migration any more."""
    before, after = upgrade(migrated_url)
    assert before == after


def test_a_database_is_dropped_though_a_client_is_still_connected(postgres: Postgres) -> None:
    """A connection left open by a failed test does not keep the next from its start."""
    name = postgres.create()
    engine = sa.create_engine(postgres.url(name))
    with engine.connect():
        postgres.drop(name)
        assert name not in _databases(postgres)
        with pytest.raises(sa.exc.OperationalError):
            sa.create_engine(postgres.url(name)).connect()
    engine.dispose()


def test_no_postgresql_is_an_error_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a server and without the wheel the tests fail, and say what to install."""
    monkeypatch.setattr(postgres_binaries, "_installed", list)
    monkeypatch.setattr(postgres_binaries, "_wheel", lambda: None)
    with pytest.raises(RuntimeError, match="apt install postgresql"):
        postgres_binaries.find_binaries(postgres_binaries.server_user(), tmp_path)


def test_a_broker_keeps_what_it_holds_through_a_kill(broker: Valkey) -> None:
    """After `kill -9` the append-only file brings everything back on the same socket."""
    with broker.client() as client:
        client.set("mark", "kept")
        wait_for("the file has it", lambda: client.waitaof(1, 0, 1000)[0])
    broker.kill()
    broker.start()
    with broker.client() as client:
        assert client.get("mark") == b"kept"


def test_a_broker_ends_when_the_process_that_started_it_is_killed() -> None:
    """No orphan is left by a pytest that was killed."""
    code = (
        "import sys; from tests.servers.valkey import Valkey; broker = Valkey().start(); "
        "print(broker.process.pid, broker.folder, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid, folder = parent.stdout.readline().split()
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + PATIENCE
    while _alive(int(pid)) and time.monotonic() < deadline:
        time.sleep(0.01)
    shutil.rmtree(folder)
    assert not _alive(int(pid))


def _alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state not in "ZX"
    return False


def _databases(postgres: Postgres) -> list[str]:
    engine = sa.create_engine(postgres.url("postgres"))
    with engine.connect() as connection:
        names = list(connection.execute(sa.text("SELECT datname FROM pg_database")).scalars())
    engine.dispose()
    return names
