"""
Where the signs come from: inotify on Linux, nothing at all elsewhere.

Events are a matter of speed, never of correctness: the scan finds whatever they miss. So a lost
event (the kernel's queue overflows at `fs.inotify.max_queued_events`) only asks for a scan.
"""

from __future__ import annotations

import errno
import os
import select
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

import structlog

from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.watcher.stability import Sign

log = structlog.get_logger(__name__)

LONGEST_READ: Final = 256 * 1024
"""Bytes of events taken at once: several thousand; the rest stays in the kernel's queue."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file of this path is worth a look."""

    path: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class FolderArrived:
    """A folder was made or moved in: what it holds already had no event."""

    path: str


@dataclass(frozen=True, slots=True)
class EventsLost:
    """The kernel dropped events, or the inbox itself was replaced."""


Event: TypeAlias = "Arrived | FolderArrived | EventsLost"


class Source(Protocol):
    """Tells of events below the inbox."""

    mode: str
    """`events` or `poll`, for the log."""

    def watch(self, relative: str, folder: int) -> bool:
        """Watch an open folder; return False when it must be polled instead."""
        ...

    def wait(self, seconds: float) -> Iterator[Event]:
        """Wait for events, at most so long, and yield them; a wake-up ends the wait early."""
        ...

    def close(self) -> None:
        """Stop watching."""
        ...


class Waker:
    """Ends a wait from a signal handler or another thread."""

    def __init__(self) -> None:
        """Make the pipe that the waiter listens to."""
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.reader, False)
        os.set_blocking(self.writer, False)

    def wake(self) -> None:
        """End the present wait, or the next one at once."""
        try:
            os.write(self.writer, b"\0")
        except BlockingIOError:
            return  # the pipe is full: it is awake already

    def drain(self) -> None:
        """Forget the wake-ups so far."""
        try:
            while os.read(self.reader, 4096):
                pass
        except BlockingIOError:
            return

    def close(self) -> None:
        """Close the pipe."""
        os.close(self.reader)
        os.close(self.writer)


class NoEvents:
    """The source where the kernel tells nothing: every folder is polled."""

    mode = "poll"

    def __init__(self, waker: Waker) -> None:
        """Wait on the waker alone."""
        self._waker = waker
        self._poller = select.poll()
        self._poller.register(waker.reader, select.POLLIN)

    def watch(self, relative: str, folder: int) -> bool:  # noqa: ARG002 - the protocol's own names
        """Say that the folder must be polled."""
        return False

    def wait(self, seconds: float) -> Iterator[Event]:
        """Sleep, and tell nothing."""
        if self._poller.poll(seconds * 1000):
            self._waker.drain()
        return iter(())

    def close(self) -> None:
        """Let go of nothing."""


def open_source(mode: str, waker: Waker) -> Source:
    """Return the best source that this system has; `mode` is `auto`, `events` or `poll`."""
    if mode == "poll" or sys.platform != "linux":
        return NoEvents(waker)
    from services.watcher.inotify import Inotify  # noqa: PLC0415 - exists on Linux alone

    try:
        return Inotify(waker)
    except OSError as error:
        # too many instances, or a kernel without inotify
        if error.errno not in {errno.EMFILE, errno.ENOSYS}:
            raise
        remedy = "raise fs.inotify.max_user_instances, or set COPYDESK_WATCH=poll"
        if mode == "events":
            raise UserError(f"the kernel gives no file events ({error}): {remedy}") from error
        log.warning("no_events", reason=str(error), then="polling", remedy=remedy)
        return NoEvents(waker)
