"""Which revision of the tables this code needs, asked without loading the migrations' library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

VERSIONS: Final = Path(__file__).parents[1] / "migrations" / "versions"

HEAD: Final = max(path.name[:4] for path in VERSIONS.glob("[0-9]*_*.py"))
"""The newest migration, by the number that its file's name begins with."""

NEWER: Final = "use the Copydesk that made it, or a newer one"
"""The remedy where tables are of a later revision than this code's."""


def current(engine: sa.Engine) -> str | None:
    """Return the revision of a database, None where it was never migrated."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        rows: Sequence[str] = (
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
        )
    return rows[0] if rows else None


def check(engine: sa.Engine) -> None:
    """Raise `UserError` unless the database is at this code's revision."""
    found = current(engine)
    if found != HEAD:
        remedy = "run ./copydesk migrate" if (found or "") < HEAD else NEWER
        raise UserError(
            f"the database is at revision {found or 'none'}, this Copydesk needs {HEAD}: {remedy}"
        )
