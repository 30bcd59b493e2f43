"""How processes share a run of the tests: most tests wait for processes of their own."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.e2e.running import descendants

if TYPE_CHECKING:
    import pytest

MOST: Final = 8
"""More end no sooner: each reads all tests first, and none ends before the longest test."""

ALONE: Final = (
    *("keyword", "markexpr", "lf", "failedfirst", "newfirst", "stepwise", "usepdb", "trace"),
    *("collectonly", "showfixtures", "show_fixtures_per_test", "setuponly", "setupshow"),
)
"""Options with which few tests are meant, or their order, or a person who looks on."""

SHARED: Final = "PYTEST_XDIST_WORKER"
"""In the environment of a process that has a share of the run."""


def processes(config: pytest.Config) -> int:
    """
    Return how many processes run the tests; 0: this one alone.

    One more than there are cores, since they wait; none for single files, where the start of
    another process takes longer than the tests.
    """
    option = config.option
    if option.capture == "no" or any(getattr(option, each, False) for each in ALONE):
        return 0
    if not all(Path(named).is_dir() for named in option.file_or_dir):
        return 0
    return min(MOST, 1 + len(os.sched_getaffinity(0)))


def leave() -> None:
    """
    Kill what the test in hand started, and hear no second interrupt; fixtures end the servers.

    A process with a share is interrupted again five seconds after Ctrl-C, wherever it is then,
    and killed five later: Copydesk's own processes, which end in order, may take longer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own = Path("/proc/self/exe")
    for pid in descendants(os.getpid()):
        with contextlib.suppress(OSError):  # it ended meanwhile
            if Path(f"/proc/{pid}/exe").samefile(own):
                os.kill(pid, signal.SIGKILL)
