"""Reads a date and time as people write them, in many languages, to the parts that were stated."""

# ruff: noqa: RUF001 - the patterns hold the letters and signs of those languages

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workers.normalise.times.calendars import from_buddhist, from_solar_hijri
from workers.normalise.times.clocks import Written, with_clock
from workers.normalise.times.text import plain
from workers.normalise.times.words import CROATIAN_OCTOBER, ERAS
from workers.words.months import MARKS, MONTHS, SOLAR_MONTHS
from workers.words.more_months import MONTHS_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = rf"(?:[^\W\d_]|[{MARKS}])"
_WORD = re.compile(rf"{_LETTER}(?:\.(?={_LETTER}\.)|{_LETTER})*")
_ERA = re.compile(
    rf"({'|'.join(ERAS)})\s*(\d{{1,3}}|元)\s*年\s*(\d{{1,2}})\s*月\s*(\d{{1,2}})\s*日?"
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})\s?(?:[-./\u2010-\u2015]|年|년|,|оны)\s?(\d{1,2})\s?(?:[-./\u2010-\u2015]|月|월|(?:-р\s)?сарын)\s?"
    r"(\d{1,2})(?!\d)\s?[日일号號]?\.?"
)
_YEAR_LAST = re.compile(
    r"(?<![\d.:])(\d{1,2})\s?(?P<by>[-./|])\s?(\d{1,2})\s?(?P=by)\s?(?:(\d{4}|\d{2})(?![\d:])"
    r"|(\d{2})(?=\d\d:\d\d))"
)
_VIETNAMESE = re.compile(
    r"(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})", re.IGNORECASE
)
_DAY_BEFORE = re.compile(
    r"(?<!\d)(?<![A-Z][+-])(\d{1,2})\s?(?:st|nd|rd|th|er|ère|º|ª|°|\.|го|е|ого|일|日|ин|-го|-е)?[\s,./\u2010-\u2015-]*"
    r"(?:(?:de|del|di|d'|d’|of|da|do|ta['’]|د)\s*)?$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"^\.?[\s,./\u2010-\u2015-]*(?:(?:del|de|of|do|anno|พ\.ศ\.|ค\.ศ\.)\s*)?['’]?(\d{4}|\d{2})"
    r"(?![\d:])",
    re.IGNORECASE,
)
_DAY_YEAR_AFTER = re.compile(
    r"^\.?,?[\s/-]*(\d{1,2})(?:st|nd|rd|th|\.|º)?(?![\d:])[\s,./-]*(?:(?:de|del|of)\s+)?['’]?"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"(?<!\d)(\d{4})\s?(?:\.|,|-|/|год[а]?|m\.|metų|թ\.|\.\s?gada|\(?(?:e|a)\)?ko)?\s*$"
)
_YEAR_DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{4})\.?(?:\s(?:gada|metų|m\.|оны))?[\s,]\s?(\d{1,2})\.?\s?$", re.IGNORECASE
)
"""`2024. gada 5. janvāris`"""
_DAY_AFTER = re.compile(r"^[\s./,-]*(\d{1,2})(?![\d:])")
_THAI_YEARS = range(2400, 2700)
_SOLAR_YEARS = range(1250, 1500)
_SHORT_YEAR_FIRST = re.compile(
    r"(?<![\d.:/-])(\d{2})(?P<by>[-/]|\.\s?)(\d{1,2})(?P=by)(\d\d(?=\d\d:\d\d)|\d{1,2}(?![\d:/-]))"
)
_YEARS_FIRST = ("zh", "ja", "ko", "hu", "mn", "lt", "eu", "ne", "eo")
"""Languages that write the year before month and day, even of two digits."""
_CENTURY_TURN = 70
"""Two-digit years from here are of the last century: as POSIX has it, near enough."""


@lru_cache(maxsize=4096)
def read(text: str, language: str = "") -> Written | None:
    """Return the first date in a text with the clock beside it; None where there is no date."""
    text = plain(text)
    dated = _date(text, language)
    if dated is None:
        return None
    written, start, end = dated
    return with_clock(written, text[:start], text[end:])


def _date(text: str, language: str) -> tuple[Written, int, int] | None:
    """Return the first date in a text and where it stands."""
    found = [
        (start, -end, written)
        for written, start, end in (
            *_japanese(text), *_year_first(text, language), *_named(text, language),
            *_year_last(text, language), *_vietnamese(text),
        )
    ]  # fmt: skip
    if not found:
        return None
    start, end, written = min(found, key=lambda each: each[:2])
    return written, start, -end


def _japanese(text: str) -> Iterator[tuple[Written, int, int]]:
    """Find `令和2年11月18日`, `民國109年11月18日`."""
    if (found := _ERA.search(text)) is not None:
        year = ERAS[found[1]] + (1 if found[2] == "元" else int(found[2]))
        yield (
            Written(
                year=year,
                month=int(found[3]),
                day=int(found[4]),
                assumed=f"era {found[1]}: read as {year}",
            ),
            *found.span(),
        )


