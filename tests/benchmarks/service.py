"""The whole service under a benchmark: up on either database, files given, CPU counted by role."""

from __future__ import annotations

import contextlib
import os
import resource
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from shared import clock
from shared.storage import Storage
from shared.storage.feed.search_index import FOLLOWER
from tests.benchmarks.files import dump
from tests.e2e.running import Copydesk, descendants
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DONE = """
    SELECT (SELECT count(*) FROM deliveries)
        - (SELECT count(*) FROM deliveries WHERE state = 'received')
        - (SELECT count(*) FROM deliveries WHERE state = 'processing')
"""
"""Each is answered by an index alone."""
INSTALLED = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
"""PostgreSQL as it is installed: what is measured is what outlasts a power cut, as on SQLite."""
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
ASK_SECONDS = 0.0003
"""Between two looks for a row."""
ASK_FOUND = 0.1
"""Seconds between two looks how far the search has come."""
LEAST_WAIT, MOST_WAIT = 0.02, 0.5
"""Seconds between two counts of what is done."""
PATIENCE = 7200
UTIME, RSS = 11, 21
"""Places after the state in `/proc/PID/stat`."""


class Service:
    """One `up`, its ledger, and what its processes have used."""

    def __init__(
        self, home: Path, *, workers: int, database: str = "sqlite", **settings: str
    ) -> None:
        """Prepare; `with` starts it. `database` is `sqlite`, or `postgres` with its settings."""
        self._ending = contextlib.ExitStack()
        environment = {"COPYDESK_WORKERS": str(workers)}
        self._ended = defaultdict[str, float](float)
        """CPU seconds of commands that have ended."""
        self._server: Postgres | None = None
        if database == "postgres":
            self._server = Postgres(**INSTALLED | settings)
            self._ending.callback(self._server.close)
            environment["COPYDESK_DATABASE_URL"] = self._server.url(self._server.create())
        self.desk = Copydesk(home, environment=environment)
        url = environment.get("COPYDESK_DATABASE_URL") or self.desk.settings.database
        self.storage = Storage.open(url)

    def __enter__(self) -> Self:
        self._ending.callback(self.storage.close)
        self._ending.callback(self.desk.close)
        self.desk.up()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ending.close()

    def done(self) -> int:
        """Return how many deliveries have their outcome."""
        with self._connected() as driver:
            return _count(driver)

    @contextlib.contextmanager
    def _connected(self) -> Iterator[Any]:
        """Give the driver's own connection: who measures lives from the same cores."""
        with self.storage.engine.connect() as connection:
            if self._server is not None:  # SQLite has no transactions but those begun
                connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection.connection.driver_connection

    def drop(self, files: Sequence[Path]) -> float:
        """
        Move files into the inbox; return the seconds until each has its outcome.

        They lie on the disk by then, and so does what else was written: a whole database, which the
        first flush of the service's would have to carry.
        """
        goal = self.done() + len(files)
        moves = [(path, self.desk.inbox / path.name) for path in files]
        os.sync()
        began = time.perf_counter()
        for path, target in moves:  # no more than the call: who measures lives from the same cores
            path.rename(target)
        return self._until(goal, began)

    def take_in(self, folder: Path, count: int) -> tuple[float, float]:
        """
        Run `import` on a folder; return the seconds until each of its files has its outcome.

        And of them those until the first file is looked at: what any command's start takes.
        """
        goal = self.done() + count
        os.sync()
        began, at = time.perf_counter(), clock.now()
        before = _of_children()
        self.desk.run("import", str(folder))
        self._ended["import"] += _of_children() - before
        seconds = self._until(goal, began)
        with self.storage.reading() as reading:
            [newest, *_] = reading.imports(1)
        return seconds, (newest.started_at - at).total_seconds()

    def _until(self, goal: int, began: float) -> float:
        """
        Wait for so many outcomes; return the seconds.

        Asked for ever more often towards the end: to count them twenty times a second was a tenth
        of what PostgreSQL did.
        """
        before = self.done()
        while (done := self.done()) < goal:
            elapsed = time.perf_counter() - began
            assert elapsed < PATIENCE, f"{goal - done} files are not done within {PATIENCE} s"
            left = elapsed * (goal - done) / max(1, done - before)
            time.sleep(min(MOST_WAIT, max(LEAST_WAIT, left / 2)))
        return time.perf_counter() - began

    def until_searchable(self) -> None:
        """Wait until the words of all that has a row can be searched."""
        began = time.perf_counter()
        while True:
            with self.storage.reading() as reading:
                if reading.behind(FOLLOWER) == 0:
                    return
            assert time.perf_counter() - began < PATIENCE, "the words are not made"
            time.sleep(ASK_FOUND)

    def single(self, number: int) -> float:
        """Drop one small file; return milliseconds until its row can be read."""
        waiting = self.desk.home / f"single-{number}.txt"
        waiting.write_bytes(dump(10_000_000 + number))
        time.sleep(0.03)
        return self.until_readable(waiting)

    def until_readable(self, waiting: Path) -> float:
        """
        Drop a file; return milliseconds until its row can be read.

        Asked for by its name, at a hundredth of what a row costs: who measures lives from the same
        cores.
        """
        asked = f"SELECT 1 FROM deliveries WHERE name = '{waiting.name}' AND state = 'done'"
        with self._connected() as driver:
            began = time.perf_counter()
            waiting.rename(self.desk.inbox / waiting.name)
            while driver.execute(asked).fetchone() is None:
                time.sleep(ASK_SECONDS)
            return (time.perf_counter() - began) * 1000

    def used(self) -> defaultdict[str, float]:
        """Return the CPU seconds of each role so far, by the name of its process."""
        seconds = defaultdict(float, self._ended)
        for role, fields in self._processes():
            seconds[role] += (int(fields[UTIME]) + int(fields[UTIME + 1])) / TICKS
        return seconds

    def memory(self) -> dict[str, float]:
        """Return the megabytes that the largest process of each role holds (RSS)."""
        most: dict[str, float] = {}
        for role, fields in self._processes():
            most[role] = max(most.get(role, 0.0), int(fields[RSS]) * PAGE / 1e6)
        return most

    def _processes(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the role of each process, and what `proc_pid_stat(5)` says from its state on."""
        assert self.desk.process is not None
        pids = [self.desk.process.pid, *descendants(self.desk.process.pid)]
        if self._server is not None:
            pids += [self._server.process.pid, *descendants(self._server.process.pid)]
        for pid in pids:
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                stat = Path(f"/proc/{pid}/stat").read_text()
                name = stat[stat.index("(") + 1 : stat.rindex(")")]
                yield _role(name), stat[stat.rindex(")") + 2 :].split()


def _count(driver: Any) -> int:
    """Return how many deliveries have their outcome."""
    return int(driver.execute(DONE).fetchone()[0])


def _of_children() -> float:
    """Return the CPU seconds of the processes that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _role(process: str) -> str:
    return {"python": "supervisor", "python3": "supervisor", "valkey-server": "broker"}.get(
        process, process.removeprefix("desk-")
    )
