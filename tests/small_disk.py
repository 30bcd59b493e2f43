"""A disk of its own for a test, to be filled."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def mount(*options: str, at: Path) -> bool:
    """Mount a file system in memory; return False where that is not allowed."""
    command = ["mount", "-t", "tmpfs", *options, "copydesk-test", str(at)]
    if shutil.which("mount") is None or os.geteuid() != 0:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextlib.contextmanager
def small_disk(at: Path) -> Iterator[Path]:
    """Make a folder that is a disk of its own, of one megabyte; skip the test where none can be."""
    at.mkdir(parents=True)
    if not mount("-o", "size=1m", at=at):
        pytest.skip("only root, and not in every container, can mount a disk to fill")
    try:
        yield at
    finally:
        # lazily: what a failed test has open there shall not keep the folder for ever
        subprocess.run(["umount", "--lazy", str(at)], check=True)


def fill(folder: Path) -> Path:
    """Write a file until its disk has no room; return it."""
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return filler
