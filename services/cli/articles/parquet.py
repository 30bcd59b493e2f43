"""Articles as a Parquet file, for column stores and notebooks, in constant memory."""

from __future__ import annotations

import contextlib
import io
from datetime import datetime
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin
from uuid import UUID

import orjson
from arro3.core import DataType, Field, Schema
from arro3.io import read_json, write_parquet

from services.api.answers.schemas import StoredItem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import ReadableBuffer, WriteableBuffer

ROWS: Final = 256
"""Articles that are turned into columns at once: a megabyte, and 2 GB are the most of a column."""

GROUP: Final = 16_384
"""Articles in a row group, which readers take whole."""

CHUNK: Final = 1 << 20
"""Bytes that are handed over at once."""

TYPES: Final = {
    str: DataType.utf8(),
    UUID: DataType.utf8(),
    bool: DataType.bool(),
    int: DataType.int64(),
    datetime: DataType.timestamp("us", tz="UTC"),
}


def write(articles: Iterator[StoredItem], file: Path) -> None:
    """
    Write articles as they come; raises `OSError` where the file cannot be written, and whatever
    the articles raise.

    The columns are the keys of a line of `export`. Times are UTC with microseconds, authors and
    the like lists of texts; the provenance, which has other keys for each article, is JSON.
    """
    errors = Errors()
    with file.open("wb") as binary:
        lines = io.BufferedReader(Lines(articles, errors), CHUNK)
        columns = read_json(lines, schema(), batch_size=ROWS)
        with io.BufferedWriter(Target(binary, errors), CHUNK) as target:
            write_parquet(columns, target, compression="zstd(3)", max_row_group_size=GROUP)
        errors.raise_first()


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


class Errors:
    """
    Keeps an error from the library, which would end in a panic, or as a word of its own.

    After the first there is nothing more to read, and what is written goes nowhere.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.first: BaseException | None = None

    @contextlib.contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what is raised within, Ctrl-C too."""
        try:
            yield
        except BaseException as error:  # noqa: BLE001 - it is raised when the library is done
            self.first = self.first or error

    def raise_first(self) -> None:
        """Raise the first that was kept."""
        if self.first is not None:
            raise self.first


class Lines(io.RawIOBase):
    """The articles as a file of JSON lines that is made while it is read."""

    def __init__(self, articles: Iterator[StoredItem], errors: Errors) -> None:
        """Take the articles."""
        self._articles = articles
        self._errors = errors
        self._rest = b""

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer with what comes next; 0 at the end, and after an error."""
        with self._errors.kept():
            while not self._rest and self._errors.first is None:
                article = next(self._articles, None)
                if article is None:
                    return 0
                self._rest = _line(article)
        room = memoryview(buffer).cast("B")
        count = min(len(room), len(self._rest))
        room[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


class Target(io.RawIOBase):
    """The file to write, whose errors are kept."""

    def __init__(self, file: BinaryIO, errors: Errors) -> None:
        """Take the file."""
        self._file = file
        self._errors = errors

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, data: ReadableBuffer, /) -> int:
        """Write all of the data, unless there was an error; return how long it is."""
        with self._errors.kept():
            if self._errors.first is None:
                self._file.write(data)
        return memoryview(data).nbytes


def _line(article: StoredItem) -> bytes:
    values = article.model_dump()
    values["provenance"] = orjson.dumps(values["provenance"]).decode()
    return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)
