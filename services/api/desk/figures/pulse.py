"""
What tells an open page that something moved: server-sent events.

An event is only a hint, as everywhere in Copydesk: the page then asks for itself again and takes
over what differs. So a page looks the same whether it was loaded or has been open for a day, and
an event that is lost costs nothing.
"""

from __future__ import annotations

import asyncio
import hashlib
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool

from services.api.desk.figures.settled import Settled
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from threading import Event

    from shared.storage import Storage

LOOK_SECONDS: Final = 0.5

SILENT_SECONDS: Final = 15.0
"""A line is sent at least so often: proxies close what is silent, browsers notice what is gone."""

AGAIN_MS: Final = 2000
"""When a browser shall come again after the connection broke."""


class Pulse:
    """One look at the ledger for however many pages are open."""

    def __init__(self, storage: Storage, ending: Event) -> None:
        """Take the store, and what is set when the process shall end."""
        self._storage = storage
        self._ending = ending
        self._mark = Settled(self._look)

    async def beat(self) -> AsyncIterator[str]:
        """Yield an event after each movement, the first at once, until the process ends."""
        yield f"retry: {AGAIN_MS}\n\n"
        last, silent = "", 0.0
        while not self._ending.is_set():
            mark = await run_in_threadpool(self._sure_mark)
            if mark != last:
                last, silent = mark, 0.0
                yield f"event: moved\ndata: {mark}\n\n"
            elif silent >= SILENT_SECONDS:
                silent = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(LOOK_SECONDS)
            silent += LOOK_SECONDS

    def _sure_mark(self) -> str:
        """Return the mark; while the database is away, one that says so."""
        try:
            return self._mark.get(LOOK_SECONDS) or ""
        except CopydeskError:
            return "away"

    def _look(self) -> str:
        with self._storage.reading() as reading:
            seen = repr(reading.pulse())
        return hashlib.sha256(seen.encode()).hexdigest()[:16]
