"""Opening the store for a command; a home where nothing is yet is said, not created."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from shared.errors import UserError
from shared.storage import Storage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.config import Settings


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[Storage]:
    """Open the database of the settings; raises `UserError` where there is none yet."""
    embedded = settings.home / "copydesk.db"
    if not settings.database_url and not embedded.exists():
        raise UserError(
            f"there is no Copydesk in {settings.home} yet: start it with ./copydesk up, "
            "or name another folder with --home"
        )
    storage = Storage.open(settings.database)
    try:
        yield storage
    finally:
        storage.close()
