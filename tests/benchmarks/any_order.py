"""
One answer: many orders, numbers of workers and kills, on both databases, one digest.

    python -m tests.benchmarks.any_order --orders 20
    python -m tests.benchmarks.any_order --orders 3 --workers 2 --kills 4 --only sqlite

Real workers with their broker work off a newsroom's day (copies, cuts, corrections, updates, kills,
embargoes) in a shuffled order and in messages of 1, 7 or 40 deliveries; pool children are killed on
the way. One line for each cell; the last line counts the digests that were seen: it must be 1.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from tests.integration.any_order import run
from tests.integration.works import Works
from tests.servers.postgres import Postgres
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator


def cells(options: argparse.Namespace) -> Iterator[tuple[str, int, int, int]]:
    """Yield database, workers, kills and order of each run."""
    for kind in ("sqlite", "postgres"):
        if options.only in (None, kind):
            for workers in options.workers:
                for kills in options.kills:
                    for order in range(options.orders):
                        yield kind, workers, kills, order


def measure(kind: str, workers: int, kills: int, order: int, server: Postgres | None) -> str:
    """Work off the day once, in a home of its own; return the digest of what came of it."""
    home = Path(tempfile.mkdtemp(prefix="copydesk-order-"))
    database = server.create() if server else ""
    url = server.url(database) if server else f"sqlite:///{home / 'copydesk.db'}"
    try:
        with contextlib.closing(Valkey()) as broker:
            works = Works(home, url, broker.start(), children=workers)
            with contextlib.closing(works):
                return run(works, seed=order, kills=kills)
    finally:
        shutil.rmtree(home, ignore_errors=True)
        if server:
            server.drop(database)


def main() -> int:
    """Run all cells; exit status 1 where more than one digest was seen."""
    parser = argparse.ArgumentParser(description="One digest, whatever the way.")
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--kills", type=int, nargs="+", default=[0, 4], help="on each run")
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    options = parser.parse_args()
    # each kill costs leases, and their loss is no news here
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    seen: Counter[str] = Counter()
    with contextlib.ExitStack() as stack:
        server = None
        for kind, workers, kills, order in cells(options):
            if kind == "postgres" and server is None:
                server = stack.enter_context(contextlib.closing(Postgres()))
            started = time.perf_counter()
            digest = measure(kind, workers, kills, order, server if kind == "postgres" else None)
            seen[digest] += 1
            print(
                f"{kind:9s} {workers} workers  {kills} kills  order {order:3d}  {digest[:16]}  "
                f"{time.perf_counter() - started:5.1f} s",
                flush=True,
            )
    print(f"{sum(seen.values())} runs, {len(seen)} distinct digests: {', '.join(seen)}")
    return 0 if len(seen) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
