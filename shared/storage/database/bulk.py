"""
Many rows into one table, the cheapest way that each database has.

Binary COPY on PostgreSQL and the driver's own `executemany` on SQLite: a fraction of what a row
costs by way of SQLAlchemy's statement. Times, ids and JSON are written as their types write them.
"""

from __future__ import annotations

import functools
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import orjson
import sqlalchemy as sa

from shared.storage.database import copying
from shared.storage.database.column_types import UtcDateTime, as_text
from shared.storage.database.quick import driver_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FEW: Final = 4
"""Rows that go to PostgreSQL by one statement, which it plans anew for each number of them."""


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the columns of the first, inside the open transaction."""
    if not rows:
        return
    postgresql = connection.dialect.name == "postgresql"
    if postgresql and len(rows) > FEW:
        copy(connection, table, rows)
        return
    at_once = len(rows) if postgresql else 1
    statement, written = _inserting(table, tuple(rows[0]), at_once, connection.dialect)
    values = zip(*(_column(rows, *each) for each in written), strict=True)
    with driver_of(connection, statement) as driver:
        if at_once == len(rows):
            driver.execute(statement, tuple(chain.from_iterable(values)))
        else:
            driver.executemany(statement, list(values))


def copy(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows by PostgreSQL's COPY, however few they are."""
    columns = [table.c[name] for name in rows[0]]
    names = ", ".join(rows[0])
    statement = f"COPY {table.name} ({names}) FROM STDIN (FORMAT binary)"
    copying.copy(connection, statement, copying.packed_rows(columns, rows))


Written: TypeAlias = "tuple[str, Callable[[Any], Any] | None]"
"""A column's name, and what writes its values as the driver takes them."""


@functools.lru_cache
def _inserting(
    table: sa.Table, names: tuple[str, ...], at_once: int, dialect: sa.Dialect
) -> tuple[str, list[Written]]:
    """
    Return the statement that inserts so many rows, and how each of a row's values is written.

    A few on PostgreSQL, too: COPY asks the server twice, and costs it more to begin.
    """
    mark = "%s" if dialect.name == "postgresql" else "?"
    marks = ", ".join([f"({', '.join([mark] * len(names))})"] * at_once)
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {marks}"  # noqa: S608 - our own names
    return statement, [(name, _writer(table.c[name].type, dialect)) for name in names]


def _writer(kind: sa.types.TypeEngine[Any], dialect: sa.Dialect) -> Callable[[Any], Any] | None:
    """Return what writes a value of a type; None where it goes as it is."""
    if isinstance(kind, UtcDateTime) and dialect.name == "sqlite":
        return as_text
    own = kind.dialect_impl(dialect)
    return _json if isinstance(own, sa.JSON) else own.bind_processor(dialect)


def _column(
    rows: Sequence[Mapping[str, Any]], name: str, write: Callable[[Any], Any] | None
) -> list[Any]:
    values = [row[name] for row in rows]
    return values if write is None else [write(value) for value in values]


def _json(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    if value:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
    return "{}" if isinstance(value, dict) else "[]"
