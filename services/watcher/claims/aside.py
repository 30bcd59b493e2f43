"""
What takes long of a large file, done beside the watcher's own thread by one of its own.

It only prepares: bytes are copied, hashed and flushed here, and all of it may be done twice. What
a file is and whose stands in the name of its claim, and the watcher's thread alone writes rows and
releases claims, so a crash finds the same claims as without this. Both threads use the raw store as
a watcher and an import do that run at once: each through a store of its own.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from services.watcher.claims.taking import Claims
from shared.patience import patiently
from shared.raw import open_raw, store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from services.watcher.arrivals.access import Sighted
    from services.watcher.arrivals.leases import Prover
    from services.watcher.claims.taking import Claim, Step
    from shared.config import Settings
    from shared.domain.delivery import Delivery
    from shared.raw import RawStore

LARGE: Final = 16 * 1024 * 1024
"""Bytes from which a file is large: fewer are hashed and flushed within a tenth of a second."""

MOST_ASIDE: Final = 64
"""Large files that are claimed and wait for their turn; beyond them they wait in the inbox."""

Result = TypeVar("Result")


class Aside:
    """Large files on their way, one after the other, in the order in which they came."""

    def __init__(
        self,
        settings: Settings,
        prover: Prover,
        after: Callable[[Step], None],
        wake: Callable[[], None],
    ) -> None:
        """Begin with none; `wake` is called, in the other thread, when one has ended."""
        self._settings = settings
        self._prover = prover
        self._after = after
        self._wake = wake
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._stopping = threading.Event()
        self._begun: deque[tuple[str, Future[Any], Callable[[], None]]] = deque()

    def __contains__(self, path: str) -> bool:
        """Return whether a file of that path below the inbox is on its way."""
        return any(path == each for each, _ended, _finish in self._begun)

    @property
    def full(self) -> bool:
        """Whether no more should be claimed for now."""
        return len(self._begun) >= MOST_ASIDE

    def fetch(
        self, file: Sighted, claim: Claim, then: Callable[[Callable[[], None]], None]
    ) -> None:
        """Copy a file from another disk into its claim, as `Claims.fetch` does."""
        own = file.handed_over()

        def work(claims: Claims, _store: RawStore) -> None:
            claims.fetch(own, claim)

        def let_go() -> None:
            own.close()
            os.close(own.folder)

        self._begin(claim, work, then, let_go)

    def keep(self, claim: Claim, then: Callable[[Callable[[], Delivery | None]], None]) -> None:
        """Keep the bytes of a claim, as `Claims.keep` does, and flush them."""

        def work(claims: Claims, store: RawStore) -> Delivery | None:
            with store_failures():
                delivery = claims.keep(claim)
            if delivery is not None:
                self._flush(store, delivery.sha256)
            return delivery

        self._begin(claim, work, then)

    def _flush(self, store: RawStore, sha256: str) -> None:
        """Make bytes last; while the store is away nobody hashes gigabytes again and again."""

        def flush() -> None:
            with store_failures():
                store.sync({sha256})

        patiently(flush, give_up=self._stopping.is_set, sleep=self._stopping.wait)

    def _begin(
        self,
        claim: Claim,
        work: Callable[[Claims, RawStore], Result],
        then: Callable[[Callable[[], Result]], None],
        let_go: Callable[[], None] = lambda: None,
    ) -> None:
        """Let work be done; `let_go` is called at its end, failed before it began or cancelled."""
        ended = self._thread.submit(self._work, work)
        self._begun.append((claim.relative, ended, partial(then, ended.result)))
        ended.add_done_callback(lambda _ended: let_go())
        ended.add_done_callback(lambda _ended: self._wake())

    def _work(self, work: Callable[[Claims, RawStore], Result]) -> Result:
        with contextlib.closing(open_raw(self._settings)) as store:
            return work(Claims(store, self._prover, self._after), store)

    def ended(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield the path of each file that is through, and what goes on with it where it failed."""
        while self._begun and self._begun[0][1].done():
            path, _ended, finish = self._begun.popleft()
            yield path, finish

    def stop(self) -> None:
        """End with the file in hand; the claims of the others are carried on by the next start."""
        self._stopping.set()
        self._thread.shutdown(cancel_futures=True)
