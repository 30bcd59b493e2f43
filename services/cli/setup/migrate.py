"""`copydesk migrate`: bring the database to this version's tables."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import structlog

from services.cli.commands import examples
from shared import config, logs
from shared.storage.schema.migrate import upgrade

if TYPE_CHECKING:
    from shared.config import Settings

log = structlog.get_logger(__name__)

EXAMPLES = {
    "migrate": examples(
        "copydesk migrate",
        "COPYDESK_DATABASE_URL=postgresql+psycopg://me@db/copydesk copydesk migrate",
    )
}


def migrate() -> None:
    """
    Bring the database to this version's tables; one that is there already is left alone.

    `copydesk up` does this by itself; in production it is run once before the roles start.
    """
    settings = config.load()
    logs.configure("migrate", settings, console=False)
    before, after = upgrade(settings.database)
    if before != after:
        log.info("database_migrated", before=before, after=after)
    done = f"is at revision {after} already" if before == after else f"{before or 'new'} → {after}"
    sys.stdout.write(f"{_shown(settings)}: {done}\n")


def _shown(settings: Settings) -> str:
    """Return the database's address without a password."""
    return settings.database.rsplit("@", maxsplit=1)[-1]
