"""`copydesk backup` and `copydesk restore`: a consistent copy of rows and bytes, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import structlog
import typer

from services.cli.commands import examples
from services.cli.opening import opened
from services.cli.output.failing import say
from services.keeping.backup import back_up
from services.supervisor.home_lock import locked
from shared import config, logs
from shared.raw import open_raw

if TYPE_CHECKING:
    from services.keeping.manifest import Manifest

EXAMPLES = {
    "backup": examples(
        "copydesk backup /mnt/backup/copydesk",
        "copydesk backup --no-raw /mnt/backup/copydesk",
    ),
    "restore": examples(
        "copydesk --home /srv/copydesk restore /mnt/backup/copydesk",
        "COPYDESK_DATABASE_URL=postgresql+psycopg://me@db/new copydesk restore /mnt/backup",
    ),
}

log = structlog.get_logger(__name__)

FOLDER = Annotated[
    Path, typer.Argument(metavar="DIR", help="New, empty, or holding the backup before.")
]
BACKUP = Annotated[
    Path, typer.Argument(metavar="DIR", help="What `copydesk backup` made.", exists=True)
]
RAW = Annotated[bool, typer.Option("--raw/--no-raw", help="With the received bytes, or without.")]


def backup(*, folder: FOLDER, raw: RAW = True) -> None:
    """
    Copy everything into a folder, while Copydesk runs: rows of one moment, and received bytes.

    Again into the same folder, only new bytes are copied. What lies in the inbox and was not
    received yet is not in it, nor the queue, which can be made again.
    """
    settings = config.load()
    with opened(settings) as storage:
        storage.check()
        made = back_up(storage, open_raw(settings) if raw else None, folder.absolute())
    logs.configure("cli", settings, console=False)
    log.info("backup_made", folder=str(folder), rows=_rows(made.manifest), files=made.manifest.raw)
    say(f"{_rows(made.manifest):,} rows, {made.copied:,} new files of bytes: {folder}")
    if made.gone:
        say(f"{made.gone:,} files of bytes are no longer in the raw store, as retention has it")


def restore(*, folder: BACKUP) -> None:
    """
    Fill an empty Copydesk from a backup, on SQLite or PostgreSQL, whichever it was made of.

    Every hash is checked. Nothing may run on it yet: start it afterwards.
    """
    settings = config.load()
    settings.make_folders()
    logs.configure("cli", settings, console=False)
    from services.keeping.restore import restore as fill  # noqa: PLC0415 - loads the migrations

    with locked(settings.run / "up.lock"):
        made = fill(settings.database, open_raw(settings), folder.absolute())
    log.info("backup_restored", folder=str(folder), rows=_rows(made), files=made.raw)
    say(f"{_rows(made):,} rows of {made.made_at} restored; start it with ./copydesk up")


def _rows(made: Manifest) -> int:
    return sum(table.rows for table in made.tables)
