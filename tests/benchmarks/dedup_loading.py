"""Rows into a store past its own ways, for a benchmark that needs many: in bulk, keys sorted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import sqlalchemy as sa

from shared.storage import bulk
from shared.storage.gists import PART, KeyGists
from shared.storage.tables import articles, deliveries, key_gists, story_heads, text_keys, texts
from tests.benchmarks.dedup_rows import delivery_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tests.benchmarks.dedup_rows import Part

BEFORE = 2**40
"""The moves of what is loaded count from here below zero: they come before the store's own."""


class Loader:
    """Writes rows past the store's own ways: COPY on PostgreSQL, executemany on SQLite."""

    def __init__(self, engine: sa.Engine) -> None:
        """Take the database."""
        self._engine = engine

    def load(self, part: Part) -> None:
        """Write articles and texts; their keys come later, sorted."""
        self._write(texts, part.texts)
        self._write(articles, part.articles)
        self._write(story_heads, part.heads)

    def load_deliveries(self, first: int, last: int) -> None:
        """Write the deliveries that some articles came in."""
        self._write(deliveries, delivery_rows(first, last))

    def load_keys(self, keys: NDArray[np.int64], ids: NDArray[np.int64]) -> None:
        """Write keys in the order of their index; none where all of them wait as runs."""
        if not len(keys):
            return
        order, number = np.argsort(keys), self.moves() - BEFORE
        parts = np.array_split(keys[order], -(-len(keys) // PART))
        with self._engine.begin() as connection:
            bulk.insert_pairs(connection, text_keys, keys[order], ids[order])
            for at, part in enumerate(parts):
                KeyGists(connection).write(number + at, part)

    def moves(self) -> int:
        """Return how often keys have moved."""
        with self._engine.connect() as connection:
            moves = sa.func.count(key_gists.c.move.distinct())
            return connection.execute(sa.select(moves)).scalar_one()

    def _write(self, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
        if not rows:
            return
        names = tuple(rows[0])
        values = (tuple(row[name] for name in names) for row in rows)
        if self._engine.dialect.name == "sqlite":
            kinds = [table.c[name].type.dialect_impl(self._engine.dialect) for name in names]
            binds = [kind.bind_processor(self._engine.dialect) for kind in kinds]
            values = (
                tuple(b(v) if b else v for b, v in zip(binds, row, strict=True)) for row in values
            )
        else:
            values = (
                tuple(json.dumps(v) if isinstance(v, list | dict) else v for v in row)
                for row in values
            )
        self._pour(table, names, values)

    def _pour(self, table: sa.Table, names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
        raw = self._engine.raw_connection()
        connection, columns = raw.driver_connection, ", ".join(names)
        assert connection is not None
        if self._engine.dialect.name == "sqlite":
            marks = ", ".join("?" * len(names))
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", rows)
            connection.execute("COMMIT")
        else:
            with connection.cursor().copy(f"COPY {table.name} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            connection.commit()
        raw.close()
