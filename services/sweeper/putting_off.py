"""
When the words for the search are made: at once where nothing is read, later where something is.

Pure. An article can be read without them, and they cost a small text a quarter of its CPU, on the
cores that read and in the database that is written to. So they are put off while workers have files
in hand, but never for longer than the users of the search are told: an import of days is found as
it grows, a burst when it is over.
"""

from __future__ import annotations

import math
from typing import Final

SOONER: Final = 5
"""How many times sooner the next look comes while words are put off: the cores may be free then."""


class PuttingOff:
    """Remembers since when there are words to be made."""

    def __init__(self, seconds: float, look: float) -> None:
        """
        Put off for so many seconds at the most, 0: never; look every so many where none miss.

        Nobody knows how long those wait that are missing at the start: they are made at once. A
        sweeper that is started again and again would else put them off each time anew.
        """
        self._seconds = seconds
        self._look = look
        self._since: float | None = -math.inf

    def is_due(self, now: float, *, in_hand: bool) -> bool:
        """
        Return whether to make words that are known to be missing.

        Once they have waited for too long they are due until there are none, whatever is in hand.
        """
        if self._since is None:
            self._since = now
        return not in_hand or now - self._since >= self._seconds

    def caught_up(self) -> None:
        """Take note that there are none."""
        self._since = None

    def pause(self) -> float:
        """Return the seconds until the next look."""
        return self._look if self._since is None else self._look / SOONER
