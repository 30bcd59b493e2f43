"""Column types that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


_NAIVE = "a naive time cannot be stored: {!r}"

_LENGTH = len("2020-11-18 16:42:35.000000")
"""Characters of a time without its zone."""


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
            raise ValueError(_NAIVE.format(value))
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def as_text(value: datetime | None) -> str | None:
    """Return a time as SQLite's column of `UtcDateTime` holds it, at half the cost of a bind."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError(_NAIVE.format(value))
    moment = value if value.tzinfo is UTC else value.astimezone(UTC)
    return moment.isoformat(" ", "microseconds")[:_LENGTH]


Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
"""JSON on SQLite, JSONB on PostgreSQL."""

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A 64-bit integer; SQLite's INTEGER is one, and only under that name a rowid."""


class FoldedWords(sa.Text):
    """Words with a space between, folded and parted as `shared.domain.searching` does."""


Words = FoldedWords().with_variant(postgresql.TSVECTOR(), "postgresql")
"""The words that a search finds on PostgreSQL; SQLite has them in a table of FTS5's own."""
