"""
The desk over a large store: each page's time beside that of one row from the same server.

Run: `python -m tests.benchmarks.desk [--stored 100000] [--database sqlite postgres] [--home DIR]`.
Each page is asked for over HTTP from the real API process, once to warm it and then `ROUNDS` times
in turn with the others; the floor is `GET /changes?limit=1`: one `SELECT` of one row, through the
same server, guard and connection. Medians of the time that passed and of the CPU time of API and
database, which others on the machine do not change; the ratio is that of CPU times.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.benchmarks.desk_pages import pages
from tests.benchmarks.desk_store import fill
from tests.e2e.running import descendants
from tests.integration.serving import served
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx

ROUNDS: Final = 15

FLOOR: Final = "/changes?limit=1"

NO_BROKER: Final = "redis+socket:///nonexistent/broker.sock"


def measure(client: httpx.Client, count: int, pids: Sequence[int]) -> None:
    """Print the medians of each page; the ratio to the floor is that of CPU times."""
    asked = [("one row", FLOOR), *pages(count)]
    times: dict[str, list[float]] = {path: [] for _name, path in asked}
    worked: dict[str, list[float]] = {path: [] for _name, path in asked}
    for turn in range(ROUNDS + 1):
        for _name, path in asked:
            before, started = cpu_ms(pids), time.perf_counter()
            answer = client.get(path)
            took = 1000 * (time.perf_counter() - started)
            answer.raise_for_status()
            if turn:
                times[path].append(took)
                worked[path].append(cpu_ms(pids) - before)
    floor = statistics.median(worked[FLOOR])
    print(f"{'page':<26} {'ms':>8} {'CPU ms':>8} {'to a row':>8}")
    for name, path in asked:
        median, cpu = statistics.median(times[path]), statistics.median(worked[path])
        print(f"{name:<26} {median:8.1f} {cpu:8.1f} {cpu / floor:8.1f}")


def cpu_ms(pids: Sequence[int]) -> float:
    """Return the CPU time of processes and of those that they have started, in milliseconds."""
    every = [*pids, *(child for pid in pids for child in descendants(pid))]
    total = 0.0
    for pid in every:
        with contextlib.suppress(FileNotFoundError):  # one that has ended meanwhile
            for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                total += int(task.read_text().split()[0]) / 1e6
            # and what has ended below it: the helpers of a parallel query
            waited = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()[13:15]
            total += sum(map(int, waited)) * 1000 / os.sysconf("SC_CLK_TCK")
    return total


def run(url: str, folder: Path, count: int, *servers: int) -> None:
    """Fill a database and measure its desk."""
    upgrade(url)
    started = time.perf_counter()
    with contextlib.closing(Storage.open(url)) as storage:
        fill(storage, count)
    print(f"filled in {time.perf_counter() - started:.0f} s")
    with served(folder, database_url=url, broker_url=NO_BROKER) as client:
        api = json.loads((folder / "run" / "api.json").read_text())["pid"]
        measure(client, count, (api, *servers))


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stored", type=int, default=100_000)
    parser.add_argument("--database", nargs="+", default=["sqlite", "postgres"])
    parser.add_argument("--home", type=Path)
    given = parser.parse_args()
    for kind in given.database:
        with tempfile.TemporaryDirectory(dir=given.home) as name:
            print(f"\n{kind}, {given.stored:,} deliveries stored")
            if kind == "sqlite":
                run(f"sqlite:///{name}/copydesk.db", Path(name), given.stored)
            else:
                with contextlib.closing(Postgres()) as server:
                    url = server.url(server.create())
                    run(url, Path(name), given.stored, server.process.pid)


if __name__ == "__main__":
    main()
