"""A database that is filled and measured by turns, for the benchmark of deduplication's step."""

from __future__ import annotations

import gc
import multiprocessing
import time
from typing import TYPE_CHECKING

import numpy as np

from shared import clock
from shared.storage import Storage
from shared.storage.candidate_keys.lookup import FULL, CandidateKeys
from shared.storage.candidate_keys.pages import AT_ONCE
from shared.storage.candidate_keys.recent import RecentKeys
from shared.storage.schema.migrate import upgrade
from tests.benchmarks.cpu_costs import Costs, cpu_of
from tests.benchmarks.dedup_loading import Loader
from tests.benchmarks.dedup_rows import ROUND, Maker, Part, part_of
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.domain.filing import Filing
    from shared.storage.candidate_keys.pairs import Numbers

PART = 500
KEYS = 24
"""Of an article, its text's name among them."""
FRESH_FROM = 500_000_000
"""The numbers of the articles that are measured begin here: nothing loaded has them."""
MOST_KEYS = 1_000_000
"""Keys that are made and sorted at once."""
MOST_ADDED = 256 * KEYS
WAITING = 2.0
"""
How many keys the store itself writes, as a share of what it lets wait: by then as many move with
each page as will in the long run.
"""
WARMING = 2


class Growing:
    """A database that is filled and measured by turns."""

    def __init__(self, url: str, maker: Maker) -> None:
        """Make the tables."""
        upgrade(url)
        self._url = url
        self.storage = Storage.open(url)
        self._loader = Loader(self.storage.engine)
        self._maker = maker
        self._made: list[Part] = []
        self._loaded = 0
        self._measured = 0
        self.learning = 0.0
        """CPU seconds until the process that measures knew which keys there are."""

    @property
    def rows(self) -> int:
        """How many articles there are, those of the measurements among them."""
        with self.storage.reading() as reading:
            return int(reading.totals()["articles"])

    def fill(self, rows: int) -> None:
        """Load articles until there are so many."""
        if rows <= self._loaded:
            return
        self._loader.load_deliveries(self._loaded, rows)
        keys, ids = [], []
        for part in self._parts(rows, self.rows - self._loaded + 1):
            self._loader.load(part)
            keys.append(part.keys)
            ids.append(part.ids)
        self._place_keys(np.concatenate(keys), np.concatenate(ids))
        self._loaded = rows
        self._settle()
        self._acquaint()

    def _parts(self, rows: int, shift: int) -> Iterator[Part]:
        """Yield the rows up to so many: first those that are made, then these again and again."""
        made = min(rows, ROUND)
        parts = [(at, min(at + PART, made), shift) for at in range(self._loaded, made, PART)]
        fork = multiprocessing.get_context("fork")
        with fork.Pool(initializer=_keep, initargs=(self._maker,)) as pool:
            for part in pool.imap(_part, parts):
                self._made.append(part)
                yield part
        for at in range(max(self._loaded, ROUND), rows, PART):
            yield self._made[at % ROUND // PART].again(at // ROUND, shift)

    def _place_keys(self, keys: Numbers, ids: Numbers) -> None:
        """Load the older keys, and let the store write the last ones, until it is moving some."""
        waiting = min(len(keys), int(WAITING * FULL))
        self._loader.load_keys(keys[:-waiting], ids[:-waiting])
        recent = RecentKeys()
        for at in range(len(keys) - waiting, len(keys), MOST_ADDED):
            with self.storage.engine.begin() as connection:
                some = slice(at, at + MOST_ADDED)
                CandidateKeys(connection, recent).add(keys[some], ids[some])

    def fill_keys(self, count: int) -> None:
        """Load the keys alone of so many articles more."""
        draw = np.random.Generator(np.random.PCG64(1))
        slices = max(1, count * KEYS // MOST_KEYS)
        wide = 2**64 // slices
        for at in range(slices):
            # slice by slice of the key space: sorted, and never all of it in memory
            inside = draw.integers(0, wide, count * KEYS // slices, dtype=np.uint64)
            keys = (inside + np.uint64(at * wide)).view(np.int64) ^ np.int64(-(2**63))
            # where most would be: the first level holds those of some three million articles
            self._loader.load_keys(keys, draw.integers(2**40, 2**41, len(keys)), level=1)
        self._settle()
        self._acquaint()

    def measure(self, batches: int, size: int) -> Costs:
        """Take batches of fresh articles through the step; the first two only warm it up."""
        first, count = FRESH_FROM + self._measured, (batches + WARMING) * size
        self._measured += -(-count // 1000) * 1000
        self._loader.load_deliveries(first, first + count)
        pid, costs, before = self._server(), Costs(), 0.0
        gc.collect()
        gc.freeze()  # what the benchmark itself holds is no cost of the step
        for at in range(batches + WARMING):
            if at == WARMING:
                costs, before = Costs(), cpu_of(pid)
            numbers = range(first + at * size, first + (at + 1) * size)
            written = [(number, self._maker.article(number)) for number in numbers]
            with costs.of("sign"):
                filings = [self._maker.filing(number, article) for number, article in written]
            self._step(filings, costs)
        costs.server = cpu_of(pid) - before
        return costs

    def sizes(self) -> dict[str, int]:
        """Return the bytes of the tables with their indexes."""
        names = (
            "articles",
            "texts",
            "key_pages",
            "key_runs",
            "story_heads",
            "links",
            "change_log",
        )
        with self.storage.engine.connect() as connection:
            if self._sqlite:
                by_table = (
                    "SELECT sum(pgsize) FROM dbstat WHERE name IN "
                    "(SELECT name FROM sqlite_master WHERE tbl_name = ?)"
                )
                rows = {n: connection.exec_driver_sql(by_table, (n,)).scalar() for n in names}
            else:
                total = "SELECT pg_total_relation_size(%s)"
                rows = {n: connection.exec_driver_sql(total, (n,)).scalar() for n in names}
        return {name: size or 0 for name, size in rows.items()}

    def close(self) -> None:
        """Let go of the database."""
        self.storage.close()

    @property
    def _sqlite(self) -> bool:
        return self.storage.engine.dialect.name == "sqlite"

    def _settle(self) -> None:
        """Let the database know what it holds, as it does by itself in time."""
        with self.storage.engine.connect() as connection:
            if self._sqlite:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql("VACUUM ANALYZE")

    def _acquaint(self) -> None:
        """Begin as a new process, that has looked up enough to know which keys there are."""
        self.storage.close()
        self.storage = Storage.open(self._url)
        self._loader = Loader(self.storage.engine)
        few = range(FRESH_FROM - 256, FRESH_FROM)
        filings = [self._maker.filing(number, self._maker.article(number)) for number in few]
        began = time.process_time()
        for _ in range(3 + self._loader.pages() // AT_ONCE):
            with self.storage.unit_of_work(exclusive=True) as uow:
                uow.articles.neighbourhood(filings)
                uow.commit()
        self.learning = time.process_time() - began

    def _server(self) -> int | None:
        """Return the process that serves our connection; None where the database is in ours."""
        if self._sqlite:
            return None
        with self.storage.engine.connect() as connection:
            pid: int = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        return pid

    def _step(self, filings: Sequence[Filing], costs: Costs) -> None:
        prints = {each.entry.article_id: each.fingerprint for each in filings}
        with self.storage.unit_of_work(exclusive=True) as uow:
            with costs.of("look up"):
                known = uow.articles.neighbourhood(filings)
            with costs.of("decide"):
                decision = decide([each.entry for each in filings], prints, known)
            with costs.of("write"):
                changes, _ = uow.articles.write(filings, decision)
                uow.changes.append(changes, clock.now())
            with costs.of("commit"):
                uow.commit()
        costs.articles += len(filings)
        costs.candidates += sum(map(len, known.candidates.values()))


_maker: Maker | None = None


def _keep(maker: Maker) -> None:
    global _maker  # noqa: PLW0603 - each child's own
    _maker = maker


def _part(numbers: tuple[int, int, int]) -> Part:
    assert _maker is not None
    return part_of(_maker, *numbers)
