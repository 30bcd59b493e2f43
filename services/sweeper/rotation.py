"""Keeps the log file from growing for ever; every process opens the new one by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 5
"""Old log files: `copydesk.jsonl.1` is the youngest."""


def rotate(log_file: Path, limit: int) -> bool:
    """Move a log of more than `limit` bytes aside; return whether it was."""
    try:
        size = log_file.stat().st_size
    except FileNotFoundError:
        return False
    if size <= limit:
        return False
    for number in range(KEPT - 1, 0, -1):
        older = log_file.with_name(f"{log_file.name}.{number}")
        if older.exists():
            older.replace(log_file.with_name(f"{log_file.name}.{number + 1}"))
    log_file.replace(log_file.with_name(f"{log_file.name}.1"))
    return True
