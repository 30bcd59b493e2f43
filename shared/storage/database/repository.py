"""What all repositories share: a transaction, and look-ups of many values in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from shared.storage.database import bulk
from shared.storage.database.among import among

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


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
        """Return `column IN values` for integers, texts, UUIDs and bytes, as `among` does."""
        if isinstance(column.type, sa.LargeBinary) and not self._postgresql:
            return column.in_(values)  # JSON has no bytes
        return among(column, None, values)

    def _insert_rows(self, table: sa.Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert rows, all with the columns of the first."""
        bulk.insert(self._connection, table, rows)
