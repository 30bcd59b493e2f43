"""An import in the process of the test, and the rows that it made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from services.watcher.imports.giving import import_paths

if TYPE_CHECKING:
    from pathlib import Path

    from services.watcher.imports.report import ImportReport
    from shared.config import Settings
    from shared.storage import Storage


def rows(storage: Storage) -> list[Any]:
    with storage.engine.connect() as connection:
        return list(connection.execute(sa.text("select * from deliveries order by name")))


def imports(storage: Storage) -> list[Any]:
    with storage.engine.connect() as connection:
        return list(connection.execute(sa.text("select * from imports")))


def run(
    paths: list[Path], settings: Settings, storage: Storage, provider: str | None = None
) -> ImportReport:
    return import_paths(paths, provider=provider, settings=settings, storage=storage)


def told_by(paths: list[Path], settings: Settings, storage: Storage) -> list[int]:
    """Return how many files were registered at each time that progress was told."""
    told: list[int] = []
    import_paths(
        paths,
        provider=None,
        settings=settings,
        storage=storage,
        on_progress=lambda report: told.append(report.registered),
    )
    return told
