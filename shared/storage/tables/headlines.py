"""
Headlines as keys of an index: the day first, then the hash.

Where the day leads, what comes on one day lies together, so that the index costs an article next to
nothing; and a notice asks for a fortnight of them alone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from shared.domain.filing import AIM_DAYS

if TYPE_CHECKING:
    from shared.domain.story import Entry

BITS: Final = 40
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def key_of(entry: Entry) -> int | None:
    """Return what an article is found by; None where its headline says nothing."""
    return None if entry.headline is None else (_day(entry) << BITS) + entry.headline


def headline_of(key: int | None) -> int | None:
    """Return the headline of a key."""
    return None if key is None else key & ((1 << BITS) - 1)


def keys_aimed_at(notice: Entry) -> list[int]:
    """Return the keys of all that a notice could speak of, by its own day."""
    if notice.aim is None:
        return []
    day = _day(notice)
    return [(each << BITS) + notice.aim for each in range(day - AIM_DAYS, day + AIM_DAYS + 1)]


def _day(entry: Entry) -> int:
    return (entry.versioned_at - _EPOCH).days
