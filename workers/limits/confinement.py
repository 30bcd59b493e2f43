"""
What a parser may not do while it reads a stranger's file: reach the network, or leave a trace.

A worker's process needs the database and the broker, so neither can be taken from the whole of it;
but its reading thread needs nothing while it reads. The interpreter tells of each socket, program
and file that is opened (PEP 578), and is refused here. That holds for Python and what is called
through it; a library's own C code is not seen, so the XML parser is told to reach nothing too.
"""

from __future__ import annotations

import functools
import os
import sys
import tempfile
import threading
from typing import Any, Final

REACHING: Final = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo"}
    | {"socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"}
    | {"subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn"}
    | {"os.spawn", "os.kill", "pty.spawn", "ctypes.dlopen"}
)
"""Other machines, other programs."""

CHANGING: Final = frozenset(
    {"os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"}
    | {"os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "os.mkfifo"}
)
"""Files, other than by opening them; the path is the first argument."""

WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_state = threading.local()

_installed = False


class Confined(PermissionError):
    """
    A parser tried to do more than to read its file.

    An `OSError`, since that is what a module expects that cannot keep its compiled form.
    """


class Confinement:
    """
    Refuses this thread the network, programs, and files but below `writable` or the scratch folder.

    `writable` are real paths. The rest of the process goes on as before. Raises `Confined` where
    it was tried.
    """

    __slots__ = ("_before", "_writable")

    def __init__(self, *writable: str) -> None:
        """Take the paths below which files may be written."""
        _install()
        self._writable = (_scratch(), os.devnull, *writable)

    def __enter__(self) -> None:
        """Begin to refuse."""
        self._before = getattr(_state, "writable", None)
        _state.writable = self._writable

    def __exit__(self, *_: object) -> None:
        """Refuse no more than before."""
        _state.writable = self._before


@functools.cache
def _scratch() -> str:
    return os.path.realpath(tempfile.gettempdir())


def _install() -> None:
    """Let the interpreter ask, from now until the process ends: a hook cannot be taken away."""
    global _installed  # noqa: PLW0603 - once for each process
    if not _installed:
        _installed = True
        sys.addaudithook(_look)


def _look(event: str, arguments: tuple[Any, ...], state: threading.local = _state) -> None:
    # asked until the interpreter has ended, when the names of this module are gone
    writable = getattr(state, "writable", None)
    if writable is None:
        return
    if event == "open":
        if arguments[2] & WRITING:
            _refuse_outside(event, arguments[0], writable)
    elif event in REACHING:
        raise Confined(f"reading it called for {event}, which is refused")
    elif event in CHANGING:
        _refuse_outside(event, arguments[0], writable)


def _refuse_outside(event: str, path: Any, writable: tuple[str, ...]) -> None:  # noqa: ANN401 - a path or a descriptor
    """Raise `Confined` for a path outside; a descriptor was opened, and looked at, before."""
    if isinstance(path, int):
        return
    real = os.path.realpath(os.fsdecode(path))
    if not any(real == folder or real.startswith(f"{folder}/") for folder in writable):
        raise Confined(f"reading it called for {event} of {real}, which is refused")