def _year_first(text: str, language: str) -> Iterator[tuple[Written, int, int]]:
    """Find `2020-11-18`, `2020年11月18日`; a Persian or Thai year where the language has them."""
    if (found := _YEAR_FIRST.search(text)) is not None:
        year, month, day = map(int, found.groups())
        if language.startswith("fa") and year in _SOLAR_YEARS:
            written = _solar(year, month, day)
        else:
            written = _gregorian(year, month, day, thai=language.startswith("th"))
        if written:
            yield written, *found.span()


def _year_last(text: str, language: str) -> Iterator[tuple[Written, int, int]]:
    """Find `18/11/2020`, `18.11.20`; which is the month may stay open."""
    if (short := _short_year_first(text, language)) is not None:
        yield short
        return
    for found in _YEAR_LAST.finditer(text):
        first, second, year = int(found[1]), int(found[3]), _full_year(found[4] or found[5])
        # `06.05.13` on an American page begins with the month; a full year beside dots is Europe's.
        dotted = "." in found["by"] and not (language == "en-US" and year > int(found[4] or 0))
        month, day = (first, second) if second > 12 else (second, first)  # noqa: PLR2004 - months
        open_order = first <= 12 and second <= 12 and first != second and not dotted  # noqa: PLR2004 - months
        if 1 <= month <= 12 and 1 <= day <= 31:  # noqa: PLR2004 - months, days
            written = _gregorian(year, month, day, thai=True)
            yield replace(written, ambiguous=open_order), *found.span()
            return


def _short_year_first(text: str, language: str) -> tuple[Written, int, int] | None:
    """Find `19-09-30`, `24. 1. 5.` as they are read where years stand first."""
    found = _SHORT_YEAR_FIRST.search(text) if language.startswith(_YEARS_FIRST) else None
    if found is None:
        return None
    year, month, day = _full_year(found[1]), int(found[3]), int(found[4])
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004 - months, days
        return None
    told = Written(year=year, month=month, day=day, assumed=f"year first: {year}")
    return told, *found.span()


def _vietnamese(text: str) -> Iterator[tuple[Written, int, int]]:
    """Find `18 tháng 11, 2020`."""
    if (found := _VIETNAMESE.search(text)) is not None:
        yield Written(year=int(found[3]), month=int(found[2]), day=int(found[1])), *found.span()


def _named(text: str, language: str) -> Iterator[tuple[Written, int, int]]:
    """Find a date around the name of a month, the day on one side and the year on either."""
    own = MONTHS_OF.get(language.partition("-")[0], {})
    for word in _WORD.finditer(text):
        name = word[0].casefold().rstrip(".")
        month = own.get(name) or MONTHS.get(name) or MONTHS.get(f"{name}.")
        solar = SOLAR_MONTHS.get(name) if month is None else None
        if name in CROATIAN_OCTOBER and language.startswith(("hr", "bs")):
            month = 10
        if month is None and solar is None:
            continue
        placed = _around(text[: word.start()], text[word.end() :])
        if placed is None:
            continue
        year, day, before, after = placed
        written = (
            _solar(year, solar, day) if solar else _gregorian(year, month or 0, day, thai=True)
        )
        if written is not None:
            yield written, before, word.end() + after
            return


def _around(before: str, after: str) -> tuple[int, int, int, int] | None:
    """Return year, day, where the date starts, and how far it reaches after the month."""
    day, year = _DAY_BEFORE.search(before), _YEAR_AFTER.match(after)
    if day and year:
        return _full_year(year[1]), int(day[1]), day.start(), year.end()
    if (ahead := _YEAR_DAY_BEFORE.search(before)) is not None:
        return int(ahead[1]), int(ahead[2]), ahead.start(), 0
    if (both := _DAY_YEAR_AFTER.match(after)) is not None:
        return int(both[2]), int(both[1]), len(before), both.end()
    first, last = _YEAR_BEFORE.search(before), _DAY_AFTER.match(after)
    if first and last:
        return int(first[1]), int(last[1]), first.start(), last.end()
    return None


def _solar(year: int, month: int, day: int) -> Written | None:
    """Return a Persian date as a Gregorian one."""
    try:
        date = from_solar_hijri(_full_solar_year(year), month, day)
    except ValueError:
        return None
    return Written(
        year=date.year, month=date.month, day=date.day, assumed=f"Persian calendar: year {year}"
    )


def _gregorian(year: int, month: int, day: int, *, thai: bool) -> Written:
    """Return a date; a year of the Thai calendar is counted back."""
    if thai and year in _THAI_YEARS:
        return Written(
            year=from_buddhist(year), month=month, day=day, assumed=f"Thai calendar: year {year}"
        )
    return Written(year=year, month=month, day=day)


def _full_year(digits: str) -> int:
    """Return a year of four digits for one of two."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - a full year
        return year
    return year + (1900 if year >= _CENTURY_TURN else 2000)


def _full_solar_year(year: int) -> int:
    """Return a Persian year, of which the reader may have seen two digits as a Gregorian one."""
    return year if year in _SOLAR_YEARS else year % 100 + 1300
