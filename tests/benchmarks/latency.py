"""
Milliseconds from the drop of a file to its readable row: idle, and during a bulk import.

    python -m tests.benchmarks.latency [--drops 200] [--bulk 3000] [--databases sqlite postgres]

Beside it, in the same run, the reading of the same file alone: what no service could do without.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from shared.clock import now
from shared.config import Settings
from tests.benchmarks.files import collect, dump
from tests.benchmarks.service import Service
from tests.benchmarks.whole_way import percentile
from workers.dedup.texts.fingerprint import fingerprint
from workers.parsers.base import RejectedItem
from workers.reading import Clock, Reader, Source

BEFORE = 10
"""Drops that are not counted: of processes that have read nothing before."""


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--drops", type=int, default=200)
    arguments.add_argument("--bulk", type=int, default=3000)
    arguments.add_argument("--databases", nargs="+", default=["sqlite", "postgres"])
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch:
        reading = alone(Path(scratch), given.drops)
        floor = percentile(reading, 50)
        _line("reading alone", reading, 0.0)
        bulk = collect([], Path(scratch) / "bulk", given.bulk)
        for database in given.databases:
            with Service(Path(scratch) / database, workers=2, database=database) as service:
                idle = [service.single(number) for number in range(BEFORE + given.drops)][BEFORE:]
                _line(f"idle, {database}", idle, floor)
                service.desk.run("import", str(bulk[0].parent))
                busy = live_during_bulk(service, given.drops)
                _line(f"during an import, {database}", busy, floor)


def alone(folder: Path, count: int) -> list[float]:
    """Return milliseconds of reading such a file, as a worker reads it."""
    reader = Reader(Settings())
    times = []
    for number in range(count):
        path = folder / f"alone-{number}.txt"
        path.write_bytes(dump(20_000_000 + number))
        began = time.perf_counter()
        source = Source(name=path.name, path=path, provider="default", received_at=now())
        for article in reader.read(source, Clock()):
            assert not isinstance(article, RejectedItem)
            fingerprint(article)
        times.append((time.perf_counter() - began) * 1000)
    return times


def live_during_bulk(service: Service, most: int) -> list[float]:
    """Drop single files while the import lasts; return milliseconds until each has its row."""
    times = []
    for number in range(most):
        name = f"live-{number}.txt"
        waiting = service.desk.home / name
        waiting.write_bytes(dump(30_000_000 + number))
        times.append(service.until_readable(waiting))
        with service.storage.reading() as reading:
            if not reading.outcomes().get("received", 0):
                break
    return times


def _line(label: str, times: list[float], floor: float) -> None:
    p50, p99 = percentile(times, 50), percentile(times, 99)
    print(
        f"{label:30} p50 {p50:7.1f} ms  p99 {p99:7.1f} ms  above reading:"
        f" {p50 - floor:6.1f} / {p99 - floor:6.1f}  ({len(times)} drops)"
    )


if __name__ == "__main__":
    main()
