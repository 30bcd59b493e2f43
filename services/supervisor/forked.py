"""
A Python module as a process that shares what its parent imported.

Four roles that each import SQLAlchemy and redis take four times their second of CPU; forked, they
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
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import structlog

from shared.config import ROOT
from shared.loading import no_collection
from shared.processes.alive import be_called, die_with_parent

if TYPE_CHECKING:
    from collections.abc import Sequence

log = structlog.get_logger(__name__)

GATE = 3
"""The descriptor of a child's gate: standard input, output and error come before it."""

MOST_DESCRIPTORS = 4096
"""More than a supervisor has open."""

POLL_SECONDS = 0.02


class Gate:
    """What a child waits at, its modules imported, until its parent has all in place for it."""

    def __init__(self, ahead: str) -> None:
        """Begin closed; `ahead` is the module that the child imports on its way there."""
        self.ahead = ahead
        self.reader, self._writer = os.pipe()

    def open(self) -> None:
        """Let the child go on."""
        os.write(self._writer, b"!")
        self.close()

    def close(self) -> None:
        """Let go of the gate; a child that still waits there ends."""
        os.close(self._writer)
        os.close(self.reader)


class Forked:
    """Runs `python -m name …` in a fork of this process; the caller must have one thread."""

    def __init__(
        self, name: str, arguments: Sequence[str] = (), *, gate: Gate | None = None
    ) -> None:
        """Fork; with a gate the child waits there before it runs the module."""
        sys.stdout.flush()
        sys.stderr.flush()
        self._status: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _become(name, arguments, gate)

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


def _become(name: str, arguments: Sequence[str], gate: Gate | None) -> NoReturn:
    """Run the module as the main program of a process of its own, and end with its status."""
    status = 1
    try:
        _let_go(gate)
        be_called(f"desk-{name.rpartition('.')[2]}")
        if gate is not None:
            _wait_at(gate)
        sys.argv = [name, *arguments]
        runpy.run_module(name, run_name="__main__", alter_sys=True)
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as error:  # nothing may unwind into the parent's code
        if logging.getLogger().handlers:
            log.critical("process_failed", exc_info=error)
        else:  # it broke before its log was there
            os.write(2, traceback.format_exc().encode())
    finally:
        logging.shutdown()
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _wait_at(gate: Gate) -> None:
    """Import what will be needed, and wait for the parent's word."""
    with no_collection():
        import_module(gate.ahead)
    with os.fdopen(GATE, "rb") as opened:
        if not opened.read(1):
            raise SystemExit("the parent ended before this role could begin")


def _let_go(gate: Gate | None) -> None:
    """Leave the parent's session, signals, files (its lock among them) and log behind."""
    os.setsid()
    die_with_parent(signal.SIGTERM)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    for handler in logging.getLogger().handlers[:]:
        logging.getLogger().removeHandler(handler)
        handler.close()  # now: its file's descriptor may be another's in a moment
    if gate is not None:
        os.dup2(gate.reader, GATE)
    os.closerange(GATE if gate is None else GATE + 1, MOST_DESCRIPTORS)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.chdir(ROOT)
    gc.freeze()  # what was imported stays in pages that the parent shares
