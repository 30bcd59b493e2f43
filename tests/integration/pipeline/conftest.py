"""A pipeline in this process, on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from shared.config import Settings
from tests.integration.receiving import Receiving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Desk(Receiving):
    """A pipeline on a store that is handed bytes."""

    def __init__(self, home: Path, database_url: str) -> None:
        super().__init__(Settings(home=home, database_url=database_url))
        self.pipeline = self.make_pipeline()

    def articles(self) -> list[dict[str, Any]]:
        """Return all that is stored."""
        with self.storage.reading() as reading:
            return list(reading.export())

    def expire(self) -> None:
        """Let every lease run out."""
        with self.storage.reading() as reading:
            holders = reading.leases()
        with self.storage.unit_of_work() as uow:
            uow.deliveries.expire(holders, 1000)
            uow.commit()


@pytest.fixture
def desk(home: Path, database_url: str) -> Iterator[Desk]:
    """Give a desk on each database in turn."""
    made = Desk(home, database_url)
    yield made
    made.storage.close()
