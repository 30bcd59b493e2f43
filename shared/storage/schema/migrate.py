"""Bringing a database to this code's revision."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from shared.errors import UserError
from shared.storage.database.engine import make_engine, translated
from shared.storage.schema import grants, revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    import sqlalchemy as sa

FOLDER = Path(__file__).parents[1] / "migrations"


def upgrade(url: str) -> tuple[str | None, str]:
    """Run the migrations that are due, grant the roles; return the revision before and after."""
    with _opened(url) as engine:
        before = revision.current(engine)
        if before == revision.HEAD:
            _grant(engine)
        else:
            command.upgrade(configuration(engine), "head")
        return before, revision.HEAD


def upgrade_to(url: str, wanted: str) -> None:
    """Bring an empty database to an older revision."""
    with _opened(url) as engine:
        command.upgrade(configuration(engine), wanted)


def downgrade_to(url: str, wanted: str) -> None:
    """Bring an empty database back to an older revision, where it is beyond it."""
    with _opened(url) as engine:
        if revision.current(engine) != wanted:
            command.downgrade(configuration(engine), wanted)


@contextlib.contextmanager
def _opened(url: str) -> Iterator[sa.Engine]:
    """Give a database that holds every text; raises `UserError` for a revision not known here."""
    engine = make_engine(url)
    try:
        with translated():
            _check_encoding(engine)
            yield engine
    except CommandError as error:
        raise UserError(f"{error}: {revision.NEWER}") from error
    finally:
        engine.dispose()


def _grant(engine: sa.Engine) -> None:
    """Give the roles their rights, where `deploy/roles.sql` was run after the last migration."""
    if engine.dialect.name == "postgresql":
        with engine.begin() as connection:
            grants.apply(connection)


def _check_encoding(engine: sa.Engine) -> None:
    """Refuse a PostgreSQL database that cannot hold every text; raises `UserError`."""
    if engine.dialect.name != "postgresql":
        return
    with engine.connect() as connection:
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding not in {"UTF8", b"UTF8"}:
        raise UserError(
            f"the database's encoding is {encoding}, which cannot hold every article: "
            "create it with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"
        )


def configuration(engine: sa.Engine) -> Config:
    """Return what Alembic needs to run our migrations on an engine."""
    config = Config()
    config.attributes["engine"] = engine
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config
