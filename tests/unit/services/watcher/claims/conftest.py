"""The desks that tests of claims ask for: one disk, and two."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.unit.services.watcher.claims.desks import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    with made.inbox:
        yield made


@pytest.fixture
def across(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Let the inbox lie on another disk: a rename out of it is refused as the kernel does."""
    rename = os.rename

    def refuse(source: str, target: str, *, src_dir_fd: int | None = None) -> None:
        if src_dir_fd is not None:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse)
    return desk
