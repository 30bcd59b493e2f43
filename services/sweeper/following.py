"""
Work that follows the feed of changes, each in a thread of its own beside the sweeping.

A follower that waits for something slow (a database that is away, a web hook's receiver) keeps
neither the sweeping nor the others waiting.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Final

import structlog

from shared import clock
from shared.errors import Retryable
from shared.patience import LONGEST_WAIT, patiently
from shared.storage.feed.search_index import FOLLOWER

if TYPE_CHECKING:
    from collections.abc import Callable

    from services.sweeper.putting_off import PuttingOff
    from shared.processes.stopping import Stop
    from shared.storage import Storage

log = structlog.get_logger(__name__)

CHUNK: Final = 256
"""Changes that are indexed in one transaction: on SQLite workers wait for it meanwhile."""

UNDISTURBED: Final = 1024
"""Changes at once while no worker has a file in hand: a fifth less CPU for each (some 60 ms)."""


def index(storage: Storage, putting_off: PuttingOff) -> int:
    """
    Index the next articles for text search; return how many changes wait behind, as far as known.

    After a chunk that was not full there is a pause: while files pour in, each look would else
    find the few of the last moment, and write an index's segment (and take the lock) for them.
    """
    with storage.reading() as reading:
        if not reading.behind(FOLLOWER):
            putting_off.caught_up()
            return 0  # the common case takes no lock
        in_hand = reading.anything_in_hand()
        if not putting_off.is_due(time.monotonic(), in_hand=in_hand):
            return 0
    most = CHUNK if in_hand else UNDISTURBED
    with storage.search_feed() as feed:
        ahead = feed.next(most)
    # a power cut may undo it: how far the index has come is undone with it
    with storage.unit_of_work(hasty=True) as uow:
        done = uow.search_index.catch_up(clock.now(), most, ahead)
        uow.commit()
    if done >= most or (done and ahead.is_cut):
        return done
    putting_off.caught_up()
    return 0


def following(
    name: str,
    work: Callable[[], int],
    stop: Stop,
    pause: Callable[[], float],
    longest: float = LONGEST_WAIT,
) -> threading.Thread:
    """
    Start a thread that works until it finds nothing to do, and looks again after `pause()` seconds.

    What passes is waited out, up to `longest` seconds between two tries.
    """

    def run() -> None:
        while not stop.is_set():
            try:
                done = patiently(work, give_up=stop.is_set, sleep=stop.wait, longest=longest)
            except Retryable:
                return  # told to stop while the database was away
            except Exception:
                log.exception("follower_failed", follower=name)
                done = 0
            if not done:
                stop.wait(pause())

    thread = threading.Thread(target=run, name=name, daemon=True)
    thread.start()
    return thread
