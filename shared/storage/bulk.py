"""
Many rows into one table, the cheapest way that each database has.

Binary COPY on PostgreSQL and the driver's own `executemany` on SQLite: a fraction of what a row
costs by way of SQLAlchemy's statement. Times, ids and JSON are written as their types write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import sqlalchemy as sa

from shared.storage import copying

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.storage.recent_keys import Numbers


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the columns of the first, inside the open transaction."""
    if not rows:
        return
    columns = [table.c[name] for name in rows[0]]
    names = ", ".join(column.name for column in columns)
    if connection.dialect.name == "postgresql":
        statement = f"COPY {table.name} ({names}) FROM STDIN (FORMAT binary)"
        copying.copy(connection, statement, copying.packed_rows(columns, rows))
        return
    values = zip(*(_written(column, rows, connection.dialect) for column in columns), strict=True)
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, list(values))


def _written(
    column: sa.Column[Any], rows: Sequence[Mapping[str, Any]], dialect: sa.Dialect
) -> list[Any]:
    """Return a column's values as its type writes them."""
    values = [row[column.name] for row in rows]
    own = column.type.dialect_impl(dialect)
    bind = _json if isinstance(own, sa.JSON) else own.bind_processor(dialect)
    return values if bind is None else [bind(value) for value in values]


def _json(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    if value:
        return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode()
    return "{}" if isinstance(value, dict) else "[]"


def insert_pairs(
    connection: sa.Connection, table: sa.Table, first: Numbers, second: Numbers
) -> None:
    """Insert rows of two 64-bit integers inside the open transaction."""
    names = ", ".join(column.name for column in table.columns)
    if connection.dialect.name == "postgresql":
        statement = f"COPY {table.name} ({names}) FROM STDIN (FORMAT binary)"
        copying.copy(connection, statement, copying.packed_pairs(first, second))
    else:
        rows = list(zip(first.tolist(), second.tolist(), strict=True))
        statement = f"INSERT INTO {table.name} ({names}) VALUES (?, ?)"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, rows)
