"""
The whole store as lines of JSON, and back: the same lines from either database.

Everything comes from one snapshot, so a dump made while workers write is consistent. Rows are in
the order of their keys and keys of JSON in that of the alphabet: equal stores give equal lines.
"""

from __future__ import annotations

import base64
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import orjson
import sqlalchemy as sa

from shared.storage.database.column_types import UtcDateTime
from shared.storage.database.repository import Repository
from shared.storage.tables import followers, metadata, search_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DERIVED: Final = frozenset({search_entries.name})
"""Made again from the feed by the sweeper, in a form of each database's own."""

SEARCH: Final = "search %"
"""Followers that tell how far a derived table is: not at all, after a restore."""

AT_ONCE: Final = 500
"""Rows that are fetched, or inserted by one statement."""

TABLES: Final = tuple(each.name for each in metadata.sorted_tables if each.name not in DERIVED)
"""In an order in which each refers only to those before it."""


def columns(name: str) -> list[str]:
    """Return the names of a table's columns, in their order."""
    return [column.name for column in metadata.tables[name].columns]


class Dump(Repository):
    """Reads everything, inside one transaction that sees one moment."""

    def hashes(self) -> Iterator[str]:
        """Yield the hashes of all bytes that were ever received, each once."""
        deliveries = metadata.tables["deliveries"]
        wanted = sa.select(deliveries.c.sha256).distinct().order_by(deliveries.c.sha256)
        yield from self._streamed(wanted).scalars()

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield a table's rows, each a JSON array in the order of `columns`, with its newline."""
        table = metadata.tables[name]
        statement = sa.select(table).order_by(*map(self._sorted, table.primary_key))
        if table is followers:
            statement = statement.where(followers.c.name.not_like(SEARCH))
        for row in self._streamed(statement):
            yield orjson.dumps([_plain(value) for value in row], option=_OPTIONS)

    def _streamed(self, statement: sa.Select[Any]) -> sa.Result[Any]:
        return self._connection.execution_options(yield_per=AT_ONCE).execute(statement)

    def _sorted(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
        """Compare texts by their bytes, as SQLite does, whatever the database's language is."""
        text = isinstance(column.type, sa.String)
        return column.collate("C") if text and self._postgresql else column


class Load(Repository):
    """Fills an empty store, of whatever revision its rows are, inside one transaction."""

    def is_empty(self) -> bool:
        """Return whether the store holds nothing that a restore could mix with."""
        there = sa.inspect(self._connection).get_table_names()
        return not any(
            self._connection.execute(
                sa.select(sa.literal(1)).select_from(metadata.tables[name]).limit(1)
            ).first()
            for name in TABLES
            if name in there
        )

    def insert(self, name: str, columns: Sequence[str], lines: Sequence[bytes]) -> None:
        """Insert rows as `Dump.lines` gave them."""
        table = self._table(name, columns)
        read = [_reader(table.c[column]) for column in columns]
        rows = [
            {
                column: make(value)
                for column, make, value in zip(columns, read, orjson.loads(line), strict=True)
            }
            for line in lines
        ]
        self._connection.execute(table.insert(), rows)

    def _table(self, name: str, columns: Sequence[str]) -> sa.TableClause:
        """Return where rows go: those of an older revision into what there may be no more."""
        known = metadata.tables.get(name)
        if known is not None and set(columns) <= set(known.c.keys()):
            return known
        found = sa.inspect(self._connection).get_columns(name)
        return sa.table(name, *(sa.column(each["name"], each["type"]) for each in found))


_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_SORT_KEYS


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, UUID):
        return value.hex
    return value.isoformat() if isinstance(value, datetime) else value


def _reader(column: sa.ColumnElement[Any]) -> Any:  # noqa: ANN401 - a function of any value
    """Return what makes a column's value from what `_plain` made of it."""
    make = _made_by(column.type)
    return lambda value: None if value is None else make(value)


def _made_by(kind: sa.types.TypeEngine[Any]) -> Any:  # noqa: ANN401 - as above
    if isinstance(kind, sa.Uuid):
        return UUID
    if isinstance(kind, UtcDateTime):
        return datetime.fromisoformat
    return base64.b64decode if isinstance(kind, sa.LargeBinary) else _same


def _same(value: Any) -> Any:  # noqa: ANN401 - as above
    return value
