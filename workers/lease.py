"""Keeping the leases of a batch while it is worked on, so that no one else begins it."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING, Self

import structlog

from shared import clock, owners
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from types import TracebackType

    from shared.storage import Storage

log = structlog.get_logger(__name__)


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
        self._seconds = seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._renew, name="lease", daemon=True)

    def __enter__(self) -> Self:
        """Begin to renew."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop renewing; a lease that is still held runs out by itself."""
        self._done.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._done.wait(self._seconds / 3):
            try:
                with self._storage.unit_of_work() as uow:
                    uow.deliveries.renew(self.owner, clock.now() + timedelta(seconds=self._seconds))
                    uow.commit()
            except CopydeskError as error:
                # the batch goes on; whether it is still its own is asked when it is written
                log.warning("lease_not_renewed", owner=self.owner, reason=str(error))
