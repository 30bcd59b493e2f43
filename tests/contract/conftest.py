"""A migrated store on each database in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.storage import Storage
from shared.storage.migrate import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def storage(database_url: str) -> Iterator[Storage]:
    """Give an empty, migrated store."""
    upgrade(database_url)
    store = Storage.open(database_url)
    yield store
    store.close()
