"""
Who has fallen silent: told by renewals that do not come, never by comparing two clocks.

A lease is written with its owner's clock and looked at by another host's, and either may be set
back or forward. So what counts is whether the written time *changes*, by this process's own
monotonic clock. An owner of this machine is also asked for directly: gone is silent at once, and
there is not silent, however long its parser holds the interpreter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.processes.owners import Presence, presence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime


class Silence:
    """Remembers when each owner's lease was last seen to change."""

    def __init__(
        self, seconds: float, hanging: float, ask: Callable[[str], Presence] = presence
    ) -> None:
        """Take an owner for silent after so many `seconds` without a renewal, or `hanging` here."""
        self._seconds = seconds
        self._hanging = hanging
        self._ask = ask
        self._seen: dict[str, tuple[datetime, float]] = {}

    def silent(self, holders: Mapping[str, datetime], now: float) -> dict[str, datetime]:
        """
        Return those of the holders that fell silent, each with its lease as it was seen.

        `now` is of a monotonic clock, in seconds. To be asked several times within a lease.
        """
        self._seen = {
            owner: self._seen[owner] if self._known(owner, until) else (until, now)
            for owner, until in holders.items()
        }
        return {owner: until for owner, until in holders.items() if self._is_silent(owner, now)}

    def _known(self, owner: str, until: datetime) -> bool:
        return owner in self._seen and self._seen[owner][0] == until

    def _is_silent(self, owner: str, now: float) -> bool:
        unchanged = now - self._seen[owner][1]
        match self._ask(owner):
            case Presence.GONE:
                return True
            case Presence.THERE:
                return unchanged > self._hanging
            case Presence.UNKNOWN:
                return unchanged > self._seconds
