"""
What an article costs the store as it grows: signing, looking up, deciding, writing.

    python -m tests.benchmarks.dedup_storage CORPORA --rows 10000 100000
    python -m tests.benchmarks.dedup_storage CORPORA --rows 10000 1000000 --keys-of 10000000

Real rows, made of the texts of CORPORA (see `dedup_rows`), in thousands; beyond the first 100,000
with the same texts under other keys. `--keys-of` adds the keys alone of so many articles more.
Costs are CPU time of this process, and of the database's where that is another, in microseconds an
article: others on the machine do not count. The step is all that happens under the store lock, one
writer at a time; its rate is what one such writer reaches with the machine to itself.
"""

from __future__ import annotations

import argparse
import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.cpu_costs import PHASES
from tests.benchmarks.dedup_growing import Growing
from tests.benchmarks.dedup_rows import Maker
from tests.benchmarks.duplicates_corpora import load_sets
from tests.servers.postgres import Postgres

if TYPE_CHECKING:
    from tests.benchmarks.cpu_costs import Costs


BUFFERS = "1GB"
"""Of PostgreSQL's own memory: a server that holds millions of articles has as much."""


def report(name: str, stored: int, costs: Costs, growing: Growing) -> None:
    """Print a line of costs, and the bytes of an article."""
    own = {phase: 1e6 * spent / costs.articles for phase, spent in costs.own.items()}
    server = 1e6 * costs.server / costs.articles
    shown = "".join(f"{own[phase]:9.0f}" for phase in PHASES)
    near = costs.candidates / costs.articles
    step = f"{costs.step:9.0f}{1e6 / costs.step:9.0f}"
    print(f"{name:11s}{stored:12,}{shown}{server:9.0f}{step}{near:7.2f}", flush=True)
    sizes = growing.sizes()
    rows = growing.rows
    told = ", ".join(f"{table} {size / rows:,.0f}" for table, size in sizes.items())
    print(f"{'':11s}bytes an article: {sum(sizes.values()) / rows:,.0f} ({told})")
    print(f"{'':11s}CPU until a new process knew its keys: {growing.learning:.1f} s", flush=True)


def run(name: str, growing: Growing, options: argparse.Namespace) -> None:
    """Fill and measure one database, size by size."""
    steps = []
    for rows in options.rows:
        growing.fill(rows)
        costs = growing.measure(options.batches, options.batch)
        report(name, rows, costs, growing)
        steps.append(costs.step)
    if options.keys_of:
        growing.fill_keys(options.keys_of)
        costs = growing.measure(options.batches, options.batch)
        report(name, options.rows[-1] + options.keys_of, costs, growing)
        steps.append(costs.step)
    ratios = ", ".join(f"{step / steps[0]:.2f}" for step in steps)
    print(f"{name:11s}step, as a multiple of the first: {ratios}", flush=True)


def main() -> None:
    """Measure both databases."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("corpora", type=Path, help="the folder of the labelled sets")
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument(
        "--keys-of", type=int, default=0, help="articles whose keys alone are added"
    )
    parser.add_argument("--batches", type=int, default=12)
    parser.add_argument("--batch", type=int, default=256, help="articles in a transaction")
    parser.add_argument("--items", type=int, default=1000, help="articles that come in one file")
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    parser.add_argument("--folder", type=Path, help="where the SQLite file goes")
    options = parser.parse_args()
    sets = load_sets(options.corpora)
    samples = [(each.title, " ".join(each.body)) for one in sets for each in one.samples]
    maker = Maker.of(samples, options.items)
    heads = "".join(f"{phase:>9s}" for phase in (*PHASES, "server", "step", "step/s"))
    print(f"{'':11s}{'stored':>12s}{heads}{'near':>7s}   us of CPU an article")
    if options.only != "postgres":
        folder = Path(tempfile.mkdtemp(prefix="copydesk-dedup-", dir=options.folder))
        with contextlib.closing(Growing(f"sqlite:///{folder / 'benchmark.db'}", maker)) as growing:
            run("SQLite", growing, options)
        shutil.rmtree(folder)
    if options.only != "sqlite":
        with contextlib.closing(Postgres(shared_buffers=BUFFERS)) as server:
            url = server.url(server.create())
            with contextlib.closing(Growing(url, maker)) as growing:
                run("PostgreSQL", growing, options)


if __name__ == "__main__":
    main()
