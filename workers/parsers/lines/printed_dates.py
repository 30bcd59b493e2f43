"""
Where a line prints a day, and what is left of the line without it.

Only enough to find it: the normaliser reads the day, the month and the year.
"""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re
from functools import lru_cache

from workers.words.months import MARKS, MONTHS

_MONTH = rf"(?:[^\W\d_]|[{MARKS}]){{3,16}}+"
"""Possessive: letters are among the marks, and a word could be cut in many ways."""
_MEASURE = r"(?:year|month|week|day|night|hour|minute|page|point|part|star|mile|man|seat)\b"
"""What follows a number and a hyphen more often than a month does: `a 10-day 2024 tour`."""
_ABBREVIATED = r"(?:jan|feb|m[aä]r|apr|ma[yi]|jun|jul|aug|sept?|o[ck]t|nov|de[cz])[a-z]{0,6}"
_ENDED = r"(?=\s?(?:$|[|,;·•)–—]|-\s|\d{1,2}:\d\d))"
"""What follows a year of two digits, which could be any number."""
DATE = re.compile(
    r"(?:(?<![\d./])(?<!\d:)(?<!\b[A-Z])(?:"
    r"(?:19|20)\d\d\s?(?:[-/.]|年|년)\s?\d{1,2}\s?(?:[-/.]|月|월)\s?\d{1,2}(?:\s?[日号號일](?![\u3040-\u9fff]))?"
    r"|\d{1,2}\s?[./|-]\s?\d{1,2}\s?[./|-]\s?(?:(?:19|20)\d\d(?!:\d\d)|\d\d(?![\d./-])|\d\d(?=\d\d:\d\d))"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s?(?:de\s|of\s|d['’])?(?:\s|-(?!{_MEASURE}))?{_MONTH}\.?[,،]?\s?(?:del?\s)?(?:19|20)\d\d"
    rf"|\d{{1,2}}[-/]{_MONTH}[-/](?:19|20)\d\d|\d{{1,2}}(?:\s{_ABBREVIATED}\.?\s|-{_ABBREVIATED}-)['’]?\d\d{_ENDED}"
    rf"|(?:19|20)\d\d\sm\.\s{_MONTH}\s\d{{1,2}}\sd\."
    rf"|(?:19|20)\d\d(?:\s?[жթ]\.|\s?оны|,)?\s(?=[\u0370-\u1fff]){_MONTH}\s\d{{1,2}}"
    r"|(?:19|20)\d\d\s?оны\s\d{1,2}(?:-р)?\sсарын\s\d{1,2}"
    rf"|(?:19|20)\d\d\.\s{_MONTH}\s\d{{1,2}}(?=[.,]|-[aáeé]n\b)"
    r"|\d{1,2}\s(?:tháng|thg)\s(?:\d{1,2}|(?!\d)\w{2,4}(?:\s\w{3})?),?\s(?:năm\s)?(?:19|20)\d\d)"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s|\sde)\s?(?:19|20)\d\d"
    r")(?:(?!\d)|(?=\d\d:\d\d))",
    re.IGNORECASE,
)
"""A day, month and year as people print them; the normaliser reads it."""
ZONE = (
    r"(?:Eastern|Central|Mountain|Pacific|Atlantic|Western|Greenwich|India|Japan|China|British)"
    r"(?: European)?(?: (?:Standard|Daylight|Summer|Mean))? Time\b"
)
"""A zone in the words that its letters stand for: `Eastern Standard Time`."""
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d(?!\d))?(?:\s?(?:uhr|[ap]\.?\s?m\b\.?|h))?"
    rf"(?-i:\s(?:(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CES?T|MES?Z)\b|{ZONE}))?"
    r"|(?:午前|午後|上午|下午|오전|오후)?\s?\d{1,2}[時时點点시](?:\s?\d{1,2}[分분]|半)?",
    re.IGNORECASE,
)
EDGES = " \t,;:|–—-•·/()~"
"""Signs between the parts of a line, which are no part of any."""
_GAP = "\0"
"""Where a date or clock stood."""
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|mo|di|mi|do|fr|sa|so|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b"
    rf"(?:[.,]{{1,2}}(?=\s|$)|\s*(?:[|•·–—/]|\s-|{_GAP}|(?=\d)|$))",
    re.IGNORECASE,
)
"""Before a sign, a number or a date: `Friday Okoro`, `Mo Adeyemi` and `Sun Li` are people."""
_WEEKDAY_LAST = re.compile(
    r"\s?[,|•·–—/-]\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag"
    r"|mittwoch|donnerstag|freitag|samstag|sonntag)[.,]?$",
    re.IGNORECASE,
)
"""`Ada Brook | Thursday`, of `Ada Brook | Thursday, March 14, 2024`."""
_WEEKDAY_BEFORE = re.compile(
    r"(?<=[^\W\d_]\s)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag"
    r"|mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    rf"|samedi|dimanche|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)[.,]?\s?(?={_GAP})",
    re.IGNORECASE,
)
"""Behind a name, and right before the day: `Ada Brook Thursday, March 14, 2024`."""
_LOOSE_END = re.compile(r"(?:\s(?:am|on|le|el|um|at|stand|uhr))+$")
"""Small words that stood before a date or clock."""
_TOUCHED = re.compile(
    r"[A-Z](?<=[a-zß-ÿ][A-Z])[^\W\d_]{2,9}(?=\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
)
"""`By Ada BrookMarch 14, 2024`: elements without white space between them."""
_DIGITS = re.compile(r"\d\d")
_YEAR_OR_NUMBERS = re.compile(
    r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|\s?[./|-]\s?\d{1,2}\s?[./|-]|[\s-][A-Za-zäÄ]{3,9}\.?[\s-]['’]?\d\d(?!\d))"
)
"""No date is without a year in four digits, three numbers with signs, or a word between two."""


@lru_cache(maxsize=512)  # a line is asked for its date from several places
def has_date(text: str) -> bool:
    """Return whether `DATE` is in a text; most have no two digits side by side, and no date."""
    return (
        _DIGITS.search(text) is not None
        and _YEAR_OR_NUMBERS.search(text) is not None
        and DATE.search(text) is not None
    )


@lru_cache(maxsize=256)  # as above
def _gapped(text: str) -> str:
    """Return a line with gaps for its dates."""
    return DATE.sub(_GAP, text) if has_date(text) else text


@lru_cache(maxsize=256)  # a line is looked at for a label, a byline and names
def undated(text: str) -> str:
    """Return a line with strokes in place of its date and clock."""
    if _DIGITS.search(text) is None:
        return text
    touched = _TOUCHED.search(text)
    if touched is not None and touched[0].lower() in MONTHS:
        text = f"{text[: touched.start()]} {text[touched.start() :]}"
    return _CLOCK.sub(" | ", _gapped(text).replace(_GAP, " | "))


def without_date(text: str) -> str:
    """Return a line without its date, clock and weekday, and the signs between them."""
    rest = text.strip(EDGES)
    if _DIGITS.search(text) is not None:
        rest = _WEEKDAY_BEFORE.sub("", _gapped(text)) if has_date(text) else text
        rest = _CLOCK.sub(_GAP, rest).strip(EDGES + _GAP)
        rest = _WEEKDAY_LAST.sub("", rest)
    rest = _WEEKDAY.sub("", rest).replace(_GAP, " ").strip(EDGES)
    return _LOOSE_END.sub("", " ".join(rest.split())).strip(EDGES)
