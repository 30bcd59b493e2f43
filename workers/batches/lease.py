"""Keeping the leases of a batch while it is worked on, so that no one else begins it."""

from __future__ import annotations

import os
import threading
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Self

import structlog

from shared import clock
from shared.processes import owners

if TYPE_CHECKING:
    from types import TracebackType

    from shared.storage import Storage

log = structlog.get_logger(__name__)

SHARE: Final = 3
"""A lease is renewed when a third of its time is over."""

FAR: Final = 3600.0
"""Seconds that the thread sleeps when there is no lease; the next one wakes it."""


class Lease:
    """
    The right to work on some deliveries, renewed by a thread until the block ends.

    A worker that is stopped or killed stops renewing, and its deliveries are free again after
    `seconds`. What it may write is decided when it writes: only what the ledger says it holds.
    """

    def __init__(self, storage: Storage, seconds: float) -> None:
        """Make the owner's name, by which the sweeper knows whether this process is there."""
        self.owner = owners.new_name()
        self._storage = storage
        self.seconds = seconds
        self.due = 0.0

    def __enter__(self) -> Self:
        """Begin to renew."""
        _keeper.take(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop renewing; a lease that is still held runs out by itself."""
        _keeper.leave(self)

    def renew(self) -> None:
        """
        Keep it for another `seconds`; a database that is away is no reason to stop the work.

        Nor is anything else: where a parser has taken the memory there is, none is left for this.
        """
        try:
            # forgotten in a power cut, as the process is whose lease it is
            with self._storage.unit_of_work(hasty=True) as uow:
                uow.deliveries.renew(self.owner, clock.now() + timedelta(seconds=self.seconds))
                uow.commit()
        except Exception as error:  # noqa: BLE001 - see above
            # the batch goes on; whether it is still its own is asked when it is written
            reason = str(error) or type(error).__name__
            log.warning("lease_not_renewed", owner=self.owner, reason=reason)


class _Keeper:
    """
    The thread that renews all leases of this process, begun with the first of them.

    A thread for each batch would cost half a millisecond before its first file is read.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._held: set[Lease] = set()
        self._thread: threading.Thread | None = None
        self._wakes_at = 0.0

    def take(self, lease: Lease) -> None:
        """Renew a lease from now on."""
        lease.due = time.monotonic() + lease.seconds / SHARE
        with self._changed:
            self._held.add(lease)
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="lease", daemon=True)
                self._thread.start()
            elif lease.due < self._wakes_at:
                self._changed.notify()

    def leave(self, lease: Lease) -> None:
        """Renew it no more; a renewal that has begun ends first."""
        with self._changed:
            self._held.discard(lease)

    def _run(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                for lease in [each for each in self._held if each.due <= now]:
                    lease.due = now + lease.seconds / SHARE
                    lease.renew()
                self._wakes_at = min((each.due for each in self._held), default=now + FAR)
                self._changed.wait(self._wakes_at - now)


_keeper = _Keeper()


def _anew() -> None:
    """Begin anew in a forked child, where the thread is not."""
    global _keeper  # noqa: PLW0603 - one for each process
    _keeper = _Keeper()


os.register_at_fork(after_in_child=_anew)
