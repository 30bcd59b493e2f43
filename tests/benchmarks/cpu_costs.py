"""CPU time by phase, of this process and of the one that serves its database."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PHASES = ("sign", "look up", "decide", "write", "commit")


@dataclass(slots=True)
class Costs:
    """CPU seconds by phase; `server` is the database's own share of all of them."""

    own: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PHASES, 0.0))
    server: float = 0.0
    articles: int = 0
    candidates: int = 0

    @contextlib.contextmanager
    def of(self, phase: str) -> Iterator[None]:
        """Count what happens inside to a phase."""
        started = time.process_time()
        yield
        self.own[phase] += time.process_time() - started

    @property
    def step(self) -> float:
        """Microseconds an article under the lock: all but signing."""
        return (
            1e6 * (sum(self.own.values()) - self.own["sign"] + self.server) / max(self.articles, 1)
        )


def cpu_of(pid: int | None) -> float:
    """Return the CPU seconds that another process of this machine has had."""
    if pid is None:
        return 0.0
    ticks = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
