"""The child processes of `up`: started together, started again when they die, ended in order."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import structlog

from services.supervisor.forked import Forked
from shared.processes.alive import die_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = structlog.get_logger(__name__)

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 5.0
STEADY_SECONDS = 5.0
"""A child that lived so long did not fail at its start: it begins again as for the first time."""


class Process(Protocol):
    """What a child needs of its process; `subprocess.Popen` and `Forked` both have it."""

    pid: int

    def poll(self) -> int | None:
        """Return the exit status, None while it runs."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; raises `subprocess.TimeoutExpired`."""

    def send_signal(self, sig: int, /) -> None:
        """Send a signal, if it runs."""


def program(command: Sequence[str]) -> Callable[[], Process]:
    """Return what starts a program in a session of its own: Ctrl-C is the supervisor's."""

    def start() -> Process:
        return subprocess.Popen(  # noqa: S603 - our own command
            command,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            # the supervisor has one thread, so this runs safely between fork and exec
            preexec_fn=_follow_parent,  # noqa: PLW1509
        )

    return start


def module(name: str) -> Callable[[], Process]:
    """Return what starts a Python module with all that is imported here: see `forked`."""
    return lambda: Forked(name)


@dataclass
class Child:
    """One role as a process of its own."""

    role: str
    launch: Callable[[], Process]
    grace_seconds: float = 5.0
    """How long it may take to end when it is asked to."""
    process: Process | None = None
    _pause: float = FIRST_PAUSE
    _started: float = 0.0
    _not_before: float = 0.0

    def start(self) -> None:
        """Start the process."""
        self.adopt(self.launch())

    def adopt(self, process: Process) -> None:
        """Take a process that was started by other means than its launch."""
        self._started = time.monotonic()
        self.process = process

    def status(self) -> int | None:
        """Return the exit status of a process that ended, None of one that runs."""
        return self.process.poll() if self.process is not None else None

    def check(self) -> None:
        """Start the process again if it died, after a pause that grows."""
        now = time.monotonic()
        status = self.status()
        if status is not None:
            if now - self._started > STEADY_SECONDS:
                self._pause = FIRST_PAUSE
            log.error("role_died", died=self.role, status=status, again_in=self._pause)
            self.process = None
            self._not_before = now + self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        if self.process is None and now >= self._not_before:
            self._start_again(now)

    def _start_again(self, now: float) -> None:
        try:
            self.start()
        except OSError as error:  # no memory or no process left: a moment later there may be
            log.error("role_not_started", wanted=self.role, reason=str(error))  # noqa: TRY400 - no defect
            self._not_before = now + self._pause

    def ask_to_end(self) -> None:
        """Send SIGTERM, if it lives."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)

    def end(self) -> None:
        """Wait until it has ended; beyond its grace it is killed, with all its children."""
        if self.process is None:
            return
        try:
            self.process.wait(self.grace_seconds)
        except subprocess.TimeoutExpired:
            log.warning("role_killed", killed=self.role, after_seconds=self.grace_seconds)
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _follow_parent() -> None:
    die_with_parent(signal.SIGTERM)
