"""
Files a second, from the inbox and by `import`, beside the bare reading and beside trafilatura.

    python -m tests.benchmarks.throughput [FOLDER …] [--files 900] [--workers 1 2]
        [--databases sqlite postgres] [--ways inbox import] [--peer] [--plot FILE.svg]

One line for each way, database and number of worker processes; then where the CPU of one file went,
by role. Beside the rate to the row stands the rate until all can be searched too, for the words may
come after the reading; the CPU is counted until then. The floor is the reading alone of the same
files by as many processes in the same run; what
more processes bring stands beside what they bring to the reading alone. Neither is measured cold:
both have read others before. With `--peer`, the parallel
command of trafilatura extracts the same folder: it reads HTML only, and keeps neither a queue nor a
database.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.files import collect
from tests.benchmarks.floor import bare
from tests.benchmarks.plots import bars
from tests.benchmarks.service import Service

if TYPE_CHECKING:
    from collections.abc import Sequence


DATABASES = ("sqlite", "postgres")
WAYS = ("inbox", "import")
BEFORE = 64
"""Files for each worker process that are taken in before the clock begins: the first ones of a new
process cost it more, for its memory is still its parent's, and its connection knows no table."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run of the service."""

    way: str
    database: str
    workers: int
    rate: float
    """Files a second, until each has its row."""
    found: float
    """Files a second, until each can be searched."""
    floor: float
    used: Counter[str]
    """CPU milliseconds a file, by role."""
    start: float
    """Seconds of all until the first file is looked at: the start of the command `import`."""

    @property
    def label(self) -> str:
        """Name the run in a line."""
        return f"{self.way}, {self.database}, {self.workers} worker{'s' * (self.workers > 1)}"


def main() -> None:
    """Measure, print the tables, and draw."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch:
        before = BEFORE * max(given.workers)
        files = collect(given.folders, Path(scratch) / "files", before + given.files)
        (Path(scratch) / "before").mkdir()
        for path in files[:before]:
            path.rename(path.parents[1] / "before" / path.name)
        files = files[before:]
        floors = {workers: bare(files, workers) for workers in given.workers}
        for workers, (rate, cost) in floors.items():
            print(f"{'bare reading':32} {rate:8.1f} files/s  {cost:6.2f} ms CPU/file  {workers=}")
        if given.peer:
            rate = trafilatura(files, max(given.workers))
            print(f"{'trafilatura --parallel':32} {rate:8.1f} files/s")
        runs = [
            run(files, Path(scratch), way, database, workers, floors[workers][0])
            for way, database, workers in itertools.product(
                given.ways, given.databases, given.workers
            )
        ]
        _table(runs)
        _gains(runs)
    if given.plot:
        bars(
            given.plot,
            {one.label: one.rate for one in runs}
            | {f"bare reading, {workers}": rate for workers, (rate, _) in floors.items()},
            "files a second",
        )


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--files", type=int, default=900)
    arguments.add_argument("--workers", nargs="+", type=int, default=[1, 2])
    arguments.add_argument("--databases", nargs="+", choices=DATABASES, default=DATABASES)
    arguments.add_argument("--ways", nargs="+", choices=WAYS, default=WAYS)
    arguments.add_argument("--peer", action="store_true")
    arguments.add_argument("--plot", type=Path)
    return arguments.parse_args()


def run(
    files: Sequence[Path], scratch: Path, way: str, database: str, workers: int, floor: float
) -> Measured:
    """Run the service over a copy of the files in a home of its own."""
    home = scratch / f"{way}-{database}-{workers}"
    given = scratch / "given"
    shutil.copytree(files[0].parent, given)
    with Service(home, workers=workers, database=database) as service:
        service.drop(sorted(Path(shutil.copytree(scratch / "before", home / "before")).iterdir()))
        service.until_searchable()
        before = service.used()
        start = 0.0
        if way == "inbox":
            seconds = service.drop(sorted(given.iterdir()))
        else:
            seconds, start = service.take_in(given, len(files))
        began = time.perf_counter()
        service.until_searchable()
        found = len(files) / (seconds + time.perf_counter() - began)
        used = service.used()
    shutil.rmtree(given)
    shutil.rmtree(home)
    spent = {role: (used[role] - before[role]) / len(files) * 1000 for role in used}
    rate = len(files) / seconds
    return Measured(way, database, workers, rate, found, floor, Counter(spent), start)


def trafilatura(files: Sequence[Path], processes: int) -> float:
    """Return the files a second of trafilatura's own command over the HTML among the files."""
    folder = files[0].parent
    pages = sum(path.suffix in {".html", ".htm"} for path in files)
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-m", "trafilatura.cli", "--input-dir", str(folder)]
        command += ["--output-dir", target, "--parallel", str(processes), "--json"]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return pages / (time.perf_counter() - began)


def _table(runs: Sequence[Measured]) -> None:
    for one in runs:
        note = f"  the command began in {one.start:.2f} s" if one.start else ""
        ratio, found = one.rate / one.floor, f"searchable {one.found:8.1f} files/s"
        print(f"{one.label:32} {one.rate:8.1f} files/s  ratio {ratio:.2f}  {found}{note}")
    roles = sorted({role for one in runs for role in one.used})
    print("\nCPU milliseconds a file")
    print(f"{'':32} " + " ".join(f"{role:>10}" for role in roles) + f" {'all':>8}")
    for one in runs:
        cells = " ".join(f"{one.used[role]:10.2f}" for role in roles)
        print(f"{one.label:32} {cells} {one.used.total():8.2f}")


def _gains(runs: Sequence[Measured]) -> None:
    """Print how many times as much several processes do as one."""
    alone = {(one.way, one.database): one for one in runs if one.workers == 1}
    for many in runs:
        one = alone.get((many.way, many.database))
        if one is not None and many is not one:
            gain, floor = many.rate / one.rate, many.floor / one.floor
            print(f"{many.label}: {gain:.2f} times one's; the reading alone {floor:.2f} times")


if __name__ == "__main__":
    main()
