"""
The watcher's own cost and speed: from a file in the inbox to its row, hint and released claim.

Run: `python -m tests.benchmarks.watcher [--files 1000 20000 100000] [--home DIR]`. The broker is an
outbox in memory and the database SQLite, so that the figures are the watcher's; beside them the
bare cost of the same system calls (rename, hash, link, unlink) in the same run, as the floor.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from shared import logs
from shared.storage.schema.migrate import upgrade
from tests.integration.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from shared.domain.delivery import Lane

TEXT = b"City buys old forest\n\nThe council voted late on Tuesday.\n" * 40
"""2.3 KB: a short article."""


def fresh(folder: Path, name: str, **settings: object) -> Watching:
    """Return a watcher on a new home, with its log in a file as in production."""
    home = folder / name
    database = f"sqlite:///{home / 'copydesk.db'}"
    home.mkdir(parents=True)
    upgrade(database)
    watching = Watching(home, database, **settings)
    logs.configure("watcher", watching.settings, console=False)
    return watching


def made(folder: Path, count: int) -> Iterator[Path]:
    """Yield so many files, each with bytes of its own."""
    folder.mkdir(parents=True)
    for number in range(count):
        path = folder / f"story{number}.txt"
        path.write_bytes(b"%d\n" % number + TEXT)
        yield path


def floor(folder: Path, count: int) -> float:
    """Return CPU microseconds a file of the bare system calls that no claim can do without."""
    files = list(made(folder / "floor", count))
    claims, kept = folder / "claims", folder / "kept"
    claims.mkdir()
    kept.mkdir()
    began = time.process_time()
    for path in files:
        claim = f"{claims}/{path.name}"
        os.rename(path, claim)  # noqa: PTH104 - bare
        with open(claim, "rb", buffering=0) as file:  # noqa: PTH123 - bare
            name = hashlib.sha256(file.read()).hexdigest()
        os.link(claim, f"{kept}/{name}")
        os.unlink(claim)  # noqa: PTH108 - bare
    return (time.process_time() - began) / count * 1e6


def until_hinted(watching: Watching, count: int) -> None:
    """Wait until so many were hinted; no look at the database disturbs the watcher."""
    end = time.monotonic() + 600
    while sum(map(len, watching.outbox.messages)) < count:
        assert watching.failure is None, repr(watching.failure)
        assert time.monotonic() < end, "not all files were received"
        time.sleep(0.01)


def burst(folder: Path, count: int, *, how: str, **settings: object) -> tuple[float, float]:
    """
    Drop so many files at once; return files a second and CPU microseconds a file.

    `files`: each is moved in. `folder`: their folder is moved in. The watcher's thread shares this
    process with the mover, whose own CPU time is taken off.
    """
    source = folder / f"source-{how}-{count}"
    files = list(made(source, count))
    with fresh(folder, f"home-{how}-{count}", **settings) as watching:
        time.sleep(0.5)
        cpu, own, began = time.process_time(), time.thread_time(), time.perf_counter()
        if how == "folder":
            source.rename(watching.inbox / "agency")
        else:
            for path in files:
                os.rename(path, watching.inbox / path.name)  # noqa: PTH104 - quick
        until_hinted(watching, count)
        seconds = time.perf_counter() - began
        used = time.process_time() - cpu - (time.thread_time() - own)
        rows = len(watching.rows())
    assert rows == count, f"{rows} rows for {count} files"
    return count / seconds, used / count * 1e6


def trickle(folder: Path, count: int) -> list[float]:
    """Return the milliseconds from a file's close to its hint, one file at a time, sorted."""
    taken = []
    with fresh(folder, "home-trickle") as watching:
        arrived = threading.Event()
        send = watching.outbox.send

        def sent(lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
            waiting = send(lane, batches)
            arrived.set()
            return waiting

        watching.outbox.send = sent  # type: ignore[method-assign]  # a bell
        time.sleep(0.5)
        for number in range(count):
            arrived.clear()
            (watching.inbox / f"story{number}.txt").write_bytes(b"%d\n" % number + TEXT)
            began = time.perf_counter()
            assert arrived.wait(20), "a file was not received"
            taken.append((time.perf_counter() - began) * 1000)
            time.sleep(0.02)
    return sorted(taken)


def main() -> None:
    """Measure, and print one table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, nargs="+", default=[1_000, 20_000])
    options.add_argument("--home", type=Path, help="on the disk to be measured; default: temporary")
    given = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="copydesk-watcher-", dir=given.home))
    try:
        measure(folder, given.files)
    finally:
        structlog.reset_defaults()
        shutil.rmtree(folder)


def measure(folder: Path, sizes: list[int]) -> None:
    """Print the figures."""
    bare = floor(folder, 2_000)
    print(f"bare rename+hash+link+unlink: {bare:.0f} us CPU a file")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(f"{'what':32} {'files/s':>9} {'us CPU/file':>12} {'x bare':>7}")
    for how in ("files", "folder"):
        for count in sizes:
            show(f"{count} {how} moved in, events", *burst(folder, count, how=how), bare)
    polled = burst(folder, sizes[0], how="polled", watch="poll", settle_seconds=0.5)
    show(f"{sizes[0]} files moved in, polling", *polled, bare)
    taken = trickle(folder, 200)
    p50, p99 = statistics.median(taken), taken[int(len(taken) * 0.99)]
    print(f"\none file at a time, close to hint: p50 {p50:.1f} ms, p99 {p99:.1f} ms")


def show(what: str, rate: float, cpu: float, bare: float) -> None:
    """Print one line of the table."""
    print(f"{what:32} {rate:9.0f} {cpu:12.0f} {cpu / bare:7.1f}")


if __name__ == "__main__":
    main()
