"""Watchers by the kernel's events and watchers that poll: the same is true of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.integration.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


QUICK = {"settle_seconds": 0.3, "poll_seconds": 0.1, "rescan_seconds": 5}


@pytest.fixture(params=["events", "poll"])
def watching(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_sqlite_url: str
) -> Iterator[Watching]:
    """Run a watcher by the kernel's events, and one that polls: the same is true of both."""
    home = Watching(tmp_path / "home", migrated_sqlite_url, watch=request.param, **QUICK)
    with home as running:
        yield running


@pytest.fixture(params=["events", "poll"])
def patient(
    request: pytest.FixtureRequest, tmp_path: Path, migrated_sqlite_url: str
) -> Iterator[Watching]:
    """Run watchers that wait long for a writer who pauses, as a test on a full machine may."""
    given = {**QUICK, "settle_seconds": 3}
    with Watching(tmp_path / "home", migrated_sqlite_url, watch=request.param, **given) as running:
        yield running
