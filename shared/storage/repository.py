"""What all repositories share: a transaction, and look-ups of many values in one statement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from shared.storage import bulk

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from shared.storage.recent_keys import Numbers


class Repository:
    """Some tables, inside one open transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        """Take an open transaction."""
        self._connection = connection

    @property
    def _postgresql(self) -> bool:
        return self._connection.dialect.name == "postgresql"

    def _among(
        self, column: sa.ColumnElement[Any], values: Collection[Any]
    ) -> sa.ColumnElement[bool]:
        """
        Return `column IN values` for integers, texts, UUIDs and bytes, with one parameter.

        However many values there are, the statement is compiled and planned once: an array on
        PostgreSQL, a JSON text on SQLite. The array is a table of its own there: with `= ANY`, a
        plan made before its length is known may compare each row with each value.
        """
        if self._postgresql:
            kind = postgresql.ARRAY(column.type)
            array: sa.ColumnElement[Any] = sa.bindparam(None, list(values), type_=kind)
            if isinstance(column.type, sa.Integer | sa.Uuid | sa.LargeBinary):
                # as the text of an array: the driver takes six times as long to write one
                array = sa.cast(sa.bindparam(None, _array(values), type_=sa.Text()), kind)
            return column.in_(sa.select(sa.func.unnest(array, type_=column.type)))
        if isinstance(column.type, sa.LargeBinary):
            return column.in_(values)  # JSON has no bytes
        plain = [value.hex if isinstance(value, UUID) else value for value in values]
        rows = sa.func.json_each(sa.bindparam(None, json.dumps(plain), type_=sa.Text()))
        return column.in_(sa.select(rows.table_valued("value").c.value))

    def _insert_rows(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, all with the columns of the first."""
        bulk.insert(self._connection, table, rows)

    def _insert_pairs(self, table: sa.Table, first: Numbers, second: Numbers) -> None:
        """Insert rows of two 64-bit integers, the cheapest way that each database has."""
        bulk.insert_pairs(self._connection, table, first, second)


def _array(values: Collection[Any]) -> str:
    """Return integers, UUIDs or bytes as PostgreSQL writes an array of them."""
    first = next(iter(values), None)
    texts = (f'"\\\\x{v.hex()}"' for v in values) if isinstance(first, bytes) else map(str, values)
    return f"{{{','.join(texts)}}}"
