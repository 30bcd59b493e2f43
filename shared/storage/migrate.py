"""Bringing a database to this code's revision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from shared.storage import revision
from shared.storage.engine import make_engine, translated

if TYPE_CHECKING:
    import sqlalchemy as sa

FOLDER = Path(__file__).parent / "migrations"


def upgrade(url: str) -> tuple[str | None, str]:
    """Run the migrations that are due; return the revision before and after."""
    engine = make_engine(url)
    try:
        with translated():
            before = revision.current(engine)
            if before != revision.HEAD:
                command.upgrade(configuration(engine), "head")
            return before, revision.HEAD
    finally:
        engine.dispose()


def configuration(engine: sa.Engine) -> Config:
    """Return what Alembic needs to run our migrations on an engine."""
    config = Config()
    config.attributes["engine"] = engine
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config
