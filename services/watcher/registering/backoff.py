"""How long to leave alone what has just failed: pure, so that the loop never sleeps in it."""

from __future__ import annotations

from shared.patience import LONGEST_WAIT


class Backoff:
    """Waits double from `first` seconds to the longest; the first success ends them."""

    def __init__(self, first: float = 0.2) -> None:
        """Begin in good health."""
        self._first = first
        self._wait = first
        self.until = 0.0
        self.failures = 0

    def ready(self, now: float) -> bool:
        """Return whether it may be tried."""
        return now >= self.until

    def failed(self, now: float) -> bool:
        """Take note of a failure; return whether it is the first in a row, and worth a word."""
        self.failures += 1
        self.until = now + self._wait
        self._wait = min(self._wait * 2, LONGEST_WAIT)
        return self.failures == 1

    def succeeded(self) -> bool:
        """Take note of a success; return whether failures went before it."""
        failures, self.failures = self.failures, 0
        self._wait, self.until = self._first, 0.0
        return failures > 0
