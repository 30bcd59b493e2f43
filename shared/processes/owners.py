"""
Names of the processes that hold leases, and whether such a process is still there.

A lease that is no longer renewed ends by itself, but that takes its time. A process of this very
machine that has ended will never renew again: its name says so at once. And one that is there,
however busy, is not taken for dead.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import secrets
import socket
from enum import Enum, auto
from pathlib import Path

from shared.processes.alive import is_alive, is_stopped


class Presence(Enum):
    """What can be known of an owner from here."""

    THERE = auto()
    """It runs on this machine."""
    GONE = auto()
    """It ran on this machine, and has ended."""
    UNKNOWN = auto()
    """Another machine's or container's, or stopped by a signal: only its renewals tell."""


def new_name() -> str:
    """Return a name for this process as an owner (`host:pid:…`); no other call gives the same."""
    return name_of(os.getpid())


def name_of(pid: int) -> str:
    """Return a name that a process of this machine could have as an owner."""
    return f"{socket.gethostname()}:{pid}:{place()}-{secrets.token_hex(4)}"


def presence(owner: str) -> Presence:
    """Return what can be known of the process that has this name."""
    _host, _colon, rest = owner.partition(":")
    pid, _colon, where = rest.partition(":")
    if where.partition("-")[0] != place() or not pid.isdecimal():
        return Presence.UNKNOWN
    if not is_alive(int(pid)):
        return Presence.GONE
    return Presence.UNKNOWN if is_stopped(int(pid)) else Presence.THERE


@functools.cache
def place() -> str:
    """Return a word for where process ids mean the same: one start of a machine or container."""
    told = [socket.gethostname()]
    for source in ("/proc/sys/kernel/random/boot_id", "/proc/self/ns/pid"):
        path = Path(source)
        with contextlib.suppress(OSError):  # other systems than Linux have neither
            told.append(str(path.readlink()) if path.is_symlink() else path.read_text("ascii"))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:8]
