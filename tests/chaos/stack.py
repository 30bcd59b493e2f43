"""The real stack under test, in two set-ups, with everything in it that can be hurt."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from redis.exceptions import RedisError

from shared.broker.client import redis_client
from shared.broker.messages import QUEUES
from shared.config import Settings
from shared.processes import readiness
from shared.processes.alive import is_alive
from shared.storage import Storage
from tests.chaos.disk import obey_permissions
from tests.e2e.running import Copydesk, descendants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.servers.postgres import Postgres
    from tests.servers.valkey import Valkey

SETTINGS: Final = {
    # kills at this rate hit an innocent file three times now and then, which is what poison does;
    # what becomes of real poison has tests of its own
    "COPYDESK_MAX_ATTEMPTS": "30",
    "COPYDESK_WORKERS": "2",
    # a file whose sign was lost is found by the next scan
    "COPYDESK_RESCAN_SECONDS": "3",
}

UNACKED: Final = "unacked"
"""Where kombu keeps what a worker has taken and not acknowledged."""


@dataclass
class Stack:
    """A home with `up`; with both servers embedded, or with a Valkey and a PostgreSQL beside it."""

    home: Path
    disk: bool
    """Whether the home is a disk of its own, that can be filled."""
    valkey: Valkey | None = None
    postgres: Postgres | None = None
    database: str = ""
    desk: Copydesk = field(init=False)
    settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        """Prepare `up` with a clock that can be set, and a root that obeys permissions."""
        environment = dict(SETTINGS)
        if self.valkey is not None and self.postgres is not None:
            environment["COPYDESK_BROKER_URL"] = self.valkey.url
            environment["COPYDESK_DATABASE_URL"] = self.database
        self.settings = Settings(
            home=self.home,
            broker_url=environment.get("COPYDESK_BROKER_URL", ""),
            database_url=environment.get("COPYDESK_DATABASE_URL", ""),
        )
        self.desk = Copydesk(
            self.home,
            environment,
            program=("-m", "tests.chaos.clocked"),
            before_start=obey_permissions,
        )

    def still_up(self) -> None:
        """Fail when `up` itself has ended, which nothing but `kill everything` should make it."""
        process = self.desk.process
        assert process is not None
        assert process.poll() is None, f"up ended with status {process.returncode}"

    def role(self, role: str) -> list[int]:
        """Return the process of a role, if it lives."""
        return readiness.pids(self.settings, role)

    def pool(self) -> list[int]:
        """Return the pool children of the worker."""
        return [child for pid in self.role("worker") for child in descendants(pid)]

    def broker(self) -> list[int]:
        """Return the broker's process, if it lives."""
        if self.valkey is not None:
            return [self.valkey.process.pid] if self.valkey.process.poll() is None else []
        with contextlib.suppress(OSError, ValueError):
            pid = int((self.settings.run / "broker.pid").read_text(encoding="ascii"))
            return [pid] if is_alive(pid) else []
        return []

    def server(self) -> list[int]:
        """Return the database server's processes, the first of them before its children."""
        if self.postgres is None or self.postgres.process.poll() is not None:
            return []
        pid = self.postgres.process.pid
        return [pid, *descendants(pid)]

    def kill_broker(self, *, forget: bool) -> None:
        """Kill the broker; with `forget`, what it wrote to its disk is gone too."""
        folder = self.valkey.folder if self.valkey is not None else self.settings.run / "broker"
        if forget:  # while it runs: whoever starts it again may be quicker than we are
            shutil.rmtree(folder / "appendonlydir", ignore_errors=True)
        for pid in self.broker():
            os.kill(pid, signal.SIGKILL)

    def start_servers(self) -> None:
        """Start again what nobody else does: the servers of our own, where they were killed."""
        if self.valkey is not None and self.valkey.process.poll() is not None:
            self.valkey.start()
        if self.postgres is not None and self.postgres.process.poll() is not None:
            self.postgres.start_again()

    @contextlib.contextmanager
    def storage(self) -> Iterator[Storage]:
        """Open the store for a look."""
        with contextlib.closing(Storage.open(self.settings.database)) as storage:
            yield storage

    def stranded(self) -> int:
        """Return how many messages the broker holds, waiting or taken; -1 when it is away."""
        try:
            with redis_client(self.settings) as client:
                waiting = sum(int(client.llen(queue)) for queue in QUEUES.values())
                return waiting + int(client.hlen(UNACKED))
        except (RedisError, OSError):
            return -1
