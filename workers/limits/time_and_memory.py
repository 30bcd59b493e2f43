"""What reading one file may cost: time and memory, enforced inside a killable process."""

from __future__ import annotations

import contextlib
import resource
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

AGAIN_SECONDS = 1.0
"""How soon the alarm rings again, should a library have swallowed it."""

AT_ONCE_SECONDS = 0.001


class Overtime(BaseException):
    """Reading took too long. Not an `Exception`: a parser that catches those must not stop it."""


class Ending(BaseException):
    """The worker ends: what is in hand is given back. Not an `Exception`, for the same reason."""


class _State:
    """What the signal handlers of this process know."""

    reading: bool = False
    """Whether an item is being read, which may be broken off anywhere."""
    ending: bool = False


class TimeLimit:
    """
    Raises `Overtime` in each block that takes longer than so many seconds; main thread only.

    Code that never returns to the interpreter is out of its reach: see `watchdog`.
    """

    __slots__ = ("_seconds",)

    def __init__(self, seconds: float) -> None:
        """Take the alarm: once for many blocks, for it costs more than all the rest of one."""
        self._seconds = seconds
        signal.signal(signal.SIGALRM, _ring)

    def __enter__(self) -> None:
        """Begin a block; of a process that was told to end, one that is broken off at once."""
        signal.setitimer(signal.ITIMER_REAL, self._seconds, AGAIN_SECONDS)
        _State.reading = True
        if _State.ending:  # told between two blocks, or just now: then no alarm is set for it
            signal.setitimer(signal.ITIMER_REAL, AT_ONCE_SECONDS, AGAIN_SECONDS)

    def __exit__(self, *_: object) -> None:
        """End it."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        _State.reading = False


def _ring(_signal: int, _frame: FrameType | None) -> None:
    """End what is being read; an alarm that comes too late ends nothing."""
    if _State.reading:
        raise Ending if _State.ending else Overtime


def end_soon(_signal: int = 0, _frame: FrameType | None = None) -> None:
    """Let `Ending` be raised: at once in a read, else where `raise_if_ending` asks; a handler."""
    _State.ending = True
    if _State.reading:
        signal.setitimer(signal.ITIMER_REAL, AT_ONCE_SECONDS, AGAIN_SECONDS)


def is_ending() -> bool:
    """Return whether this process was told to end."""
    return _State.ending


def raise_if_ending() -> None:
    """Raise `Ending` when this process was told to end."""
    if is_ending():
        raise Ending


def limit_memory(megabytes: int) -> None:
    """
    Let this process grow by so much address space; beyond it, `MemoryError` is raised.

    Counted from what is mapped already: libraries reserve far more than they use.
    """
    mapped = _mapped_bytes()
    if mapped is None:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mapped + megabytes * 1024 * 1024
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _mapped_bytes() -> int | None:
    """Return this process's address space, where the system tells (Linux)."""
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * resource.getpagesize()
    return None
