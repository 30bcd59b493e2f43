"""A desk on each database in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.rereading.desks import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(home: Path, database_url: str) -> Iterator[Desk]:
    """Give a desk on each database in turn."""
    made = Desk(home, database_url)
    yield made
    made.storage.close()
