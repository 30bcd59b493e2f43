"""
What each part costs an article or a message, in CPU time: the figures of `scaling_model`.

    python -m tests.benchmarks.service_times [--articles 4000] [--messages 4000]

On PostgreSQL and the embedded broker, with one process of each kind. CPU time, so that a busy
machine changes little. Server CPU is that of all processes of the server.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from shared import logs
from shared.broker.hints import Hints
from shared.config import Settings
from shared.domain.delivery import Lane
from shared.storage.schema.migrate import upgrade
from tests.benchmarks.files import dump
from tests.e2e.running import descendants, wait_for
from tests.integration.works import Works
from tests.servers.postgres import Postgres
from tests.servers.valkey import Valkey
from workers.tasks import Tools

if TYPE_CHECKING:
    from collections.abc import Iterator

TICKS = os.sysconf("SC_CLK_TCK")

BATCH = 64


def main() -> None:
    """Measure and print each figure with the argument of `scaling_model` that takes it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=4000)
    arguments.add_argument("--messages", type=int, default=4000)
    given = arguments.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch,
        contextlib.closing(Postgres()) as server,
        contextlib.closing(Valkey()) as broker,
    ):
        url = server.url(server.create())
        upgrade(url)
        logs.configure("bench", Settings(home=Path(scratch) / "home"), console=False)
        works = Works(Path(scratch) / "home", url, broker.start())
        with contextlib.closing(works):
            messages(works, broker, given.messages)
            articles(works, server, given.articles)


def messages(works: Works, broker: Valkey, count: int) -> None:
    """Send messages that name nothing of the ledger: what is left is what a message costs."""
    hints = Hints(works.settings)
    main_pid, child = works.process.pid, descendants(works.process.pid)[0]
    before = cpu(main_pid), cpu(child), cpu(broker.process.pid), time.process_time()
    for _ in range(count // 100):
        hints.send(Lane.BULK, [[uuid4() for _ in range(BATCH)] for _ in range(100)])
    sent = time.process_time()
    wait_for("all are taken", lambda: hints.depth(Lane.BULK) == 0, 600)
    wait_for("the child is idle", lambda: _is_idle(child), 60)
    after = cpu(main_pid), cpu(child), cpu(broker.process.pid), sent
    names = ("--dispatcher-ms", "  (child)", "--broker-ms", "--publish-ms")
    for name, start, end in zip(names, before, after, strict=True):
        print(f"{name:16} {(end - start) / count * 1000:6.3f} ms CPU a message of {BATCH} ids")
    hints.close()


def articles(works: Works, server: Postgres, count: int) -> None:
    """Take real files to their outcomes in this process, and count what happens under the lock."""
    texts = [dump(number) for number in range(count)]
    began = time.process_time()
    ids = [works.receive(text, f"{number}.txt") for number, text in enumerate(texts)]
    print(f"{'(register)':16} {(time.process_time() - began) / count * 1000:6.3f} ms, one by one")
    tools = Tools(works.settings)
    locked = Locked(tools)
    backends, began = cpu_of_tree(server.process.pid), time.process_time()
    for first in range(0, count, BATCH):
        tools.pipeline.process(ids[first : first + BATCH])
    client, service = time.process_time() - began, cpu_of_tree(server.process.pid) - backends
    print(f"{'--read-ms':16} {(client - locked.client) / count * 1000:6.3f} ms CPU an article")
    # the server works for other transactions too: a little more than the lock is held
    held = (locked.client + service) / count * 1000
    print(f"{'--lock-ms':16} {held:6.3f} ms CPU an article while the lock is held")
    print(f"{'  (worker)':16} {locked.client / count * 1000:6.3f} ms of it in the worker")
    print(f"{'  (clock)':16} {locked.wall / count * 1000:6.3f} ms of it by the clock, here and now")
    print(f"{'--database-ms':16} {service / count * 1000:6.3f} ms CPU an article of the server")
    tools.close()


class Locked:
    """Counts the time inside the store lock of one process's storage."""

    def __init__(self, tools: Tools) -> None:
        """Stand between the pipeline and its storage."""
        self.client = self.wall = 0.0
        storage = tools.storage
        opening = storage.unit_of_work

        @contextlib.contextmanager
        def unit_of_work(*, exclusive: bool = False, hasty: bool = False) -> Iterator[Any]:
            with opening(exclusive=exclusive, hasty=hasty) as uow:
                began, clock = time.process_time(), time.perf_counter()
                yield uow
            if exclusive:
                self.client += time.process_time() - began
                self.wall += time.perf_counter() - clock

        storage.unit_of_work = unit_of_work  # type: ignore[method-assign]


def cpu(pid: int) -> float:
    """Return the CPU seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def cpu_of_tree(pid: int) -> float:
    """Return the CPU seconds of a process and all below it."""
    return sum(map(cpu, [pid, *descendants(pid)]))


def _is_idle(pid: int) -> bool:
    before = cpu(pid)
    time.sleep(0.5)
    return cpu(pid) == before


if __name__ == "__main__":
    main()
