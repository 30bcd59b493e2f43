"""What reading one file may cost: time and memory, enforced inside a killable process."""

from __future__ import annotations

import contextlib
import resource
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

AGAIN_SECONDS = 1.0
"""How soon the alarm rings again, should a library have swallowed it."""


class Overtime(BaseException):
    """Reading took too long. Not an `Exception`: a parser that catches those must not stop it."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """
    Raise `Overtime` in the block after so many seconds; main thread only.

    Code that never returns to the interpreter is out of its reach: for that the pool child is
    killed by Celery's own time limit, and the ledger counts the attempt.
    """

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise Overtime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


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
