"""
Milliseconds that PostgreSQL spends on a file, by statement, until it can be searched.

    python -m tests.benchmarks.database_parts [FOLDER …] [--files 900] [--workers 2] [--most 14]

As its extension `pg_stat_statements` counts them: the time from begin to end (what others do on the
same cores, and waits for the store lock, are in it), the planning, the calls, and the bytes of log.
What a commit waits for is in no statement, nor what the background processes do; the CPU of them
all stands below. The rate is that to the row. Without folders, small texts are made.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tests.benchmarks.files import collect
from tests.benchmarks.service import Service

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTINGS = {
    "shared_preload_libraries": "pg_stat_statements",
    "pg_stat_statements.track_planning": "on",
}
COUNTED = sa.text("""
    SELECT calls, total_exec_time + total_plan_time AS spent, total_plan_time AS planned,
        wal_bytes, query
    FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database
        WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'
    ORDER BY spent DESC
""")
WIDE = 72
"""Letters of a statement that are shown."""


def main() -> None:
    """Take the files in, and print a line for each of the dearest statements."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as scratch:
        files = collect(given.folders, Path(scratch) / "files", given.files)
        home = Path(scratch) / "home"
        with Service(home, workers=given.workers, database="postgres", **SETTINGS) as service:
            _forget(service)
            before = service.used()["postgres"]
            seconds = service.drop(files)
            service.until_searchable()
            cpu = service.used()["postgres"] - before
            rows = _counted(service)
    print(f"{len(files) / seconds:.0f} files/s; milliseconds a file")
    _table(rows, len(files), given.most)
    print(f"{1000 * cpu / len(files):8.3f}  the CPU of all its processes")


def _arguments() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="*", type=Path)
    arguments.add_argument("--files", type=int, default=900)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--most", type=int, default=14)
    return arguments.parse_args()


def _forget(service: Service) -> None:
    with service.storage.engine.begin() as connection:
        connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS pg_stat_statements"))
        connection.execute(sa.text("SELECT pg_stat_statements_reset()"))


def _counted(service: Service) -> Sequence[sa.Row[Any]]:
    with service.storage.engine.connect() as connection:
        return connection.execute(COUNTED).all()


def _table(rows: Sequence[sa.Row[Any]], files: int, most: int) -> None:
    print(f"{'spent':>8}  {'planned':>8} {'calls':>7} {'log bytes':>9}  statement")
    rest = rows[most:]
    for row in rows[:most]:
        shown = " ".join(row.query.split())[:WIDE]
        _line(row.spent, row.planned, row.calls, float(row.wal_bytes), shown, files)
    sums = [
        (sum(row.spent for row in some), sum(row.planned for row in some),
         sum(row.calls for row in some), float(sum(row.wal_bytes for row in some)))
        for some in (rest, rows)
    ]  # fmt: skip
    for (spent, planned, calls, log), name in zip(sums, ("all others", "together"), strict=True):
        _line(spent, planned, calls, log, name, files)


def _line(spent: float, planned: float, calls: int, log: float, name: str, files: int) -> None:
    print(
        f"{spent / files:8.3f}  {planned / files:8.3f} {calls / files:7.2f} {log / files:9.0f}"
        f"  {name}"
    )


if __name__ == "__main__":
    main()
