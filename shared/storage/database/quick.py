"""
The statements of every batch, given to the driver as they are.

SQLAlchemy's way to a statement that it knows takes several times what SQLite takes to run it, and
after a pause no cache holds it: for a single file that was the largest part between two statements.
So what runs for every batch is compiled once, with what writes its values and reads its rows.
"""

from __future__ import annotations

from collections import namedtuple
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import exc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Way = Callable[[Any], Any] | None
    """What writes or reads a value; None where it goes as it is."""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A statement as one driver takes it."""

    text: str
    fixed: dict[str, Any]
    """The values that are its own, written."""
    given: list[tuple[str, Way]]
    """The names of those that come with each run."""
    order: list[str] | None
    """Of all values, where they have places; None where they have names."""
    row: Callable[..., Any]
    columns: list[tuple[int, Callable[[Any], Any]]]
    """The places of a row that want reading."""


class Quick:
    """A statement whose values come by name; its rows have names too."""

    known: ClassVar[list[Quick]] = []
    """All that were made."""

    def __init__(self, statement: Any, only: str | None = None) -> None:  # noqa: ANN401 - a select, or what changes rows
        """Take a statement without lists of values (`among` has them as one), and whose it is."""
        self._statement = statement
        self._only = only
        self._compiled: dict[str, _Compiled] = {}
        self.known.append(self)

    @classmethod
    def prepare_all(cls, dialect: sa.Dialect) -> None:
        """Compile all that are known, before a fork: no child does it for itself."""
        for each in cls.known:
            each.prepare(dialect)

    def prepare(self, dialect: sa.Dialect) -> None:
        """Compile it, unless it is another database's."""
        if self._only in {None, dialect.name}:
            self._compile(dialect)

    def run(self, connection: sa.Connection, values: Mapping[str, Any] | None = None) -> list[Any]:
        """Run it inside the transaction, and return its rows; errors are SQLAlchemy's."""
        compiled = self._compiled.get(connection.dialect.name) or self._compile(connection.dialect)
        said: Any = dict(compiled.fixed)
        for name, write in compiled.given:
            value = (values or {})[name]
            said[name] = value if write is None else write(value)
        if compiled.order is not None:
            said = tuple([said[name] for name in compiled.order])
        driver = begun(connection)
        try:
            cursor = driver.execute(compiled.text, said)
            found = cursor.fetchall() if cursor.description else ()
        except connection.dialect.loaded_dbapi.Error as error:
            raise in_other_words(connection, compiled.text, error) from error
        return [_read(compiled, row) for row in found]

    def scalars(
        self, connection: sa.Connection, values: Mapping[str, Any] | None = None
    ) -> list[Any]:
        """Return the first value of each row."""
        return [row[0] for row in self.run(connection, values)]

    def _compile(self, dialect: sa.Dialect) -> _Compiled:
        compiled: Any = self._statement.compile(dialect=dialect)
        fixed: dict[str, Any] = {}
        given: list[tuple[str, Way]] = []
        for bound, name in compiled.bind_names.items():
            write = bound.type.dialect_impl(dialect).bind_processor(dialect)
            if bound.required:
                given.append((name, write))
            else:
                fixed[name] = bound.value if write is None else write(bound.value)
        columns = list(getattr(self._statement, "exported_columns", ()))
        read = [each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns]
        names = [each.name for each in columns]
        row: Any = namedtuple("Row", names)  # type: ignore[misc]  # noqa: PYI024 - the statement knows them
        order = compiled.positiontup
        reading = [(place, way) for place, way in enumerate(read) if way is not None]
        self._compiled[dialect.name] = _Compiled(
            str(compiled), fixed, given, order, row._make, reading
        )
        return self._compiled[dialect.name]


def _read(compiled: _Compiled, row: Sequence[Any]) -> Any:  # noqa: ANN401 - a named tuple
    values = list(row)
    for place, read in compiled.columns:
        values[place] = read(values[place])
    return compiled.row(values)


def begun(connection: sa.Connection) -> Any:  # noqa: ANN401 - either driver's connection
    """Return the driver's connection, in a transaction."""
    if not connection.in_transaction():
        connection.begin()
    return connection.connection.driver_connection


@contextmanager
def driver_of(connection: sa.Connection, statement: str) -> Iterator[Any]:
    """Give the driver's connection, in a transaction; its errors come out as SQLAlchemy's."""
    driver = begun(connection)
    try:
        yield driver
    except connection.dialect.loaded_dbapi.Error as error:
        raise in_other_words(connection, statement, error) from error


def in_other_words(connection: sa.Connection, statement: str, error: Any) -> exc.DBAPIError:  # noqa: ANN401 - of either driver
    """
    Return a driver's error as SQLAlchemy's.

    A connection that is lost goes with it, and so do those that wait in the pool: what cut it, a
    restart most of all, cut them too, and each would fail one batch more.
    """
    module: Any = connection.dialect.loaded_dbapi
    driver: Any = connection.connection.driver_connection
    lost = connection.dialect.is_disconnect(error, driver, None)
    if lost:
        connection.invalidate(error)
        connection.engine.dispose()
    said: Any = exc.DBAPIError.instance(
        statement, None, error, module.Error, connection_invalidated=lost
    )
    return said  # type: ignore[no-any-return]  # only an error of the driver is given
