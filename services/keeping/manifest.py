"""What a backup says of itself: which tables, how many rows, and the hash of each."""

from __future__ import annotations

import os
from pathlib import Path  # noqa: TC003 - pydantic reads the annotations
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ValidationError

from shared.errors import UserError

if TYPE_CHECKING:
    from datetime import datetime

NAME: Final = "backup.json"
"""Written last: a folder without it holds no whole backup."""

FORMAT: Final = 1


class TableCopy(BaseModel, frozen=True):
    """One table's rows in one file."""

    name: str
    file: str
    """Below the backup's folder."""
    columns: list[str]
    rows: int
    sha256: str
    """Of its lines, before they were compressed."""


class Manifest(BaseModel, frozen=True):
    """A whole backup."""

    format: int = FORMAT
    revision: str
    """Of the database's tables."""
    made_at: str
    """ISO 8601, UTC: the moment that the backup shows."""
    tables: list[TableCopy]
    raw: int | None
    """Files of received bytes; null: they were left out."""

    @property
    def digest(self) -> dict[str, str]:
        """Table → hash of its rows: equal for equal stores, whichever database holds them."""
        return {table.name: table.sha256 for table in self.tables}


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest in one step, so that the folder holds the old backup or the new one."""
    unfinished = folder / f"{NAME}.part"
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(manifest.model_dump_json(indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / NAME)


def read(folder: Path) -> Manifest:
    """Return the manifest of a backup; raises `UserError` where there is no whole one."""
    try:
        found = Manifest.model_validate_json((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UserError(f"{folder} holds no whole backup: there is no {NAME} in it") from error
    except ValidationError as error:
        raise UserError(f"{folder / NAME} is damaged: {error.errors()[0]['msg']}") from error
    if found.format != FORMAT:
        raise UserError(f"{folder} was made by a newer Copydesk (format {found.format}): use that")
    return found


def moment(at: datetime) -> str:
    """Return a moment as a manifest has it."""
    return at.isoformat(timespec="seconds")
