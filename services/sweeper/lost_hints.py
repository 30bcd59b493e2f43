"""
When a message must have been lost, so that the delivery that it named is hinted at again.

Pure. A message sent twice costs a millisecond and does nothing; one that is waited for in vain
strands a file. So each sign of a loss is taken for one:

- the queue is empty, and a worker would have begun long since;
- the broker was started again: what it did not write to its disk in time is gone;
- however deep the queue is, nothing waits in it for so long.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

DEEP_FACTOR: Final = 60
"""A full queue is worked off in far less than so many times the wait at an empty one."""


class LostHints:
    """Remembers when the broker was started again."""

    def __init__(self, seconds: float) -> None:
        """Wait so long for a worker to begin what an empty queue no longer holds."""
        self._wait = timedelta(seconds=seconds)
        self._run: str | None = None
        self._restarted_at: datetime | None = None

    def seen(self, run: str, now: datetime) -> None:
        """Take note of the broker's present run."""
        if self._run is not None and run != self._run:
            self._restarted_at = now
        self._run = run

    def before(self, now: datetime, *, empty: bool) -> datetime:
        """Return the moment: what was hinted before it and not begun has lost its message."""
        lost = now - (self._wait if empty else self._wait * DEEP_FACTOR)
        if self._restarted_at is None or self._restarted_at > now:
            return lost
        return max(lost, self._restarted_at)
