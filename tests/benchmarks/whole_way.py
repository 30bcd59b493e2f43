"""
From inbox to row: files a second beside the bare reading of the same files, and drop-to-row time.

    python -m tests.benchmarks.whole_way [--files 600] [--workers 2] [FOLDER …]

The floor is the reading alone (parse, normalise, fingerprint) of the same files, in as many
processes on the same cores, with no queue and no database. Without folders, the files are text
dumps in the seed's shape; with folders (pages or text dumps, `.gz` allowed) each file is dropped.
`throughput` and `latency` ask the same in more ways.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.files import collect
from tests.benchmarks.floor import bare
from tests.benchmarks.service import Service

TRICKLE = 60
"""Files dropped one by one for the drop-to-row time."""


def main() -> None:
    """Measure, and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--files", type=int, default=600)
    arguments.add_argument("--workers", type=int, default=2)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch:
        files = collect(given.folders, Path(scratch) / "files", given.files)
        floor, _ = bare(files, given.workers)
        with Service(Path(scratch) / "home", workers=given.workers) as service:
            whole = len(files) / service.drop(files)
            trickle = [service.single(number) for number in range(TRICKLE)]

    print(f"{len(files)} files, {given.workers} worker processes")
    print(f"  bare reading loop      {floor:9.1f} files/s")
    print(f"  inbox to row           {whole:9.1f} files/s   ratio {whole / floor:.2f}")
    p50, p99 = percentile(trickle, 50), percentile(trickle, 99)
    print(
        f"  drop to readable row   p50 {p50:.1f} ms, p99 {p99:.1f} ms ({len(trickle)} single drops)"
    )


def percentile(values: list[float], percent: int) -> float:
    """Return a percentile of one value or more."""
    if len(values) == 1:  # `quantiles` wants two: an import can end while the first file is read
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
