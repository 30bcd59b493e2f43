"""
How long small files wait for their rows while a large one is taken in.

    python -m tests.benchmarks.large_files [--gigabytes 3] [--few 1] [--from DIR] [--home DIR]

A large file is moved into the inbox, and `--few` small ones twenty times a second until it has its
row. `--from` lays the inbox on another disk than the raw store, so that the file has to be copied.
The broker is an outbox in memory and the database SQLite, so that the figures are the watcher's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import structlog

from tests.benchmarks.watcher import TEXT, fresh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.delivery import Lane
    from tests.integration.watching import Watching

LARGE = "crawl.txt"
PAUSE = 0.05
"""Seconds between two drops."""


def write_large(path: Path, gigabytes: float) -> None:
    """Write a file that has no block twice."""
    block = os.urandom(1 << 20)
    with path.open("wb") as file:
        for number in range(int(gigabytes * 1024)):
            file.write(b"%8d" % number + block[8:])


def note_hints(watching: Watching) -> dict[UUID, float]:
    """Return what will hold when each delivery was hinted."""
    hinted: dict[UUID, float] = {}
    send = watching.outbox.send

    def sent(lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
        hinted.update((each, time.perf_counter()) for batch in batches for each in batch)
        return send(lane, batches)

    watching.outbox.send = sent  # type: ignore[method-assign]  # a bell
    return hinted


def beside(watching: Watching, large: Path, few: int) -> dict[str, float]:
    """Drop a large file and small ones until all have rows; return each one's seconds."""
    hinted = note_hints(watching)
    time.sleep(0.5)
    dropped = {LARGE: time.perf_counter()}
    large.rename(watching.inbox / LARGE)
    while LARGE not in watching.names():
        for _ in range(few):
            name = f"story{len(dropped)}.txt"
            dropped[name] = time.perf_counter()
            (watching.inbox / name).write_bytes(name.encode() + TEXT)
        time.sleep(PAUSE)
    rows = watching.until_rows(len(dropped), seconds=600)
    return {row.name: hinted[UUID(row.id)] - dropped[row.name] for row in rows}


def main() -> None:
    """Measure, and print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gigabytes", type=float, default=3.0)
    options.add_argument("--few", type=int, default=1, help="small files at a time")
    options.add_argument("--from", dest="source", type=Path, help="a folder of another disk")
    options.add_argument("--home", type=Path, help="on the disk to be measured; default: temporary")
    given = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="copydesk-large-", dir=given.home))
    source = Path(tempfile.mkdtemp(prefix="copydesk-large-", dir=given.source or folder))
    try:
        write_large(source / LARGE, given.gigabytes)
        watching = fresh(folder, "home")
        if given.source:
            watching.inbox.rmdir()
            (source / "inbox").mkdir()
            watching.inbox.symlink_to(source / "inbox")
        with watching:
            taken = beside(watching, source / LARGE, given.few)
    finally:
        structlog.reset_defaults()
        shutil.rmtree(source, ignore_errors=True)
        shutil.rmtree(folder)
    large, small = taken.pop(LARGE), sorted(taken.values())
    p50, p99 = statistics.median(small) * 1000, small[int(len(small) * 0.99)] * 1000
    print(
        f"{given.gigabytes:g} GB, move to hint: {large:.1f} s; {len(small)} small files meanwhile:"
    )
    print(f"  p50 {p50:.0f} ms  p99 {p99:.0f} ms  most {small[-1] * 1000:.0f} ms")


if __name__ == "__main__":
    main()
