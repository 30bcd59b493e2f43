"""Other processes: which are alive, and that children do not outlive their parents."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

PR_SET_NAME = 15
PR_SET_PDEATHSIG = 1
"""`prctl(2)`: the signal that this process gets when its parent dies."""

ENDED = "Z"
STOPPED = ("T", "t")
"""`proc(5)`: ended and not waited for; stopped by a signal, or by a debugger."""


def die_with_parent(number: int = signal.SIGKILL) -> None:
    """Ask Linux to send this process a signal when its parent dies; elsewhere do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that ended and waits for its parent does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # another user's
    state = _state(pid)
    return state != ENDED if state else sys.platform != "linux"


def is_stopped(pid: int) -> bool:
    """Return whether a process stands still by a signal (Linux; elsewhere nobody knows)."""
    return _state(pid) in STOPPED


def _state(pid: int) -> str:
    """Return the letter that `proc(5)` has for a process; nothing where there is none."""
    try:
        status = Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return status.rpartition(b")")[2].split()[0].decode("ascii")


def be_called(name: str) -> None:
    """Show this process under a name of at most 15 bytes in `ps -e` and `top` (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_NAME, name.encode()[:15])
