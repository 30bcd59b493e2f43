"""Any written time to an aware UTC moment, with what had to be assumed to get there."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from shared.domain.article import DAY_ALONE
from shared.domain.values import dataclass
from workers.normalise.times import zones
from workers.normalise.times.text import LONGEST
from workers.normalise.times.words import MONTH_FIRST, OWN_LANGUAGES
from workers.normalise.times.written import read

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from workers.normalise.times.clocks import Written

FIRST_YEAR = 1600
"""The first newspapers are from 1605: an earlier year is a mistake."""
AHEAD = timedelta(days=1)
"""A clock in the wrong zone can be a day ahead; more is said to be in the future."""
REFUSED_AHEAD = timedelta(days=2 * 365 + 1)
_FARTHEST, _HALF_HOUR, _MINUTE = timedelta(hours=14), timedelta(minutes=30), timedelta(minutes=1)
"""Clocks of places are full or half hours from that of UTC; pages print no seconds."""
DATED, CLOCKED, ZONED = range(3)
"""How much of a time was stated: the day alone, the clock too, its zone too."""
UNPLACED = "zone UTC: none stated"
"""What is said of a clock that neither its text nor the provider's profile places."""
_ORDER = "order of day and month:"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DIGITS = re.compile(r"\d{8,19}(?:\.\d{1,9})?")
_EPOCH_DIGITS = {9: 1, 10: 1, 13: 1_000, 16: 1_000_000, 19: 1_000_000_000}
"""How many digits an epoch time has → its units in a second."""
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d(?:$|[Tt ]\d(?!\d\.\d\d(?!\d)))")
"""… of which `2024-01-05 09.05` is none, though Python reads it: nine o'clock and a part."""
_BASIC = re.compile(r"(?:D:)?(\d{8})(\d{4}(?:\d\d)?)(Z|[+-]\d\d'?:?(?:\d\d'?)?)?")
"""`20201118164200+0100`, as PDF and the wires write it: ISO 8601 but for the T."""
_YEARS_AS_WRITTEN = range(FIRST_YEAR, 2400)
"""Years beyond are of another calendar, or none."""
_AWAY = re.compile(r"\W{0,2}(?:GMT|BST|IST|A[EWC][SD]T|NZ[SD]T|SAST|WAT|EAT|CAT|PKT|SGT|CES?T)\b")
"""Zones where English is written and the day stands first."""
_SLOWEST = 60
"""Characters that the slow reader of many languages is asked for."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An aware UTC time and what was assumed (`zone UTC: none stated`); None for nothing."""

    at: datetime
    assumed: str | None = None
    wall: datetime | None = None
    """The clock as it was stated, without its zone."""
    precision: int = ZONED

    @property
    def minute(self) -> datetime:
        """The minute in which it lies."""
        return self.at.replace(second=0, microsecond=0)

    @property
    def is_ordered(self) -> bool:
        """Whether day and month could change places, and their order was assumed."""
        return self.assumed is not None and self.assumed.startswith(_ORDER)

    def among(self, days: Collection[date]) -> Moment:
        """Return the moment with day and month in the other order, where only that is in `days`."""
        if not self.is_ordered or self.wall is None or self.wall.date() in days:
            return self
        other = self.wall.replace(month=self.wall.day, day=self.wall.month)
        if other.date() not in days:
            return self
        _, _, rest = (self.assumed or "").partition("; ")
        assumed = _join(f"{_ORDER} as another place states it", rest)
        return replace(self, at=self.at + (other - self.wall), wall=other, assumed=assumed)

    def completes(self, other: Moment) -> bool:
        """Return whether this says all that the other says, and more."""
        if self.precision <= other.precision or self.wall is None or other.wall is None:
            return False
        if other.precision == DATED:
            return self.wall.date() == other.wall.date()
        return self.wall == other.wall or self._is_shown_as(other.wall)

    def _is_shown_as(self, clock: datetime) -> bool:
        """Return whether a clock without a zone shows this moment where its readers live."""
        away = clock.replace(tzinfo=UTC) - self.minute
        return abs(away) <= _FARTHEST and away % _HALF_HOUR < _MINUTE


def parse(
    text: str, *, now: datetime, zone: str | None = None, language: str | None = None
) -> Moment | None:
    """
    Return the moment that a text states, or None where it states none that can be.

    `zone` (an IANA name) is the provider's, for a clock without a zone. A date alone is its
    midnight in UTC, so that it stays the day that was stated. `now` is aware UTC: years before
    1600 and more than two years ahead are refused, more than a day ahead is said in `assumed`.
    """
    text = text[:LONGEST].strip()
    moment = _iso(text, zone) or _digits(text) or _written(text, zone, language or "", now)
    if moment is None:
        return None
    if moment.at.year < FIRST_YEAR or moment.at > now + REFUSED_AHEAD:
        return None
    if moment.at == _EPOCH and moment.precision > DATED:
        return None  # what a program writes for no time at all
    if moment.at > now + AHEAD:
        return replace(moment, assumed=_join(moment.assumed, "in the future when it was read"))
    return moment


