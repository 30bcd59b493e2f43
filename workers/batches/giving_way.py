"""
When a long import gives way: live files that wait are taken in between.

A container of a million items keeps a pool child for hours, and two of them keep both children of
a small machine. So a child that reads for the bulk lane looks at the ledger now and then, and takes
to their outcome what was dropped meanwhile and nobody else has taken; the messages that name those
files come later and find nothing to do.
"""

from __future__ import annotations

import contextlib
import time
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from shared.domain.delivery import Lane
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from shared.storage import Storage

LOOK_SECONDS: Final = 0.05
"""Between two looks, each of a quarter of a millisecond."""

GRACE: Final = timedelta(seconds=0.03)
"""A child that has nothing to do takes a dropped file sooner than that."""

AT_ONCE: Final = 64
"""Files taken at one look: the import goes on too."""


def live_files(storage: Storage, now: datetime) -> list[UUID]:
    """Return live files that wait and nobody took; a database that is away has none to tell of."""
    with contextlib.suppress(Retryable), storage.reading() as reading:
        return reading.waiting_ids(Lane.LIVE, now=now, before=now - GRACE, limit=AT_ONCE)
    return []


class GivingWay:
    """Says when it is time to look; one for each process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin: the first look is due a while after the first item."""
        self._clock = clock
        self._looked = clock()

    def is_due(self) -> bool:
        """Return whether to look now; then the next look is due a while later."""
        now = self._clock()
        if now - self._looked < LOOK_SECONDS:
            return False
        self._looked = now
        return True
