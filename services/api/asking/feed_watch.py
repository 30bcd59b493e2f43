"""
Waiting for the feed to go on: one look at the database for however many readers wait.

The look is a thread that lives while someone waits. It hears PostgreSQL's notifications, and looks
ten times a second on SQLite, so a reader knows of a change a moment after its commit.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from typing import TYPE_CHECKING, Final

import structlog

from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from threading import Event

    from shared.storage import Storage

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 1.0
"""Between two looks when nothing is heard; also how soon the end of the process is noticed."""


class FeedWatch:
    """Knows where the feed ends."""

    def __init__(self, storage: Storage, ending: Event) -> None:
        """Take the store, and what is set when the process shall end."""
        self._storage = storage
        self._ending = ending
        self._lock = threading.Lock()
        self._waiters: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()
        self._running = False
        self._end = 0

    async def goes_beyond(self, seq: int, seconds: float) -> bool:
        """Wait until the feed has a later number, so long at the most; return whether it has."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        with self._waiting(loop) as woken:
            while not self._ending.is_set() and (left := deadline - loop.time()) > 0:
                woken.clear()
                if self._end > seq:
                    break
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(min(left, LOOK_SECONDS)):
                        await woken.wait()
        return self._end > seq

    @property
    def is_ending(self) -> bool:
        """Whether the process shall end."""
        return self._ending.is_set()

    @contextlib.contextmanager
    def _waiting(self, loop: asyncio.AbstractEventLoop) -> Iterator[asyncio.Event]:
        """Give what is set when the feed moved; the look runs until it is left."""
        waiter = (loop, asyncio.Event())
        with self._lock:
            self._waiters.add(waiter)
            if not self._running:
                self._running = True
                threading.Thread(target=self._watch, name="feed", daemon=True).start()
        try:
            yield waiter[1]
        finally:
            with self._lock:
                self._waiters.discard(waiter)

    def _watch(self) -> None:
        """Look until nobody waits; a database that is away is looked for again."""
        while self._wanted():
            try:
                with self._storage.listening() as wait:
                    while self._wanted():
                        self._look()
                        wait(LOOK_SECONDS)
            except CopydeskError as error:
                log.debug("feed_not_seen", reason=str(error))
                self._ending.wait(LOOK_SECONDS)

    def _wanted(self) -> bool:
        with self._lock:
            self._running = bool(self._waiters) and not self._ending.is_set()
            return self._running

    def _look(self) -> None:
        with self._storage.reading() as reading:
            end = reading.last_change()
        if end == self._end:
            return
        self._end = end
        with self._lock:
            for loop, woken in self._waiters:
                loop.call_soon_threadsafe(woken.set)
