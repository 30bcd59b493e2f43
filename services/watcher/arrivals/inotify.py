"""The kernel's own events (`inotify(7)`), as they are: nothing filtered, merged or delayed."""

from __future__ import annotations

import errno
import os
import select
from typing import TYPE_CHECKING, Final

from inotify_simple import INotify, flags, parse_events

from services.watcher.arrivals.events import (
    LONGEST_READ,
    Arrived,
    Event,
    EventsLost,
    FolderArrived,
    Waker,
)
from services.watcher.arrivals.stability import Sign
from shared.litter import left_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE_SIGNS: Final = {
    flags.CLOSE_WRITE: Sign.CLOSED,
    flags.MOVED_TO: Sign.MOVED,
    flags.CREATE: Sign.CREATED,
}

WATCHED: Final = (
    flags.CLOSE_WRITE
    | flags.MOVED_TO
    | flags.CREATE
    | flags.MOVED_FROM
    | flags.DELETE_SELF
    | flags.MOVE_SELF
    | flags.ONLYDIR
    | flags.EXCL_UNLINK
)


class Inotify:
    """Watches folders, each by itself; knows which path each watch stands for."""

    mode = "events"

    def __init__(self, waker: Waker) -> None:
        """Open an inotify instance; raises `OSError` when there are too many."""
        self._inotify = INotify(nonblocking=True)
        self._waker = waker
        self._paths: dict[int, str] = {}
        self._poller = select.poll()
        self._poller.register(self._inotify.fileno(), select.POLLIN)
        self._poller.register(waker.reader, select.POLLIN)

    def watch(self, relative: str, folder: int) -> bool:
        """
        Watch an open folder, or learn its new path when it is watched already.

        The open folder is named through /proc, so that no link swapped in is followed. False when
        there are no more watches (fs.inotify.max_user_watches).
        """
        try:
            watch = self._inotify.add_watch(f"/proc/self/fd/{folder}", WATCHED)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.ENOENT, errno.EACCES, errno.ENOMEM}:
                return False
            raise
        self._paths[watch] = relative
        return True

    def wait(self, seconds: float) -> Iterator[Event]:
        """Wait for events, at most so long; yield what is there, in order."""
        ready = self._poller.poll(max(0.0, seconds) * 1000)
        if any(descriptor == self._waker.reader for descriptor, _mask in ready):
            self._waker.drain()
        for watch, mask, _cookie, name in parse_events(self._read()):
            event = self._event(watch, mask, name)
            if event is not None:
                yield event

    def _read(self) -> bytes:
        try:
            return os.read(self._inotify.fileno(), LONGEST_READ)
        except BlockingIOError:
            return b""

    def _event(self, watch: int, mask: int, name: str) -> Event | None:
        if mask & flags.Q_OVERFLOW:
            return EventsLost()
        folder = self._paths.get(watch)
        if folder is None:
            return None
        if mask & (flags.IGNORED | flags.DELETE_SELF | flags.MOVE_SELF | flags.UNMOUNT):
            return self._gone(watch, folder, mask)
        path = f"{folder}/{name}" if folder else name
        if left_alone(path):
            return None
        return self._folder(path, mask) if mask & flags.ISDIR else _file(path, mask)

    def _folder(self, path: str, mask: int) -> Event | None:
        if mask & flags.MOVED_FROM:
            # its watches go on under a path that may soon be another folder's
            inside = [w for w, known in self._paths.items() if f"{known}/".startswith(f"{path}/")]
            for watch in inside:
                self._forget(watch)
            return None
        return FolderArrived(path)

    def _forget(self, watch: int) -> None:
        del self._paths[watch]
        try:
            self._inotify.rm_watch(watch)
        except OSError as error:
            if error.errno != errno.EINVAL:  # the kernel has let go of it already
                raise

    def _gone(self, watch: int, folder: str, mask: int) -> Event | None:
        if mask & (flags.IGNORED | flags.DELETE_SELF | flags.UNMOUNT):
            self._paths.pop(watch, None)
        # when it is the inbox itself, only a scan can find what lies in its place
        return None if folder else EventsLost()

    def close(self) -> None:
        """Stop watching."""
        self._inotify.close()


def _file(path: str, mask: int) -> Event | None:
    for flag, sign in FILE_SIGNS.items():
        if mask & flag:
            return Arrived(path, sign)
    return None
