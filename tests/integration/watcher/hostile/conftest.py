"""A watcher that scans often, and what it logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from tests.integration.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path
    from typing import Any


@pytest.fixture
def lines() -> Iterator[list[MutableMapping[str, Any]]]:
    """Keep what is logged."""
    with capture_logs() as kept:
        yield kept


@pytest.fixture
def watching(lines: list[Any], tmp_path: Path, migrated_sqlite_url: str) -> Iterator[Watching]:
    """Run a watcher that scans often, so that what is said once has many chances to come twice."""
    quick = {"settle_seconds": 0.3, "rescan_seconds": 0.2}
    with Watching(tmp_path / "home", migrated_sqlite_url, **quick) as running:
        yield running
