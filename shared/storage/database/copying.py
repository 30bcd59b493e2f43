"""
Rows to PostgreSQL and from it in its binary form, which neither side need read again as text.

For COPY numbers, times and ids go as the table holds them, and a column at a time, where the
driver's own `write_row` turns each field of each row into text.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain
from struct import Struct
from typing import TYPE_CHECKING, Any, Final

import orjson
import sqlalchemy as sa

from shared.storage.database.column_types import FoldedWords, UtcDateTime
from shared.storage.database.quick import driver_of
from shared.storage.database.word_vectors import word_vector

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_END: Final = b"\xff\xff"
_NULL: Final = b"\xff\xff\xff\xff"
_FIELDS: Final = Struct(">h").pack
_SIZE: Final = Struct(">i").pack
_INTEGER: Final = Struct(">ii").pack
_BIG: Final = Struct(">iq").pack
_DOUBLE: Final = Struct(">id").pack
_TRUE, _FALSE = _SIZE(1) + b"\1", _SIZE(1) + b"\0"
_JSONB: Final = b"\1"
"""The version of its form that goes before a JSON text."""
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


def packed_rows(columns: Sequence[sa.Column[Any]], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Return rows as COPY reads them: head, rows of counted fields with their sizes, end."""
    fields = [[_FIELDS(len(columns))] * len(rows)]
    fields += [_packed_column(column, [row[column.name] for row in rows]) for column in columns]
    return _HEAD + b"".join(chain.from_iterable(zip(*fields, strict=True))) + _END


def copy(connection: sa.Connection, statement: str, packed: bytes) -> None:
    """Send rows to PostgreSQL."""
    with (
        driver_of(connection, statement) as driver,
        driver.cursor() as cursor,
        cursor.copy(statement) as stream,
    ):
        stream.write(packed)


def fetch(
    connection: sa.Connection, statement: str, values: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Return rows of numbers and bytes; bytes as text are twice as many, written and read."""
    with (
        driver_of(connection, statement) as driver,
        driver.cursor(binary=True) as cursor,
    ):
        rows: list[tuple[Any, ...]] = cursor.execute(statement, values).fetchall()
    return rows


def _packed_column(column: sa.Column[Any], values: Sequence[Any]) -> list[bytes]:
    """Return the fields of one column."""
    empty = values.count(None)
    if empty == len(values):
        return [_NULL] * empty
    pack = _packer_of(column.type)
    if not empty:
        return [pack(value) for value in values]
    return [_NULL if value is None else pack(value) for value in values]


def _packer_of(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], bytes]:
    """Return what makes a field, its size before it, of a value of some type."""
    return next(pack for known, pack in _PACKERS if isinstance(kind, known))


def _text(value: str) -> bytes:
    encoded = value.encode()
    return _SIZE(len(encoded)) + encoded


def _bytes(value: bytes) -> bytes:
    return _SIZE(len(value)) + value


def _json(value: Any) -> bytes:  # noqa: ANN401 - what JSON can hold
    return _bytes(_JSONB + orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS))


def _moment(value: datetime) -> bytes:
    """Return microseconds since PostgreSQL's own beginning; raises `TypeError` for a naive time."""
    return _BIG(8, (value - _EPOCH) // _MICROSECOND)


_PACKERS: Final[tuple[tuple[type, Callable[[Any], bytes]], ...]] = (
    (UtcDateTime, _moment),
    (sa.Uuid, lambda value: _SIZE(16) + value.bytes),
    (sa.JSON, _json),
    (sa.BigInteger, lambda value: _BIG(8, value)),
    (sa.Integer, lambda value: _INTEGER(4, value)),
    (sa.Boolean, lambda value: _TRUE if value else _FALSE),
    (sa.Double, lambda value: _DOUBLE(8, value)),
    (sa.LargeBinary, _bytes),
    (FoldedWords, lambda value: _bytes(word_vector(value))),
    (sa.String, _text),
)
"""The first that fits: a big integer is an integer too."""
