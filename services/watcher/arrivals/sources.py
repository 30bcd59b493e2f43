"""Where the signs come from: inotify on Linux, nothing at all elsewhere."""

from __future__ import annotations

import errno
import select
import sys
from typing import TYPE_CHECKING

import structlog

from shared.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.watcher.arrivals.events import Event, Source, Waker

log = structlog.get_logger(__name__)


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
    from services.watcher.arrivals.inotify import Inotify  # noqa: PLC0415 - exists on Linux alone

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
