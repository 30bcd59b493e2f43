"""A real PostgreSQL for the tests: one server for the run, a fresh database for each test."""

from __future__ import annotations

import contextlib
import itertools
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psycopg
from psycopg import sql

from tests.servers.postgres_binaries import find_binaries, run_as, server_user
from tests.servers.process import end, short_folders, spawn, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

USER: Final = "copydesk"

PORT: Final = 5432
"""Only a part of the socket's name, but said, lest PGPORT says another."""

SETTINGS: Final = {
    # a Unix socket in our own folder: no port to collide, nobody else connects
    "listen_addresses": "",
    # the data is thrown away: nothing need survive a power cut
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    # small machines run the tests too
    "shared_buffers": "64MB",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class Postgres:
    """A server in a temporary folder."""

    def __init__(self, address: str = "", **settings: str) -> None:
        """
        Find the programs and start the server; raises `RuntimeError` with the remedy.

        With an address it listens there too, and trusts that network: one that nobody else is in.
        """
        self.address = address
        self._settings = SETTINGS | {"listen_addresses": address} | settings
        self.user = server_user()
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-pg-", dir=next(short_folders())))
        self.log = self.folder / "postgres.log"
        self._names = itertools.count(1)
        try:
            self._start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def url(self, database: str, user: str = USER) -> str:
        """Return the SQLAlchemy URL of a database, for its owner or another role."""
        return f"postgresql+psycopg://{user}@:{PORT}/{database}?host={self.folder}"

    def create(self, template: str = "template0") -> str:
        """Make a database as a copy of `template`, some 30 ms; returns its name."""
        name = f"test_{next(self._names)}"
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        self._admin(statement.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def drop(self, database: str) -> None:
        """Remove a database, whoever is still connected."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        self._admin(statement.format(sql.Identifier(database)))

    @contextlib.contextmanager
    def away(self, database: str) -> Iterator[None]:
        """Let nobody into a database meanwhile, and put out who is in."""
        named = sql.Identifier(database)
        self._admin(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(named))
        ending = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = {}"
        self._admin(sql.SQL(ending).format(sql.Literal(database)))
        try:
            yield
        finally:
            self._admin(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(named))

    def close(self) -> None:
        """End the server (SIGINT: without waiting for clients) and remove what it wrote."""
        end(self.process, signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self) -> None:
        if os.geteuid() == 0:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
            self.folder.chmod(0o711)  # a client that gave up root's rights must reach the socket
        options = run_as(self.user)
        self._binaries = find_binaries(self.user, self.folder)
        command: list[str | Path] = [self._binaries / "initdb", "-D", self._data, "-U", USER]
        command += ["-A", "trust", "-N", "--encoding=UTF8", "--locale=C"]
        made = subprocess.run(command, capture_output=True, text=True, check=False, **options)
        if made.returncode != 0:
            raise RuntimeError(f"{command[0]} failed:\n{made.stdout}\n{made.stderr}")
        if self.address:
            with (self._data / "pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {self.address}/24 trust\n")
        self._serve()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def start_again(self) -> None:
        """Start the server again on its data after a kill."""
        self._serve()

    def _serve(self) -> None:
        options = run_as(self.user)
        server: list[str | Path] = [self._binaries / "postgres", "-D", self._data]
        server += ["-k", self.folder, "-p", str(PORT)]
        server += [
            part for key, value in self._settings.items() for part in ("-c", f"{key}={value}")
        ]
        self.process = spawn(server, self.log, end=signal.SIGINT, **options)
        try:
            wait_until(self._answers, self.process, self.log)
        except BaseException:
            end(self.process, signal.SIGINT)
            raise

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.folder), port=PORT, user=USER, dbname="postgres", autocommit=True
        )

    def _answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _admin(self, statement: sql.Composed) -> None:
        connection = self._connect()
        try:
            connection.execute(statement)
        finally:
            connection.close()
