"""
Server processes that cannot outlive the tests.

A server runs in its own session, so that Ctrl-C in the terminal reaches pytest alone and pytest
ends the server in order; and the kernel ends it should pytest be killed.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


STOPPING = 10.0
"""Seconds that a server may take to end when it is asked to, before it is killed."""

LONGEST_SOCKET_FOLDER = 60
"""A Unix socket's path ends at 103 bytes on macOS; this leaves room for what lies below."""

PR_SET_PDEATHSIG = 1
"""From `linux/prctl.h`: the signal that the kernel sends when the parent dies."""


def spawn(
    command: Sequence[str | Path], log: Path, *, end: signal.Signals, **options: Any
) -> subprocess.Popen[bytes]:
    """Start a server that writes to `log` and gets the signal `end` when this process dies."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None

    def _die_with_parent() -> None:
        if libc is not None:
            libc.prctl(PR_SET_PDEATHSIG, int(end), 0, 0, 0)

    with log.open("ab") as output:
        return subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # one foreign call, made ready before the fork: safe beside threads
            preexec_fn=_die_with_parent,  # noqa: PLW1509
            **options,
        )


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when `ready()` is true; raises `RuntimeError` with the end of the log otherwise."""
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}:\n{_tail(log)}")
        if time.monotonic() > deadline:
            raise RuntimeError(f"the server did not answer in {PATIENCE:.0f} s:\n{_tail(log)}")
        time.sleep(0.01)


def end(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    """End a server in order, by force if it does not listen."""
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGCONT)  # a paused server would not hear the other signal
    process.send_signal(how)
    try:
        process.wait(STOPPING)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def short_folders() -> Iterator[Path]:
    """Yield folders for temporary files whose path is short enough for a Unix socket."""
    for folder in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER and os.access(folder, os.W_OK):
            yield Path(folder)


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-20:])
