"""Restoring a backup into an empty Copydesk, on either database: bytes first, then their rows."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from services.keeping import manifest
from services.keeping.backup import RAW, lines_of
from shared.errors import UserError
from shared.storage import Storage
from shared.storage.dumping import AT_ONCE
from shared.storage.schema.migrate import downgrade_to, upgrade, upgrade_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from services.keeping.manifest import Manifest
    from shared.raw import RawStore

FLUSHED_AT_ONCE = 256
"""Restored bytes that are made to last by one flush."""


def restore(url: str, raw: RawStore, folder: Path) -> Manifest:
    """
    Fill an empty database and the raw store from a backup, and check each hash on the way.

    Rows come in one transaction: a restore that fails leaves an empty database, and can be begun
    again. Raises `UserError` for a store that holds something, and for a damaged backup.
    """
    made = manifest.read(folder)
    upgrade_to(url, made.revision)
    with closing(Storage.open(url)) as storage:
        _refuse_full(storage)
        downgrade_to(url, made.revision)  # an empty one that was made by a newer Copydesk
        _restore_bytes(raw, folder / RAW)
        with storage.loading() as load:
            if not load.is_empty():
                raise UserError(FULL)
            for table in made.tables:
                for lines in lines_of(folder, table, AT_ONCE):
                    load.insert(table.name, table.columns, lines)
    upgrade(url)
    return made


FULL = (
    "the database holds something already: restore into an empty one (another --home, or another "
    "COPYDESK_DATABASE_URL)"
)


def _refuse_full(storage: Storage) -> None:
    """Raise `UserError` before any bytes are copied."""
    with storage.loading() as load:
        if not load.is_empty():
            raise UserError(FULL)


def _restore_bytes(raw: RawStore, folder: Path) -> None:
    kept: list[str] = []
    for path in _files(folder):
        if not raw.has(path.name):
            with path.open("rb") as source:
                came = raw.copy(source, path.stat().st_size)
            if came.sha256 != path.name:
                raise UserError(f"{path} is damaged: its bytes are not those of its name")
        kept.append(path.name)  # what a restore left that was cut off may not be on the disk
        if len(kept) == FLUSHED_AT_ONCE:
            raw.sync(kept)
            kept.clear()
    raw.sync(kept)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the backup's bytes; what a backup that was cut off left half is not among them."""
    return (path for path in sorted(folder.glob("??/*")) if not path.suffix)
