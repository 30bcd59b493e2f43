"""
Who is ready on this machine: a small file for each process, for `up`, `doctor`, health checks.

There may be several workers on a home: `up`'s own, and those that someone started beside it.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from shared.processes.alive import is_alive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.config import Settings


ROLES = ("worker", "watcher", "sweeper", "api")
"""Who works; each says itself when it is ready."""

UP = "up"
"""The role of whoever starts the others again when they die."""


def begin(settings: Settings, role: str) -> None:
    """
    Say that this process begins: it is to be ready, and is not yet.

    A container that starts again has the pids of the one before it, and may have its files.
    """
    _own(settings, role).unlink(missing_ok=True)


def ready(settings: Settings, role: str) -> None:
    """Say that this process does the work of a role from now on."""
    for place, pid in _places(settings, role):
        if not is_alive(pid):  # it was killed; its number may be another's one day
            place.unlink(missing_ok=True)
    own = _own(settings, role)
    own.parent.mkdir(parents=True, exist_ok=True)
    own.touch()


def over(settings: Settings, role: str) -> None:
    """Say that this process does not do the work of a role any more."""
    _own(settings, role).unlink(missing_ok=True)


def forget(settings: Settings, role: str) -> None:
    """Forget who did the work of a role: what is asked next is who has said so since."""
    for place, _ in _places(settings, role):
        place.unlink(missing_ok=True)


def pids(settings: Settings, role: str) -> list[int]:
    """Return the processes of this machine that do the work of a role, and live."""
    return [pid for _, pid in _places(settings, role) if is_alive(pid)]


def is_ready(settings: Settings, role: str) -> bool:
    """Return whether a process of this machine does the work of a role, and lives."""
    return bool(pids(settings, role))


def since(settings: Settings, role: str) -> float | None:
    """Return when the first of those processes said so, as a Unix time; None without any."""
    times = []
    for place, pid in _places(settings, role):
        with contextlib.suppress(FileNotFoundError):  # it ended while we look
            if is_alive(pid):
                times.append(place.stat().st_mtime)
    return min(times, default=None)


def _places(settings: Settings, role: str) -> Iterator[tuple[Path, int]]:
    """Yield the file and the pid of each process that said so."""
    for place in (settings.run / "ready").glob(f"{role}-*"):
        pid = place.name.rpartition("-")[2]
        if pid.isdecimal():
            yield place, int(pid)


def _own(settings: Settings, role: str) -> Path:
    return settings.run / "ready" / f"{role}-{os.getpid()}"