def as_written(text: str, moment: Moment) -> str | None:
    """Return a moment as its source has it, in one line; None where that is in UTC."""
    if moment.precision == ZONED and not moment.assumed:
        at = moment.at.replace(tzinfo=None)
        if (moment.wall or at) == at:
            return None  # `….000Z`, `… GMT` and the seconds since 1970 have no day but that of UTC
    return " ".join(text[:LONGEST].split())


@lru_cache(maxsize=4096)
def _iso(text: str, zone: str | None) -> Moment | None:
    """Read ISO 8601, which Python's own reader does in a fraction of a microsecond."""
    if (basic := _BASIC.fullmatch(text)) is not None:
        text = f"{basic[1]}T{basic[2]}{(basic[3] or '').replace(chr(39), '')}"
    if _ISO.match(text) is None or len(text) > 40:  # noqa: PLR2004 - the longest ISO time is shorter
        return None
    try:
        moment = datetime.fromisoformat(text.replace("t", "T", 1).replace("z", "Z"))
        if moment.year not in _YEARS_AS_WRITTEN:
            return None
        return _placed(moment, zone, dated_only=len(text) <= 10)  # noqa: PLR2004 - 2020-11-18
    except (ValueError, OverflowError):
        return None


def _digits(text: str) -> Moment | None:
    """Read seconds, milli-, micro- or nanoseconds since 1970."""
    if not text.isascii() or _DIGITS.fullmatch(text) is None:
        return None
    whole, _, part = text.partition(".")
    units = _EPOCH_DIGITS.get(len(whole))
    if units is None:
        return None
    microseconds = int(whole) * 1_000_000 // units
    if part and units == 1:
        microseconds += int(part.ljust(6, "0")[:6])
    return Moment(_EPOCH + timedelta(microseconds=microseconds))


def _written(text: str, zone: str | None, language: str, now: datetime) -> Moment | None:
    """Read what people write; the slow reader is asked only where the own patterns see nothing."""
    written = read(text, language)
    if written is None:
        naive = _slow(text, language.partition("-")[0])
        return _placed(naive, zone, dated_only=False) if naive else None
    if not written.ambiguous:
        return _moment(written, zone, language)
    return _ordered(written, zone, language, now)


def _ordered(written: Written, zone: str | None, language: str, now: datetime) -> Moment | None:
    """Decide whether `3/4/2020` is 3 April: by the language, unless that lies in the future."""
    other = replace(written, month=written.day, day=written.month)
    month_first = language in MONTH_FIRST or not language
    if month_first and language == "en" and _AWAY.match(written.zone):
        month_first = False
    choices = [other, written] if month_first else [written, other]
    moments = [_moment(each, zone, language) for each in choices]
    # Both orders are days of the calendar: a written time is ambiguous only where they are.
    found = [moment for moment in moments if moment]
    past = [moment for moment in found if moment.at <= now + AHEAD]
    chosen = next(iter(past or found), None)
    if chosen is None:
        return None
    order = "month first" if chosen is moments[not month_first] else "day first"
    return replace(chosen, assumed=_join(f"{_ORDER} {order}", chosen.assumed))


def _moment(written: Written, zone: str | None, language: str) -> Moment | None:
    """Return the moment of stated parts; None for a day that does not exist."""
    try:
        naive = datetime(  # noqa: DTZ001 - its zone is decided below
            written.year, written.month, written.day,
            written.hour or 0, written.minute, written.second, written.microsecond,
        )  # fmt: skip
        said = zones.stated(written.zone, language) if written.hour is not None else None
        if said is None:
            moment = _placed(naive, zone, dated_only=written.hour is None)
        else:
            moment = Moment(naive.replace(tzinfo=said[0]).astimezone(UTC), said[1], naive)
    except (ValueError, OverflowError):
        return None
    return replace(moment, assumed=_join(written.assumed, moment.assumed))


def _placed(moment: datetime, zone: str | None, *, dated_only: bool) -> Moment:
    """Return a moment in UTC: by its own zone, the provider's, or none that is known."""
    wall = moment.replace(tzinfo=None)
    if moment.tzinfo is not None:
        return Moment(moment.astimezone(UTC), None, wall)
    utc = wall.replace(tzinfo=UTC)
    if dated_only:
        return Moment(utc, f"time 00:00 UTC: {DAY_ALONE}", wall, DATED)
    place = zones.named(zone) if zone else None
    if place is None:
        return Moment(utc, UNPLACED, wall, CLOCKED)
    local = wall.replace(tzinfo=place).astimezone(UTC)
    return Moment(local, f"zone {zone}: the provider's", wall, CLOCKED)


@lru_cache(maxsize=2048)
def _slow(text: str, language: str) -> datetime | None:
    """Ask the library that knows two hundred locales: milliseconds, so only for rarer ones."""
    if not language or language in OWN_LANGUAGES or len(text) > _SLOWEST:
        return None
    import dateparser  # noqa: PLC0415 - it takes longer to load than all the rest, and is rarely asked

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found: datetime | None = dateparser.parse(text, languages=[language], settings=settings)
        except Exception:  # noqa: BLE001 - what it raises on odd text is not documented
            return None
    return found


def _join(*parts: str | None) -> str | None:
    """Return what was assumed as one text."""
    return "; ".join(part for part in parts if part) or None
