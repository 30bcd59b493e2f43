"""How far one delivery may unpack: counted once for all containers inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.errors import Reason, Rejected

if TYPE_CHECKING:
    from workers.parsers.base import Limits, RawFile

GRACE_BYTES = 16 * 1024 * 1024
"""Up to here any ratio is fine: a small file of blanks is no bomb."""
ORDINARY_RATIO = 10
"""Text packs to a fifth or a tenth: a crawl of gigabytes unpacks to more than `expanded_bytes`."""


class Budget:
    """
    Counts the bytes that came out of a delivery against what its own size allows.

    Nested containers share one budget: a bomb that is split over its levels is one bomb.
    """

    __slots__ = ("_allowed", "_spent")

    def __init__(self, size: int, limits: Limits) -> None:
        """Take the delivery's own size in bytes."""
        total = max(limits.expanded_bytes, ORDINARY_RATIO * size)
        self._allowed = min(total, max(GRACE_BYTES, limits.expansion_ratio * size))
        self._spent = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked; raise `Rejected` (`expands_too_much`) above the limit."""
        self._spent += count
        if self._spent > self._allowed:
            raise Rejected(
                Reason.EXPANDS_TOO_MUCH,
                f"it unpacks to more than {self._allowed / 1e6:.0f} MB, the limit for its size",
            )


def size_of(file: RawFile) -> int:
    """Return the size of a delivery in bytes, without reading it."""
    if file.content is not None:
        return len(file.content)
    assert file.path is not None
    return file.path.stat().st_size
