"""
Microseconds of a statement of every batch: as it is given to the driver, and by SQLAlchemy.

    python -m tests.benchmarks.statements [--runs 2000]

Beside both, in the same run, the floor: the driver alone with the same text and values. The
statements find nothing in an empty store, so that what is measured is the way to them. By turns,
the median of each.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from shared.storage.articles.texts import NEWEST
from shared.storage.database.engine import make_engine
from shared.storage.ledger.deliveries import EXISTING, FIRST_OF
from shared.storage.schema.migrate import upgrade
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from shared.storage.database.quick import Quick

WARM = 50
STATEMENTS: dict[str, tuple[Quick, dict[str, Any]]] = {
    "the newest text": (NEWEST, {}),
    "deliveries by their ids": (EXISTING, {"ids": [uuid4()]}),
    "the first of the same bytes": (FIRST_OF, {"hashes": ["0" * 64]}),
}


def main() -> None:
    """Print a line for each statement on each database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    runs = parser.parse_args().runs
    heads = f"{'SQLAlchemy':>12s}{'given':>9s}{'driver':>9s}   ratio to SQLAlchemy"
    print(f"{'microseconds':40s}{heads}")
    with tempfile.TemporaryDirectory(prefix="copydesk-bench-") as folder:
        measure("SQLite", f"sqlite:///{Path(folder) / 'bench.db'}", runs)
    with contextlib.closing(Postgres()) as server:
        measure("PostgreSQL", server.url(server.create()), runs)


def measure(database: str, url: str, runs: int) -> None:
    """Measure all statements on a new store."""
    upgrade(url)
    engine = make_engine(url)
    with engine.connect() as connection:
        for name, (quick, values) in STATEMENTS.items():
            core, given, driver = by_turns(ways(connection, quick, values), runs)
            line = f"{core:12.1f}{given:9.1f}{driver:9.1f}   {given / core:.2f}"
            print(f"{database + ', ' + name:40s}{line}", flush=True)
    engine.dispose()


def ways(
    connection: sa.Connection, quick: Quick, values: dict[str, Any]
) -> list[Callable[[], object]]:
    """Return the three ways to one statement's rows."""
    real: Any = connection.connection.driver_connection
    statement = quick._statement
    compiled: Any = statement.compile(dialect=connection.dialect)
    processors = compiled._bind_processors
    said = compiled.construct_params(values)
    plain: Any = {name: processors.get(name, _same)(value) for name, value in said.items()}
    if compiled.positiontup is not None:
        plain = tuple(plain[name] for name in compiled.positiontup)
    text = str(compiled)
    return [
        lambda: connection.execute(statement, values).all(),
        lambda: quick.run(connection, values),
        lambda: real.execute(text, plain).fetchall(),
    ]


def _same(value: object) -> object:
    return value


def by_turns(them: list[Callable[[], object]], runs: int) -> list[float]:
    """Return the median microseconds of each."""
    took: list[list[float]] = [[] for _ in them]
    for turn in range(runs + WARM):
        for each, own in zip(them, took, strict=True):
            began = time.perf_counter()
            each()
            if turn >= WARM:
                own.append((time.perf_counter() - began) * 1e6)
    return [median(own) for own in took]


if __name__ == "__main__":
    main()
