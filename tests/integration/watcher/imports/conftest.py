"""A home over each database, and an archive to be imported."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from shared.config import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settings(tmp_path: Path, migrated_url: str) -> Settings:
    made = Settings(home=tmp_path / "home", database_url=migrated_url)
    made.make_folders()
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give a folder of 300 files in sub-folders, and things that are not to be imported."""
    folder = tmp_path / "archive"
    for number in range(300):
        path = folder / f"year{number % 3}" / f"story{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"story %d" % number)
    (folder / ".DS_Store").write_bytes(b"litter")
    (folder / "half.txt.part").write_bytes(b"half")
    (folder / "link.txt").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    return folder
