"""Bringing a database to this code's revision, and saying so when it is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from shared.errors import UserError
from shared.storage.engine import make_engine, translated

if TYPE_CHECKING:
    import sqlalchemy as sa

FOLDER = Path(__file__).parent / "migrations"


def upgrade(url: str) -> tuple[str | None, str]:
    """Run the migrations that are due; return the revision before and after."""
    engine = make_engine(url)
    try:
        with translated():
            before = _revision(engine)
            command.upgrade(configuration(engine), "head")
            return before, _head()
    finally:
        engine.dispose()


def check(engine: sa.Engine) -> None:
    """Raise `UserError` unless the database is at this code's revision."""
    found, wanted = _revision(engine), _head()
    if found != wanted:
        raise UserError(
            f"the database is at revision {found or 'none'}, this Copydesk needs {wanted}: "
            "run ./copydesk migrate"
        )


def configuration(engine: sa.Engine | None = None) -> Config:
    """Return what Alembic needs to run our migrations on an engine."""
    config = Config()
    config.attributes["engine"] = engine
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config


def _head() -> str:
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    assert head is not None, "there is always a first migration"
    return head


def _revision(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()
