"""
Numbers that order articles by time, for an index that knows nothing but numbers.

A key is a time in whole seconds since the year 1, shifted by 20 bits, with the low bits of the
article's number in the feed to tell those of one second apart. So FTS5, whose rows have a number
and no other order, gives the newest matches first without sorting all of them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

TIE_BITS: Final = 20
"""A million articles of one second; one more takes the next free number."""

ONE_SECOND: Final = 1 << TIE_BITS
"""What is added to the first key of a second for that of the next."""

_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


def time_key(moment: datetime, seq: int = 0) -> int:
    """Return the key of an article; with 0 the first key of a second."""
    return (moment - _FIRST) // _SECOND * ONE_SECOND | seq % ONE_SECOND
