"""
Seconds from `./copydesk up` to its greeting, when all parts are ready, and from Ctrl-C to its end.

    python -m tests.benchmarks.start [--starts 10]

Beside it, in the same run, the floor: one Python that only imports the libraries that every part
needs. The first start in a new home, which makes the database, is apart.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from shared.config import ROOT

GREETING = "Copydesk is up"
LIBRARIES = (
    "celery, kombu.transport.redis, sqlalchemy, structlog, pydantic_settings, fastapi, bs4, numpy"
)


def main() -> None:
    """Measure, and print a line for each kind of start."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--starts", type=int, default=10)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as home:
        first = up(Path(home))
        later = [up(Path(home)) for _ in range(given.starts)]
    floor = median(imports() for _ in range(given.starts))
    print(f"the libraries alone   {floor:5.2f} s")
    print(f"first start in a home {first[0]:5.2f} s")
    for what, place in (("later start", 0), ("Ctrl-C to the end", 1)):
        times = sorted(times[place] for times in later)
        print(
            f"{what:<21} {median(times):5.2f} s ({times[0]:.2f} to {times[-1]:.2f}), "
            f"{median(times) / floor:.1f} times the libraries alone"
        )


def up(home: Path) -> tuple[float, float]:
    """Start and end it; return the seconds to the greeting, and those from Ctrl-C to the end."""
    began = time.perf_counter()
    with subprocess.Popen(
        [ROOT / "copydesk", "up"],
        env={**os.environ, "COPYDESK_HOME": str(home), "COPYDESK_API_PORT": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        greeted = next((time.perf_counter() for line in process.stdout if GREETING in line), None)
        if greeted is None:
            raise SystemExit("it did not start: run ./copydesk up yourself, and read what it says")
        process.send_signal(signal.SIGINT)
        process.communicate()
    return greeted - began, time.perf_counter() - greeted


def imports() -> float:
    """Return the seconds that one process takes to import the libraries."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {LIBRARIES}"], check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
