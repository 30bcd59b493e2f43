"""What a stack takes while it is hurt: the memory of each role, and its log, at their largest."""

from __future__ import annotations

import contextlib
import resource
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.e2e.running import ROLES

if TYPE_CHECKING:
    from tests.chaos.stack import Stack

MB: Final = 1024 * 1024


class Sizes:
    """Megabytes by what has them, each the largest that was seen."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self.largest: dict[str, float] = {}

    def look(self, stack: Stack) -> None:
        """Look once; who is dead at this moment has none."""
        for role in ROLES:
            self._see(role, sum(map(resident, stack.role(role))))
        self._see("pool child", max(map(resident, stack.pool()), default=0))
        self._see("all logs", sum(map(_size, stack.settings.logs.glob("*"))))
        self._see("database", _size(stack.home / "copydesk.db"))

    def _see(self, what: str, size: int) -> None:
        if size:
            self.largest[what] = max(self.largest.get(what, 0.0), size / MB)


def resident(pid: int) -> int:
    """Return the bytes of memory that a process has; 0 for one that is gone."""
    with contextlib.suppress(OSError, IndexError, ValueError):
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
        return int(pages) * resource.getpagesize()
    return 0


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0
