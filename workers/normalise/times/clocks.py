"""The time of day beside a date, as people write it: its halves, its hours, and what follows."""

# ruff: noqa: RUF001 - the patterns hold the letters and signs of many languages
from __future__ import annotations

import re
from dataclasses import replace

from shared.domain.values import dataclass
from workers.normalise.times.words import AFTERNOON, MORNING, NIGHT, NOON

_CLOCK = re.compile(
    r"(?<![\d])(\d{1,2})\s?(?:[:：h]|uhr|[時时点點시]|\.(?=\d\d(?!\d)))\s?(\d{2})?(?!\d)"
    r"(?:\s?[:：.分분m]\s?(\d{2})(?!\d))?(?:[.,](\d{1,9})(?!\d))?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s?(?=[ap]\.?\s?m\b|uhr\b)", re.IGNORECASE)
_HALVES = sorted(AFTERNOON | MORNING | NIGHT | NOON, key=len, reverse=True)
_HALF_AFTER = re.compile(
    r"^[\s분分]*(?:d[ae](?:\sla)?\s)?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|"
    + "|".join(map(re.escape, _HALVES))
    + r")(?![^\W\d_])",
    re.IGNORECASE,
)
_HALF_BEFORE = re.compile(
    r"(?P<half>" + "|".join(map(re.escape, _HALVES)) + r")\s*$", re.IGNORECASE
)
_ZONE_NOISE = re.compile(r"^(?:分|분|\s|uhr\b|hrs?\b|hours?\b|น\.|[,;|)\]·•])+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The stated parts of a time; the hour is None where only a date is stated."""

    year: int
    month: int
    day: int
    hour: int | None = None
    minute: int = 0
    second: int = 0
    microsecond: int = 0
    zone: str = ""
    """What stands after the clock: an offset, an abbreviation, words; not yet understood."""
    ambiguous: bool = False
    """Whether day and month could change places."""
    assumed: str | None = None


def with_clock(written: Written, before: str, after: str) -> Written:
    """Return the date with the time of day: after it, as most write, or before it."""
    for text in (after, before):
        found = _CLOCK.search(text) or _HOUR.search(text)
        if found is None:
            continue
        parts = [*found.groups(), None, None, None]
        hour, minute, second = (int(part or 0) for part in parts[:3])
        ahead, rest = text[: found.start()], text[found.end() :]
        half = _HALF_AFTER.match(rest) or _HALF_BEFORE.search(ahead)
        if half is not None:
            hour = _on_24_hours(hour, half["half"])
            rest = rest[half.end() :] if half.string is rest else rest
        if hour == 24 and minute == 0 and second == 0:  # noqa: PLR2004 - midnight at the end
            hour, minute, second = 23, 59, 59
        if hour > 23 or minute > 59 or second > 60:  # noqa: PLR2004 - a clock
            continue
        return replace(
            written,
            hour=hour,
            minute=minute,
            second=min(second, 59),
            microsecond=int(str(parts[3] or "0").ljust(6, "0")[:6]),
            zone=_ZONE_NOISE.sub("", rest).strip(),
        )
    return written


def _on_24_hours(hour: int, half: str) -> int:
    """Return the hour of the day for an hour of one of its halves."""
    name = re.sub(r"[\s.]", "", half.casefold())
    if hour > 12:  # noqa: PLR2004 - a 24-hour clock with a needless word
        return hour
    if name in NOON:
        return 12
    if half.casefold() in MORNING or name in MORNING:
        return hour % 12  # `p.d.` and `pagi` begin as `p.m.` does
    if name in NIGHT:
        return hour % 12 + (12 if 6 <= hour < 12 else 0)  # noqa: PLR2004 - before midnight
    if name.startswith("p") or half.casefold() in AFTERNOON or name in AFTERNOON:
        return hour % 12 + 12
    return hour % 12
