"""
`column IN (many values)` with one parameter, in statements that are built once.

To build a statement costs SQLAlchemy a third of a millisecond, to run one that is there a fortieth:
what runs for every batch is built when its module is imported, and given its values by name.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.sql.compiler import SQLCompiler


def among(
    column: sa.ColumnElement[Any], name: str | None, values: Collection[Any] | None = None
) -> sa.ColumnElement[bool]:
    """
    Return `column IN values` for integers, texts or UUIDs; the values are given, or come as `name`.

    However many values there are, the statement is compiled and planned once: an array on
    PostgreSQL, a JSON text on SQLite. The array is a table of its own there: with `= ANY`, a
    plan made before its length is known may compare each row with each value.
    """
    kind = _Many(column.type)
    if values is None:
        return column.op("IN", is_comparison=True)(_Values(sa.bindparam(name, type_=kind)))
    table = _Values(sa.bindparam(name, values, type_=kind))
    return column.op("IN", is_comparison=True)(table)


class _Values(FunctionElement[Any]):
    """The values as a table; which is the dialect's."""

    name = "values"
    inherit_cache = True


class _Many(sa.TypeDecorator[Any]):
    """Many values as one text: a JSON array on SQLite, an array's text on PostgreSQL."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, kind: sa.types.TypeEngine[Any]) -> None:
        """Take the type of one value."""
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
        """Write the values down as the database reads them."""
        if dialect.name == "postgresql":
            return _array(value)
        return json.dumps([one.hex if isinstance(one, UUID) else one for one in value])


@compiles(_Values, "sqlite")
def _on_sqlite(element: _Values, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    (values,) = element.clauses
    return f"(SELECT value FROM json_each({compiler.process(values, **given)}))"  # noqa: S608 - compiled parts


@compiles(_Values, "postgresql")
def _on_postgresql(element: _Values, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - SQLAlchemy's own signature
    (values,) = element.clauses
    many: Any = values.type
    kind = compiler.dialect.type_compiler_instance.process(many.kind)
    return f"(SELECT unnest(CAST({compiler.process(values, **given)} AS {kind}[])))"


def _array(values: Collection[Any]) -> str:
    """Return integers, texts, UUIDs or bytes as PostgreSQL writes an array of them."""
    return f"{{{','.join(map(_element, values))}}}"


def _element(value: Any) -> str:  # noqa: ANN401 - what a column may hold
    if isinstance(value, bytes):
        return f'"\\\\x{value.hex()}"'
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
