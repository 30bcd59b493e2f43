"""
Many rows into one table, the cheapest way that each database has.

COPY on PostgreSQL and the driver's own `executemany` on SQLite: a third of what a row costs by way
of SQLAlchemy's statement. Times, ids and JSON are written as the columns' types write them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import exc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from shared.storage.recent_keys import Numbers


def insert(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, all with the columns of the first, inside the open transaction."""
    if not rows:
        return
    names = tuple(rows[0])
    values = zip(
        *(_written(table.c[name], rows, connection.dialect) for name in names), strict=True
    )
    columns = ", ".join(table.c[name].name for name in names)
    if connection.dialect.name == "postgresql":
        _copy(connection, f"COPY {table.name} ({columns}) FROM STDIN", values)
    else:
        marks = ", ".join("?" * len(names))
        statement = f"INSERT INTO {table.name} ({columns}) VALUES ({marks})"  # noqa: S608 - our own names
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
    return json.dumps(value) if value else "{}" if isinstance(value, dict) else "[]"


def insert_pairs(
    connection: sa.Connection, table: sa.Table, first: Numbers, second: Numbers
) -> None:
    """Insert rows of two 64-bit integers inside the open transaction."""
    names = [column.name for column in table.columns]
    columns = ", ".join(names)
    if connection.dialect.name == "postgresql":
        statement = f"COPY {table.name} ({columns}) FROM STDIN (FORMAT binary)"
        _copy(connection, statement, binary=_binary_pairs(first, second))
    else:
        rows = list(zip(first.tolist(), second.tolist(), strict=True))
        statement = f"INSERT INTO {table.name} ({columns}) VALUES (?, ?)"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, rows)


def _binary_pairs(first: Numbers, second: Numbers) -> bytes:
    """Return rows as COPY reads them: head, rows of counted fields with their sizes, end."""
    import numpy as np  # noqa: PLC0415 - only where pairs are written

    row = [("fields", ">i2"), ("size", ">i4"), ("one", ">i8"), ("width", ">i4"), ("two", ">i8")]
    rows = np.empty(len(first), row)
    rows["fields"], rows["size"], rows["width"] = 2, 8, 8
    rows["one"], rows["two"] = first, second
    return b"PGCOPY\n\xff\r\n\0" + bytes(8) + rows.tobytes() + b"\xff\xff"


def _copy(
    connection: sa.Connection,
    statement: str,
    rows: Iterable[tuple[Any, ...]] = (),
    *,
    binary: bytes = b"",
) -> None:
    """Stream rows to PostgreSQL; the driver's errors come out as SQLAlchemy's, as everywhere."""
    import psycopg  # noqa: PLC0415 - only where there is a PostgreSQL

    raw: Any = connection.connection.driver_connection
    try:
        with raw.cursor() as cursor, cursor.copy(statement) as copy:
            if binary:
                copy.write(binary)
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as error:
        known: Any = error
        lost = connection.dialect.is_disconnect(known, raw, None)
        raise exc.DBAPIError.instance(
            statement, None, known, psycopg.Error, connection_invalidated=lost
        ) from error
