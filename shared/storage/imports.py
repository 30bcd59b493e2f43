"""Imports: what was given to `import`, so that its deliveries can be counted together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.repository import Repository
from shared.storage.tables import imports

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID


class Imports(Repository):
    """The rows of `imports`, inside one transaction."""

    def begin(
        self, import_id: UUID, *, paths: Sequence[str], provider: str | None, at: datetime
    ) -> None:
        """Write the import's row; once more for the same import changes nothing."""
        known = sa.select(imports.c.id).where(imports.c.id == import_id)
        if self._connection.execute(known).first() is None:
            self._connection.execute(
                imports.insert(),
                {"id": import_id, "paths": list(paths), "provider": provider, "started_at": at},
            )

    def read(self, import_id: UUID, *, files: int, at: datetime) -> None:
        """Note that the last of its files is in the ledger, and how many there are."""
        self._connection.execute(
            imports.update().where(imports.c.id == import_id).values(files=files, read_at=at)
        )
