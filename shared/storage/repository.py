"""What all repositories share: a transaction, and look-ups of many values in one statement."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


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
        Return `column IN values` for integers, texts and UUIDs, with one parameter.

        However many values there are, the statement is compiled and planned once: an array on
        PostgreSQL, a JSON text on SQLite.
        """
        if self._postgresql:
            array = sa.bindparam(None, list(values), type_=postgresql.ARRAY(column.type))
            return column == sa.func.any(array)
        plain = [value.hex if isinstance(value, UUID) else value for value in values]
        rows = sa.func.json_each(sa.bindparam(None, json.dumps(plain), type_=sa.Text()))
        return column.in_(sa.select(rows.table_valued("value").c.value))

    def _insert_pairs(self, table: sa.Table, pairs: Sequence[tuple[int, int]]) -> None:
        """Insert rows of two integers, the cheapest way that each database has."""
        if not pairs:
            return
        columns = ", ".join(column.name for column in table.columns)
        target = f"INSERT INTO {table.name} ({columns})"
        if self._postgresql:
            first, second = zip(*pairs, strict=True)
            self._connection.exec_driver_sql(
                f"{target} SELECT * FROM unnest(%s::bigint[], %s::bigint[])",  # noqa: S608 - our own names
                (list(first), list(second)),
            )
        else:
            self._connection.exec_driver_sql(f"{target} VALUES (?, ?)", list(pairs))
