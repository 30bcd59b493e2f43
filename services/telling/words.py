"""Figures and times as people read them; times are UTC and say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

MINUTE, HOUR, DAY = 60, 3600, 86400


def moment(value: datetime | None, *, parts: str = "seconds") -> str:
    """Return a time as `2020-11-18 16:42:35 UTC`; a dash where there is none."""
    if value is None:
        return "-"
    return value.replace(tzinfo=None).isoformat(" ", timespec=parts) + " UTC"


def duration(value: timedelta | float) -> str:
    """Return a length of time (seconds) with its two largest units: `2 h 5 min`."""
    seconds = value if isinstance(value, int | float) else value.total_seconds()
    if seconds < MINUTE:
        return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s"  # noqa: PLR2004 - digits
    for unit, name, below, lower in (
        (DAY, "d", HOUR, "h"),
        (HOUR, "h", MINUTE, "min"),
        (MINUTE, "min", 1, "s"),
    ):
        if seconds >= unit:
            whole, rest = divmod(int(seconds), unit)
            return f"{whole} {name} {rest // below} {lower}" if rest >= below else f"{whole} {name}"
    raise AssertionError("every length of a minute and more has a unit")


def size(count: int) -> str:
    """Return bytes as `12 B`, `3.4 kB`, `5.6 MB`."""
    if count < 1000:  # noqa: PLR2004 - the first unit
        return f"{count} B"
    value = float(count)
    for unit in ("kB", "MB", "GB", "TB"):
        value /= 1000
        if value < 1000 or unit == "TB":  # noqa: PLR2004 - the next unit
            return f"{value:.1f} {unit}"
    raise AssertionError("the last unit takes everything")


def plain(word: str) -> str:
    """Return a stable word (`exact_duplicate`) as people say it."""
    return word.replace("_", " ")


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 story`, `2,300 stories`."""
    return f"{count:,} {one if count == 1 else many}"
