"""A small disk for a home, that can be filled: tmpfs, where this process may mount one."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SMALLEST_MB: Final = 96
KB_FOR_EACH_FILE: Final = 48
"""Rows, keys, log lines and the write-ahead log of one file, and as much again."""

PR_CAPBSET_DROP: Final = 24
CAP_DAC_OVERRIDE: Final = 1
CAP_DAC_READ_SEARCH: Final = 2
"""From `linux/prctl.h` and `linux/capability.h`."""


@contextlib.contextmanager
def small_disk(at: Path, files: int) -> Iterator[bool]:
    """Mount a disk with room for so many files; say whether that was allowed."""
    at.mkdir(parents=True, exist_ok=True)
    size = max(SMALLEST_MB, files * KB_FOR_EACH_FILE // 1024)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "copydesk-chaos", str(at)]
    allowed = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None
    mounted = allowed and subprocess.run(command, check=False, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(at)], check=True)


def fill(ballast: Path) -> None:
    """Take all that is free on a disk."""
    size = shutil.disk_usage(ballast.parent).free
    with ballast.open("ab") as file:
        while size > 0:
            try:
                os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), size)
            except OSError:
                size //= 2


def obey_permissions() -> None:
    """Give up root's right to pass over permissions; for a new process, before its program runs."""
    if sys.platform == "linux" and os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
