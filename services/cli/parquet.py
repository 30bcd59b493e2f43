"""Articles as a Parquet file, for column stores and notebooks, in constant memory."""

from __future__ import annotations

import io
from datetime import datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin
from uuid import UUID

import orjson
from arro3.core import DataType, Field, Schema
from arro3.io import read_json, write_parquet

from services.api.schemas import StoredItem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from _typeshed import WriteableBuffer

ROWS: Final = 1024
"""Articles that are turned into columns at once: some megabytes."""

GROUP: Final = 16_384
"""Articles in a row group, which readers take whole."""

TYPES: Final = {
    str: DataType.utf8(),
    UUID: DataType.utf8(),
    bool: DataType.bool(),
    int: DataType.int64(),
    datetime: DataType.timestamp("us", tz="UTC"),
}


def write(articles: Iterator[StoredItem], file: Path) -> None:
    """
    Write articles as they come; raises `OSError` where the file cannot be written.

    The columns are the keys of a line of `export`. Times are UTC with microseconds, authors and
    the like lists of texts; the provenance, which has other keys for each article, is JSON.
    """
    lines = io.BufferedReader(Lines(articles), 1 << 20)
    columns = read_json(lines, schema(), batch_size=ROWS)
    write_parquet(columns, file, compression="zstd(3)", max_row_group_size=GROUP)


def schema() -> Schema:
    """Return the columns, by the types of the keys."""
    fields = StoredItem.model_fields.items()
    return Schema([Field(name, _type(about.annotation)) for name, about in fields])


def _type(annotation: Any) -> DataType:  # noqa: ANN401 - any type
    if isinstance(annotation, UnionType):
        [annotation] = (each for each in get_args(annotation) if each is not NoneType)
    if get_origin(annotation) is list:
        [inner] = get_args(annotation)
        return DataType.list(Field("item", _type(inner)))
    return TYPES.get(annotation, DataType.utf8())


class Lines(io.RawIOBase):
    """The articles as a file of JSON lines that is made while it is read."""

    def __init__(self, articles: Iterator[StoredItem]) -> None:
        """Take the articles."""
        self._articles = articles
        self._rest = b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer with what comes next; 0 at the end."""
        while not self._rest:
            article = next(self._articles, None)
            if article is None:
                return 0
            self._rest = _line(article)
        room = memoryview(buffer).cast("B")
        count = min(len(room), len(self._rest))
        room[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _line(article: StoredItem) -> bytes:
    values = article.model_dump()
    values["provenance"] = orjson.dumps(values["provenance"]).decode()
    return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)
