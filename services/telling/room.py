"""Room on the disk of the home, where raw bytes, articles and logs are kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LITTLE, TOO_LITTLE = 5_000_000_000, 200_000_000
"""Bytes free: below the first it is time to make room, below the second little can be received."""


def free_bytes(home: Path) -> int | None:
    """Return how much can still be written below the home; None where this machine cannot say."""
    try:
        return shutil.disk_usage(home).free
    except OSError:
        return None


def is_short(free: int | None) -> bool:
    """Return whether so little is free that what is dropped may have to wait for room."""
    return free is not None and free < TOO_LITTLE
