"""
What a source of signs tells the watcher, and how its sleep is ended.

Events are a matter of speed, never of correctness: the scan finds whatever they miss. So a lost
event (the kernel's queue overflows at `fs.inotify.max_queued_events`) only asks for a scan.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.watcher.arrivals.stability import Sign

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
        # a waiter that ends closes the pipe while another thread may be about to wake it; a signal
        # handler runs inside the thread that closes, so the lock lets the same thread in twice
        self._closing = threading.RLock()
        self._closed = False
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.reader, False)
        os.set_blocking(self.writer, False)

    def wake(self) -> None:
        """End the present wait, or the next one at once; one that has ended needs no waking."""
        with self._closing:
            if self._closed:
                return
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
        with self._closing:
            self._closed = True
        os.close(self.reader)
        os.close(self.writer)
