"""A raw store of its own for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.raw import FolderStore

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "raw")
