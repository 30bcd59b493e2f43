"""What a written time says about its zone, and what to take where it says nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workers.normalise.times.words import DOUBTFUL, HOME_OF, OFFSETS, ZONES

if TYPE_CHECKING:
    from datetime import tzinfo

_OFFSET = re.compile(
    r"^\W{0,3}?(?:(?:utc|gmt|z)\s?)?([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE
)
_IANA = re.compile(r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?\b")
_WORD = re.compile(r"[^\W\d_]+")
_SPELLED = re.compile(
    r"^\W{0,3}?((?:central|eastern|western) european|atlantic|greenwich mean|british|india|japan"
    r"|china|korea|singapore|hong kong|australian eastern)\s(?:standard |daylight |summer )?time\b",
    re.IGNORECASE,
)
_PLACES = {
    "central european": "Europe/Paris", "eastern european": "Europe/Athens",
    "western european": "Europe/Lisbon", "atlantic": "America/Halifax",
    "greenwich mean": "Etc/GMT", "british": "Europe/London", "india": "Asia/Kolkata",
    "japan": "Asia/Tokyo", "china": "Asia/Shanghai", "korea": "Asia/Seoul",
    "singapore": "Asia/Singapore", "hong kong": "Asia/Hong_Kong",
    "australian eastern": "Australia/Sydney",
}  # fmt: skip
"""Zones of several words, the first of which is another's: `Central European Time`."""
_WORDS_LOOKED_AT = 3
_LARGEST_OFFSET = 15


@lru_cache(maxsize=512)
def named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, or None where there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@lru_cache(maxsize=2048)
def stated(written: str, language: str = "") -> tuple[tzinfo, str | None] | None:
    """
    Return the zone in the words after a clock, and what was assumed about it.

    None where they name none. Abbreviations that several countries use are said to be assumed.
    """
    if not written:
        return None
    if (offset := _OFFSET.match(written)) is not None:
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        if hours >= _LARGEST_OFFSET or minutes > 59:  # noqa: PLR2004 - minutes
            return None
        span = timedelta(hours=hours, minutes=minutes)
        return timezone(-span if offset[1] == "-" else span), None
    if (zone := _placed(written)) is not None:
        return zone, None
    for word in _WORD.findall(written)[:_WORDS_LOOKED_AT]:
        if (found := _abbreviated(word, language)) is not None:
            return found
    return None


def _placed(written: str) -> ZoneInfo | None:
    """Return the zone of an IANA name, or of a zone's name of several words."""
    if (place := _IANA.search(written)) is not None and (zone := named(place[0])) is not None:
        return zone
    spelled = _SPELLED.match(written)
    return named(_PLACES[spelled[1].casefold()]) if spelled is not None else None


def _abbreviated(word: str, language: str) -> tuple[tzinfo, str | None] | None:
    """Return the zone of an abbreviation or a word for one."""
    name = word.casefold()
    if name in ZONES and (word[:1].isupper() or not word.isascii() or name == "московскому"):
        zone = named(ZONES[name])
        return (zone, None) if zone else None
    if name not in OFFSETS or (word.islower() and len(word) != 1 and word.isascii()):
        return None
    hours = HOME_OF.get((name, language.partition("-")[0]), OFFSETS[name])
    zone_of = timezone(timedelta(hours=hours)) if hours else UTC
    shown = datetime(2000, 1, 1, tzinfo=zone_of).strftime("%z")
    return zone_of, f"zone {word}: taken as {shown}" if name in DOUBTFUL else None
