"""Column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.compiler import compiles

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Dialect
    from sqlalchemy.sql.compiler import SQLCompiler


class UtcDateTime(sa.TypeDecorator[datetime]):
    """
    An aware UTC time; a naive one is refused.

    PostgreSQL: timestamptz. SQLite: text `2020-11-18 16:42:35.000000`, in UTC, which sorts.
    """

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"a naive time cannot be stored: {value!r}"
            raise ValueError(msg)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
"""JSON on SQLite, JSONB on PostgreSQL."""

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A 64-bit integer; SQLite's INTEGER is one, and only under that name a rowid."""


class _Among(sa.ColumnElement[bool]):
    """`column IN (many values)` with one parameter, so that the statement is compiled once."""

    inherit_cache = False

    def __init__(self, column: sa.ColumnElement[Any], values: Collection[Any]) -> None:
        self.column = column
        self.values = list(values)
        self.type = sa.Boolean()


@compiles(_Among, "postgresql")
def _among_postgresql(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401 - the compiler's own signature
    array = sa.bindparam(None, element.values, type_=postgresql.ARRAY(element.column.type))
    return compiler.process(element.column == sa.func.any(array), **kw)


@compiles(_Among, "sqlite")
def _among_sqlite(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401 - the compiler's own signature
    values = [item.hex if isinstance(item, UUID) else item for item in element.values]
    rows = sa.func.json_each(sa.bindparam(None, json.dumps(values), type_=sa.Text()))
    value = rows.table_valued("value").c.value
    return compiler.process(element.column.in_(sa.select(value)), **kw)


def among(column: sa.ColumnElement[Any], values: Collection[Any]) -> sa.ColumnElement[bool]:
    """Return `column IN values` for integers, texts and UUIDs, however many there are."""
    return _Among(column, values)
