"""What can go wrong: each kind of fault, how it is made, and how it is taken back."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from tests.chaos.clocked import OFFSET_FILE
from tests.chaos.disk import fill

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from tests.chaos.stack import Stack

LONGEST: Final = 2.5
"""Seconds that a fault lasts at the most, where it lasts."""

CLOCK_STEPS: Final = (-7200.0, -900.0, -60.0, 0.0, 300.0)
"""Seconds; back by more than any wait of ours, and a little forward."""


class Fault(StrEnum):
    """The kinds; each is tried wherever the set-up and this machine allow it."""

    KILL_WATCHER = "kill watcher"
    KILL_WORKER = "kill worker"
    KILL_CHILD = "kill pool child"
    KILL_SWEEPER = "kill sweeper"
    KILL_BROKER = "kill broker"
    KILL_BROKER_FORGETFUL = "kill broker, its file lost"
    KILL_DATABASE = "kill database"
    KILL_EVERYTHING = "kill everything"
    PAUSE_WATCHER = "pause watcher"
    PAUSE_WORKER = "pause worker"
    PAUSE_CHILD = "pause pool child"
    PAUSE_SWEEPER = "pause sweeper"
    PAUSE_BROKER = "pause broker"
    PAUSE_DATABASE = "pause database"
    DISK_FULL = "disk full"
    NO_PERMISSION = "no permission"
    CLOCK_SET = "clock set"


RARE: Final = {Fault.KILL_EVERYTHING: 0.2}
"""Weights other than 1: after a power cut nothing else can be hurt for some seconds."""


class Faults:
    """Makes faults in a stack, each by a seeded choice of victim and length."""

    def __init__(self, stack: Stack, chosen: random.Random) -> None:
        """Take what is to be hurt, and what decides."""
        self._stack = stack
        self._chosen = chosen
        self._makers: dict[Fault, Callable[[], bool]] = {
            Fault.KILL_WATCHER: lambda: self._kill(stack.role("watcher")),
            Fault.KILL_WORKER: lambda: self._kill(stack.role("worker")),
            Fault.KILL_CHILD: lambda: self._kill(self._one(stack.pool())),
            Fault.KILL_SWEEPER: lambda: self._kill(stack.role("sweeper")),
            Fault.KILL_BROKER: lambda: self._kill_broker(forget=False),
            Fault.KILL_BROKER_FORGETFUL: lambda: self._kill_broker(forget=True),
            Fault.KILL_DATABASE: self._kill_database,
            Fault.KILL_EVERYTHING: self._kill_everything,
            Fault.PAUSE_WATCHER: lambda: self._pause(stack.role("watcher")),
            Fault.PAUSE_WORKER: lambda: self._pause([*stack.role("worker"), *stack.pool()]),
            Fault.PAUSE_CHILD: lambda: self._pause(self._one(stack.pool())),
            Fault.PAUSE_SWEEPER: lambda: self._pause(stack.role("sweeper")),
            Fault.PAUSE_BROKER: lambda: self._pause(stack.broker()),
            Fault.PAUSE_DATABASE: lambda: self._pause(stack.server()),
            Fault.DISK_FULL: self._fill_disk,
            Fault.NO_PERMISSION: self._take_permissions,
            Fault.CLOCK_SET: self._set_clock,
        }

    @property
    def possible(self) -> list[Fault]:
        """The kinds that this set-up and this machine allow."""
        without = set() if self._stack.postgres else {Fault.KILL_DATABASE, Fault.PAUSE_DATABASE}
        if not self._stack.disk:
            without.add(Fault.DISK_FULL)
        return [fault for fault in Fault if fault not in without]

    def make(self, fault: Fault) -> bool:
        """Make a fault and take back what lasts; return whether there was anything to hurt."""
        return self._makers[fault]()

    def _one(self, pids: list[int]) -> list[int]:
        return [self._chosen.choice(pids)] if pids else []

    def _for_a_while(self) -> None:
        time.sleep(self._chosen.uniform(0.2, LONGEST))

    def _kill(self, pids: list[int]) -> bool:
        for pid in pids:
            _signal(pid, signal.SIGKILL)
        return bool(pids)

    def _pause(self, pids: list[int]) -> bool:
        for pid in pids:
            _signal(pid, signal.SIGSTOP)
        self._for_a_while()
        for pid in pids:
            _signal(pid, signal.SIGCONT)
        return bool(pids)

    def _kill_broker(self, *, forget: bool) -> bool:
        if not self._stack.broker():
            return False
        self._stack.kill_broker(forget=forget)
        self._for_a_while()
        self._stack.start_servers()
        return True

    def _kill_database(self) -> bool:
        pids = self._stack.server()
        self._kill(pids)
        assert self._stack.postgres is not None
        self._stack.postgres.process.wait()
        self._for_a_while()
        self._stack.start_servers()
        return bool(pids)

    def _kill_everything(self) -> bool:
        self._stack.desk.kill_everything()
        self._stack.desk.up()
        return True

    def _fill_disk(self) -> bool:
        ballast = self._stack.home / "ballast"
        fill(ballast)
        self._for_a_while()
        ballast.unlink()
        return True

    def _take_permissions(self) -> bool:
        folder = self._chosen.choice(self._folders())
        mode = folder.stat().st_mode
        folder.chmod(0)
        self._for_a_while()
        folder.chmod(mode)
        return True

    def _folders(self) -> list[Path]:
        settings = self._stack.settings
        kept = sorted(path for path in settings.raw.iterdir() if path.is_dir())
        return [settings.inbox, settings.raw, *kept, settings.quarantine, settings.logs]

    def _set_clock(self) -> bool:
        offset = self._chosen.choice(CLOCK_STEPS)
        (self._stack.home / OFFSET_FILE).write_text(str(offset), encoding="ascii")
        return True


def _signal(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
