"""What all members of a delivery may cost together: counted once for all containers inside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from workers.parsers.base import Limits, RawFile

GRACE_BYTES = 16 * 1024 * 1024
"""Up to here any ratio is fine: a small file of blanks is no bomb."""
ORDINARY_RATIO = 10
"""Text packs to a fifth or a tenth: a crawl of gigabytes unpacks to more than `expanded_bytes`."""
SLOW_MEMBERS = 5
"""So many may each take as long as a file may, and one of each hundred more; then it is a bomb."""


class Spent(Rejected):
    """The budget of the whole delivery is used up: no member's own fault, so none contains it."""


class Budget:
    """
    Counts what came out of a delivery against what its own size allows, and its slow members.

    Nested containers share one budget: a bomb that is split over its levels is one bomb.
    """

    __slots__ = ("_allowed", "_members", "_slow", "_spent")

    def __init__(self, size: int, limits: Limits) -> None:
        """Take the delivery's own size in bytes."""
        total = max(limits.expanded_bytes, ORDINARY_RATIO * size)
        self._allowed = min(total, max(GRACE_BYTES, limits.expansion_ratio * size))
        self._spent = self._members = self._slow = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; raise `Spent` (`expands_too_much`) above the limit."""
        self._spent += count
        if self._spent > self._allowed:
            raise Spent(
                Reason.EXPANDS_TOO_MUCH,
                f"it unpacks to more than {self._allowed / 1e6:.0f} MB, the limit for its size",
            )

    def begin(self) -> None:
        """Count a member that is about to be read."""
        self._members += 1

    def overtime(self) -> None:
        """Count a member that took too long; raise `Spent` (`too_slow`) where too many did."""
        self._slow += 1
        if self._slow > SLOW_MEMBERS + self._members // 100:
            raise Spent(
                Reason.TOO_SLOW,
                f"{self._slow} of its {self._members} files took too long: the rest was not read",
            )


def size_of(file: RawFile) -> int:
    """Return the size of a delivery in bytes, without reading it."""
    if file.content is not None:
        return len(file.content)
    assert file.path is not None
    return Path(file.path).stat().st_size
