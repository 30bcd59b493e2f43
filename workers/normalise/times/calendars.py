"""Years that are not counted as the Gregorian calendar counts them."""

from __future__ import annotations

from datetime import date, timedelta

BUDDHIST_OFFSET = 543
"""Thailand counts years from the Buddha's death."""
_NOWRUZ_ANCHOR = date(1921, 3, 21)
"""The first day of 1300 in the Persian calendar."""
_ANCHOR_YEAR = 1300
_LEAP_REMAINDERS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Leap years by the 33-year rule: right for 1244 to 1502 (1865 to 2124)."""
_CYCLE = 33
_LONG_MONTHS = 6


def from_buddhist(year: int) -> int:
    """Return the Gregorian year of a Thai one."""
    return year - BUDDHIST_OFFSET


def from_solar_hijri(year: int, month: int, day: int) -> date:
    """
    Return the Gregorian date of a Persian one; `ValueError` where there is no such day.

    Six months of 31 days, five of 30, the last of 29, or 30 in a leap year.
    """
    leap = year % _CYCLE in _LEAP_REMAINDERS
    lengths = [31] * _LONG_MONTHS + [30] * 5 + [30 if leap else 29]
    if not (1 <= month <= len(lengths) and 1 <= day <= lengths[month - 1]):
        msg = f"no such day: {year}-{month}-{day}"
        raise ValueError(msg)
    years = range(_ANCHOR_YEAR, year) if year >= _ANCHOR_YEAR else range(year, _ANCHOR_YEAR)
    days = sum(366 if each % _CYCLE in _LEAP_REMAINDERS else 365 for each in years)
    start = _NOWRUZ_ANCHOR + timedelta(days=days if year >= _ANCHOR_YEAR else -days)
    return start + timedelta(days=sum(lengths[: month - 1]) + day - 1)
