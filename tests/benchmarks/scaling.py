"""
Does it stay as it is? Cost of a file and memory of each process, while the store grows.

    python -m tests.benchmarks.scaling [--stages 1000 10000 100000] [--sample 2000]
        [--workers 2] [--database sqlite] [--plot FILE.svg]

Files in the seeds' shape are dropped until each stage is stored; over the last `--sample` of each
stage the CPU of a file is counted, by role. The first stage is the floor of the ratios. How the
dedup step alone goes on to millions is `tests.benchmarks.dedup`'s to say.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks.files import dump
from tests.benchmarks.plots import lines
from tests.benchmarks.service import Service

PORTION = 5000
"""Files that lie in the inbox at once, at the most."""


def main() -> None:
    """Measure, print a line for each stage, and draw."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--stages", nargs="+", type=int, default=[1000, 10_000, 100_000])
    arguments.add_argument("--sample", type=int, default=2000)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--database", default="sqlite")
    arguments.add_argument("--plot", type=Path)
    given = arguments.parse_args()
    costs: list[tuple[float, float]] = []
    with (
        tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch,
        Service(Path(scratch) / "home", workers=given.workers, database=given.database) as service,
    ):
        stored = 0
        for stage in given.stages:
            sample = min(given.sample, stage - stored)
            give(service, Path(scratch), stored, stage - sample)
            before = service.used()
            seconds = give(service, Path(scratch), stage - sample, stage)
            spent = Counter(service.used())
            spent.subtract(before)
            cost = spent.total() / sample * 1000
            costs.append((stage, cost))
            stored = stage
            print(
                f"{stage:9,} stored  {sample / seconds:7.1f} files/s  {cost:5.2f} ms CPU/file"
                f"  ratio {cost / costs[0][1]:.2f}  "
                + _cells({role: time / sample * 1000 for role, time in spent.items()}, "ms"),
                flush=True,
            )
            print(f"{'':9}         " + _cells(service.memory(), "MB"), flush=True)
    if given.plot:
        lines(given.plot, {given.database: costs}, x="articles stored", y="CPU ms a file", log=True)


def give(service: Service, folder: Path, start: int, end: int) -> float:
    """Make and drop the files of these numbers; return the seconds until all had their outcome."""
    seconds = 0.0
    for first in range(start, end, PORTION):
        paths = []
        for number in range(first, min(first + PORTION, end)):
            path = folder / f"{number:08d}.txt"
            path.write_bytes(dump(number))
            paths.append(path)
        seconds += service.drop(paths)
    return seconds


def _cells(values: dict[str, float], unit: str) -> str:
    return "  ".join(f"{role} {value:.2f} {unit}" for role, value in sorted(values.items()))


if __name__ == "__main__":
    main()
