"""
A Python module as a process that shares what its parent imported.

Four roles that each import Celery and SQLAlchemy take four times their second of CPU; forked, they
take it once, and share the memory. What must not be shared is closed or put back to its default.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import runpy
import signal
import subprocess
import sys
import time
import traceback
from typing import TYPE_CHECKING, NoReturn

from shared.config import ROOT
from shared.processes import be_called, die_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_OWN_DESCRIPTOR = 3
"""Standard input, output and error come before it."""

MOST_DESCRIPTORS = 4096
"""More than a supervisor has open."""

POLL_SECONDS = 0.02


class Forked:
    """Runs `python -m name …` in a fork of this process; the caller must have one thread."""

    def __init__(self, name: str, arguments: Sequence[str] = ()) -> None:
        """Fork."""
        sys.stdout.flush()
        sys.stderr.flush()
        self._status: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _become(name, arguments)

    def poll(self) -> int | None:
        """Return the exit status (negative: the signal that ended it), None while it runs."""
        if self._status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; raises `subprocess.TimeoutExpired`."""
        deadline = time.monotonic() + (timeout if timeout is not None else float("inf"))
        while (status := self.poll()) is None:
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(POLL_SECONDS)
        return status

    def send_signal(self, sig: int, /) -> None:
        """Send a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, sig)


def _become(name: str, arguments: Sequence[str]) -> NoReturn:
    """Run the module as the main program of a process of its own, and end with its status."""
    status = 1
    try:
        _let_go()
        be_called(f"desk-{name.rpartition('.')[2]}")
        sys.argv = [name, *arguments]
        runpy.run_module(name, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - nothing may unwind into the parent's code
        os.write(2, traceback.format_exc().encode())
    finally:
        logging.shutdown()
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _let_go() -> None:
    """Leave the parent's session, signals, files (its lock among them) and log behind."""
    os.setsid()
    die_with_parent(signal.SIGTERM)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    for handler in logging.getLogger().handlers[:]:
        logging.getLogger().removeHandler(handler)
    os.closerange(FIRST_OWN_DESCRIPTOR, MOST_DESCRIPTORS)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.chdir(ROOT)
    gc.freeze()  # what was imported stays in pages that the parent shares
