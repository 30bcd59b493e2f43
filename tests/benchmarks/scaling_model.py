"""
How many workers help, and what gives way first: a model of the whole, with measured times in it.

    python -m tests.benchmarks.scaling_model [--read-ms 5] [--lock-ms 1] … [--plot FILE.svg]

Workers read (each on a core of its own) and then wait for the one store lock: a closed queue of
one server, solved exactly (mean value analysis). Beside it stand the ceilings of the other parts.
The defaults of the times are those that docs/scaling.md tells of (`service_times`); `--read-ms` is
that of a web page.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.plots import lines

WORKERS = (1, 2, 4, 10, 30, 100, 300, 1000)

MILESTONES = (10**4, 10**6, 10**8, 10**9)

STEPS = 20
"""Steps of each power of ten in which the store grows."""

ALL_DAY = 86_400


@dataclass(frozen=True)
class Times:
    """Milliseconds of CPU and sizes; each is an argument."""

    read_ms: float = 5.0
    """Of a worker for an article, outside the lock."""
    lock_ms: float = 1.07
    """While the lock is held, for an article, with 10,000 stored."""
    growth: float = 1.15
    """What ten times as many stored articles do to `lock_ms`."""
    commit_ms: float = 2.0
    """Until the disk has a commit, the lock still held; for a batch."""
    batch: int = 64
    """Articles in a message and in a transaction."""
    dispatcher_ms: float = 2.4
    """Of a worker's main process for a message."""
    children: int = 8
    """Pool children of one worker's main process."""
    broker_ms: float = 0.5
    """Of the broker's one thread for a message."""
    publish_ms: float = 0.11
    """Of the sweeper for a message."""
    database_ms: float = 0.5
    """Of the database server for an article."""
    database_cores: int = 16
    parts: int = 1
    """Ranges of keys with a lock of their own; today there is one."""


def held(times: Times, stored: float) -> float:
    """Return the milliseconds that the lock is held for a batch."""
    decades = max(0.0, math.log10(max(stored, 1) / 10**4))
    return times.batch * times.lock_ms * times.growth**decades + times.commit_ms


def through_lock(times: Times, workers: int, stored: float) -> float:
    """Return articles a second of so many workers that share the locks (exact MVA)."""
    service, thinking = held(times, stored), times.batch * times.read_ms
    here = max(1, round(workers / times.parts))
    waiting, rate = 0.0, 0.0
    for customers in range(1, here + 1):
        response = service * (1 + waiting)
        rate = customers / (thinking + response)
        waiting = rate * response
    return rate * 1000 * times.batch * min(times.parts, workers)


def ceilings(times: Times, workers: int, stored: float) -> dict[str, float]:
    """Return articles a second that each part would let through alone."""
    hosts = math.ceil(workers / times.children)
    return {
        "reading": workers * 1000 / times.read_ms,
        "store lock": times.parts * 1000 * times.batch / held(times, stored),
        "dispatchers": hosts * 1000 / times.dispatcher_ms * times.batch,
        "broker": 1000 / times.broker_ms * times.batch,
        "sweeper": 1000 / times.publish_ms * times.batch,
        "database CPU": times.database_cores * 1000 / times.database_ms,
    }


def rate(times: Times, workers: int, stored: float) -> tuple[float, str]:
    """Return articles a second, and the part that gives way first."""
    limits = ceilings(times, workers, stored)
    first = min(limits, key=lambda part: limits[part])
    return min(through_lock(times, workers, stored), *limits.values()), first


def days_until(times: Times, workers: int, goal: int) -> float:
    """Return the days from an empty store to so many articles, without a pause."""
    seconds, stored = 0.0, 0.0
    for step in range(STEPS * round(math.log10(goal)) + 1):
        upto = min(goal, 10 ** (step / STEPS))
        seconds += (upto - stored) / rate(times, workers, (stored + upto) / 2)[0]
        stored = upto
    return seconds / ALL_DAY


def main() -> None:
    """Print the tables, and draw the curves."""
    times, plot = _given()
    print("articles a second that each part lets through, with a million stored")
    for name, value in ceilings(times, 1000, 10**6).items():
        print(f"  {name:14} {value:12,.0f}" + ("   of 1,000 workers" if name == "reading" else ""))
    for parts in (times.parts, 16):
        shown = replace(times, parts=parts)
        print(f"\n{parts} store lock{'s' if parts > 1 else ''}")
        head = "  ".join(f"{f'at {stored:.0e}':>10}" for stored in MILESTONES)
        print(f"{'workers':>8}  {head}  {'days to 1e9':>12}  first to give way at 1e6")
        for workers in WORKERS:
            cells = "  ".join(f"{rate(shown, workers, n)[0]:>10,.0f}" for n in MILESTONES)
            first = rate(shown, workers, 10**6)[1]
            print(f"{workers:>8,}  {cells}  {days_until(shown, workers, 10**9):>12,.1f}  {first}")
    if plot:
        draw(times, plot)


def draw(times: Times, target: Path) -> None:
    """Draw articles a second over the number stored, up to a billion."""
    stored = [10 ** (step / 4) for step in range(16, 37)]
    curves = {}
    for workers, parts in ((4, 1), (10, 1), (100, 1), (100, 16)):
        name = f"{workers} workers, {parts} lock{'s' if parts > 1 else ''}"
        shown = replace(times, parts=parts)
        curves[name] = [(n, rate(shown, workers, n)[0]) for n in stored]
    lines(target, curves, x="articles stored", y="articles a second", log=True)


def _given() -> tuple[Times, Path | None]:
    arguments = argparse.ArgumentParser(description=__doc__)
    for name, value in vars(Times()).items():
        arguments.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    arguments.add_argument("--plot", type=Path)
    given = vars(arguments.parse_args())
    plot = given.pop("plot")
    return Times(**given), plot


if __name__ == "__main__":
    main()
