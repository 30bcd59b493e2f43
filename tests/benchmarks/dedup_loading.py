"""Rows into a store past its own ways, for a benchmark that needs many: in bulk, keys sorted."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.candidate_keys.pages import KeyPages
from shared.storage.candidate_keys.pairs import Pairs
from shared.storage.candidate_keys.recent import Mark
from shared.storage.tables import articles, deliveries, key_moves, key_pages, story_heads, texts
from tests.benchmarks.dedup_rows import delivery_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.storage.candidate_keys.pairs import Numbers
    from tests.benchmarks.dedup_rows import Part


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

    def load_keys(self, keys: Numbers, ids: Numbers, level: int = 0) -> None:
        """Write keys into the pages of a level; none where all of them wait as runs."""
        if not len(keys):
            return
        with self._engine.begin() as connection:
            KeyPages(connection).take_in(Pairs.of(keys, ids), level)
            more = key_moves.update().values(moved=key_moves.c.moved + len(keys))
            if not connection.execute(more).rowcount:
                mark = asdict(Mark(moved=len(keys)))
                connection.execute(key_moves.insert(), {"id": 1, **mark})

    def pages(self) -> int:
        """Return how many pages of keys there are."""
        with self._engine.connect() as connection:
            pages = sa.func.count(key_pages.c.id)
            return connection.execute(sa.select(pages)).scalar_one()

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
