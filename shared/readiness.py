"""Who is ready on this machine: a small file for each role, for `up`, `doctor`, health checks."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from shared.processes import is_alive

if TYPE_CHECKING:
    from pathlib import Path

    from shared.config import Settings


UP = "up"
"""The role of whoever starts the others again when they die."""


def ready(settings: Settings, role: str) -> None:
    """Say that this process does the work of a role from now on."""
    place = _place(settings, role)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"{os.getpid()}\n", encoding="ascii")


def over(settings: Settings, role: str) -> None:
    """Say that nobody does the work of a role any more."""
    _place(settings, role).unlink(missing_ok=True)


def is_ready(settings: Settings, role: str) -> bool:
    """Return whether a process of this machine does the work of a role, and lives."""
    with contextlib.suppress(OSError, ValueError):
        return is_alive(int(_place(settings, role).read_text(encoding="ascii")))
    return False


def _place(settings: Settings, role: str) -> Path:
    return settings.run / "ready" / role
