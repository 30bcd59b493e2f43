"""Looking at each statement before it runs, whichever way it goes to the driver."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest import mock

import sqlalchemy as sa

from shared.storage.database import quick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Note = Callable[[Any, str, Any], None]
    """Takes a cursor, a statement, its values."""


@dataclass(frozen=True, slots=True)
class _Noting:
    """A driver's connection, with what looks at its statements first."""

    driver: Any
    note: Note

    def execute(self, statement: str, values: Any = ()) -> Any:
        self.note(self.driver.cursor(), statement, values)
        return self.driver.execute(statement, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.driver, name)


@contextmanager
def noting(engine: sa.Engine, note: Note) -> Iterator[None]:
    """Look at each statement of an engine, and at each `Quick` of any."""

    def of_sqlalchemy(_conn: Any, cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        note(cursor, statement, values)

    begun = quick.begun

    def of_quick(connection: sa.Connection) -> _Noting:
        return _Noting(begun(connection), note)

    sa.event.listen(engine, "before_cursor_execute", of_sqlalchemy)
    try:
        with mock.patch.object(quick, "begun", of_quick):
            yield
    finally:
        sa.event.remove(engine, "before_cursor_execute", of_sqlalchemy)
