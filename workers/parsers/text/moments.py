"""Where a moment is written in a line, as found: the digits are read later, by normalising."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.lines.lexicon import FUNCTION_WORDS
from workers.parsers.lines.printed_dates import ZONE
from workers.parsers.text.label_words import LABELS
from workers.words.months import MARKS, MONTHS, SOLAR_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = f"[{MARKS}]"
_WORD = rf"[^\W\d_](?>(?:[^\W\d_]++|{_MARK}++|\.(?=[^\W\d_]\.))*)"
"""Atomic: letters are among the marks, and a word of 40 could be cut in 2^40 ways."""
_ZONE = (
    r"(?:\s*(?:Z\b|\(?(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}\b"
    rf"|{ZONE}|\(?\b[A-Z]{{2,4}}\b\)?))?"
)
"""A zone behind a clock: an offset, an abbreviation, or the words that it stands for."""
_HALF = (
    r"[ap]\.?\s?m\b\.?|Uhr|hrs|πμ|μμ|π\.μ\.|μ\.μ\.|صباحا?ً?(?!\w)|مساءً?(?!\w)|[صم](?!\w)"
    r"|SA\b|CH\b"
)
_CLOCK = (
    rf"\d{{1,2}}(?:[:：]\s?|[.h])\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s*(?:{_HALF}))?"
    r"|\d{1,2}\s*(?:[ap]\.?m\b\.?|Uhr)|\d{1,2}h\b"
)
_EAST_HALF = "(?:午前|午後|上午|下午|凌晨|晚上|早上|오전|오후)"
_EAST = (
    rf"{_EAST_HALF}?\s?\d{{1,2}}[时時시点點]\s?(?:\d{{1,2}}[分분]?)?"
    rf"|{_EAST_HALF}\s?\d{{1,2}}[:：]\d{{2}}"
)
_CALLED = (
    r"at|um|à|às|as|a las|alle|ore|ora|om|kl\.?|klo|kello|godz\.?|v|u|ob|в|о|saat|lúc|pukul|jam"
    r"|στις|เวลา|الساعة|ساعت|בשעה"
)
"""What stands between a day and its clock."""
_WEEKDAY = (
    r"Pazar|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi"
    r"|星期[一二三四五六日天]|[周週][一二三四五六日]|[月火水木金土日]曜日?|[월화수목금토일]요일"
    r"|[(（][^\W\d_]{1,3}[)）]"
)
"""The day of the week, where it stands behind the date."""
WEEKDAY_BEFORE = re.compile(
    r"[\s,]\s?(?:السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)$",
    re.IGNORECASE,
)
"""The same before it, behind the names of a line."""
_BRIDGE = (
    rf"(?:\s?(?:{_WEEKDAY}),?)?(?:(?<=[日일)）])\s*|\s*[T,،|•·@/–—-]\s*|\s+)"
    rf"(?:(?:{_CALLED})\s+)?"
)
_MONTH = rf"(?:(?:كانون|تشرين)\s(?:الثاني|الأول|الاول)|{_WORD})"
_YEARED = r"(?:\s?(?:[гржթ]|ел|m)\.|\.?\sgada|\.|\s?оны|,|\(?e?\)?ko)?"
"""What a language writes behind a year: `2024. gada`, `2024 ж.`"""
_SHORT = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])-(?:1[3-9]|2\d|3[01]))-\d\d"
    r"(?=,?\s\d{1,2}[:.]\d\d)"
)
"""`05-01-24 10:30`: a day, and no telephone's number or score."""
_DAYS = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|[.ºª])?(?:\s+|-(?=[^\W\d]{{3}})|(?<=\.)(?=[^\W\d]{{3}}))(?:de\s+|of\s+)?(?P<month>{_MONTH})(?:\.?[,،]?\s+|\.(?=\d))"
    r"(?:(?:del?|พ\.ศ\.|ค\.ศ\.)\s+)?\d{4}(?!\d)(?:\s?(?:[гр]|թ|ел)\.?(?!\w))?"
    rf"|\d{{4}}\.?\s(?:gada|ж\.|оны)\s\d{{1,2}}\.?\s(?P<last>{_MONTH})(?!\w)"
    r"|\d{4}\s?оны\s\d{1,2}(?:-р)?\sсарын\s\d{1,2}"
    rf"|\d{{4}}{_YEARED}\s(?P<middle>{_MONTH})\.?\s\d{{1,2}}(?![\d:])(?:\.|\sd\.|\(a\)|an?\b)?"
    rf"|(?P<first>{_WORD})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}(?!\d)"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\s?\d{1,2}\.\s?\d{1,2}\.?"
    rf"|(?<!-){_SHORT}"
    r"|\d{1,2}\.\s\d{1,2}\.\s(?:\d{4}|\d\d(?!\d))|\d\d\.\s\d{1,2}\.\s\d\.|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일號号]"
    r"|(?:明治|大正|昭和|平成|令和|民國|民国)\s?(?:\d{1,3}|元)年\s?\d{1,2}月\s?\d{1,2}日"
    r"|\d{1,2}\s+(?:tháng|thg)\s+\d{1,2}(?:,|\s+năm)?\s+\d{4}"
)
_DATE = re.compile(
    rf"(?<![^\W\u3040-\u9fff\uac00-\ud7a3])(?<!/)(?:(?P<before>{_CLOCK}){_ZONE}[,\s|•·–-]+(?:[^\W\d]{{3,12}}day,?\s+)?)?(?P<day>{_DAYS})"
    r"(?:(?!/|[^\WT]|T\D)|(?<=[日号號일])(?=\d{1,2}[:：時时]))"
    rf"(?:{_BRIDGE}(?:{_EAST}|(?:{_CLOCK}){_ZONE}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[\d年년](?:(?<=[年년])|\d{3}|[./-]\s?\d{1,2}[./-]\s?\d)")
"""Without a year there is no moment: most lines are done with this look, for one set of signs."""
_GLUED_DAYS = (
    re.compile(r"(?<=(?<!\d)(?:19|20)\d\d)(?=\d{1,2}(?:[.:/]|\s+[^\W\d]{3})|[^\W\d]{3})"),
    re.compile(r"(?<=[dt]\s(?:on|am))(?=\d)|(?<=,\s(?:19|20)\d\d)(?=\d{1,3}$)"),
    re.compile(r"(?<=[^\W\d_]{2})(?=(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|20\d\d-\d\d-\d\d)\b)"),
)
_GLUED_WORDS = (
    re.compile(r"(?<=[a-zA-Z\d])(?=(?:Updated|Published|Posted|Modified|Last updated)\b)"),
    re.compile(r"(?<=[a-zß-ÿ\d])(?=(?:Author|Autor(?:in)?|Auteur|Autore)\s?[A-ZÀ-Þ:])"),
    re.compile(r"(?:(?<=\bAuthor)|(?<=\bAutor)|(?<=\bAuteur))(?=(?!In)[A-ZÀ-Þ])"),
    re.compile(r"(?<=[a-zß-ÿ])(?=(?:Follow|Folgen|Seguir|Suivre)$)"),
)
"""What stood in two elements of a page: `10. Mai 20219. Mai 2021`, `7:00 AM ESTUpdated`."""
_GLUED_PARTS = (
    "Updated", "Published", "Posted", "Modified", "Last updated", "Aut", "Follow", "Folgen",
    "Seguir", "Suivre",
)  # fmt: skip
"""Of these each text with such a word has one: to look for all takes a tenth of the patterns."""
_ERA = r"(?:明治|大正|昭和|平成|令和|民國|民国)\s?(?:\d{1,3}|元)年"
_TWICE = re.compile(
    rf"(?P<year>\d{{4}}年)\s?[(（]{_ERA}[)）]|{_ERA}\s?[(（](?P<other>\d{{4}}年)[)）]"
)
"""`2024年（令和6年）`: one year, told in two calendars."""
_IDEOGRAPHS = re.compile(
    r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月"
    r"(?P<day>[一二三四五六七八九十]{1,3})(?=[日號号])"
)
"""`二〇二四年三月十四日`, as offices and lines that run downwards have it."""
_DIGITS = dict(zip("〇一二三四五六七八九零○", "012345678900", strict=True))
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ASIDE = 45
"""Characters beside a moment (a weekday, `Last modified on`, a place) that do not matter."""
_SENTENCE_ENDS = ("。", "！", "？")
"""Forty ideographs are a sentence, and many open with a day; a line of a day ends with none."""
_LOOK = 240
"""Moments are looked for in short lines; a paragraph that mentions a date is none."""
_DASH = re.compile(r"\s[–—|-]{1,2}\s")
_FILED, _PLACE_WORDS = 90, 5
"""Characters of a dateline, and words of a place."""
_FILED_BEHIND = re.compile(r"[–—/:-]|\.\s*[/(–—-]|\([^()]{2,40}\)\s*[.:–—-]")
_STOPPED, _OF_NOW = re.compile(r"\.\s+(?=[A-ZÀ-ÞА-Я])"), re.compile(r"(?<!\d)20\d\d(?!\d)")
"""Stories begin so too, with a day of long ago: `Berlin, 8 May 1945. The war was over.`"""
_ARTICLE = re.compile(r",\s*(?:den|le|am|el|a|em|the)$", re.IGNORECASE)
"""`Paris, le 9 mai 2023`."""
_FIGURE = re.compile(r"\d")
_BEFORE, _WEEKDAY_LETTERS = 30, 14
"""Characters among which a figure of such a moment stands; letters of a weekday and its comma."""
_UPDATE_WORDS = tuple(label for label, name in LABELS.items() if name is Field.UPDATED)


def without_direction(text: str) -> str:
    """Return a line without the marks that say in which direction its parts run."""
    return text if text.isascii() else _DIRECTION.sub("", text)


def unglued(text: str) -> str:
    """Return a line with a space between a year, or a zone, and the word that touches it."""
    if _FIGURE.search(text):
        for pattern in _GLUED_DAYS:
            text = pattern.sub(" ", text)
    if any(map(text.__contains__, _GLUED_PARTS)):
        for pattern in _GLUED_WORDS:
            text = pattern.sub(" ", text)
    return text


def in_digits(text: str) -> str:
    """Return a line with the days that it writes in ideographs, or with two years, as others do."""
    if "年" not in text:
        return text
    text = _TWICE.sub(lambda found: found["year"] or found["other"], text)
    return _IDEOGRAPHS.sub(
        lambda found: (
            f"{_number(found['year'])}年{_number(found['month'])}月{_number(found['day'])}"
        ),
        text,
    )


def _number(signs: str) -> int:
    """Return a number in ideographs: `二〇二四`, `十四`, `二十`, `三十一`."""
    if "十" not in signs:
        return int("".join(map(_DIGITS.__getitem__, signs)))
    tens, _, ones = signs.partition("十")
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))


def moments(text: str) -> list[tuple[Field, str]]:
    """Return each moment in a line and whether it says when it was published or updated."""
    text = without_direction(text[:_LOOK])
    if not _YEAR.search(text):
        return []
    text = in_digits(text)
    found: list[tuple[Field, str]] = []
    end = 0
    for match in _dates(text[:_LOOK]):
        said = text[end : match.start()].casefold()
        updated = bool(said) and any(word in said for word in _UPDATE_WORDS)
        found.append((Field.UPDATED if updated else Field.PUBLISHED, match.group().strip(" ,|")))
        end = match.end()
    return found


@lru_cache(maxsize=4096)
def is_moment_line(text: str) -> bool:
    """Whether a line tells one moment or two and hardly anything else."""
    text = without_direction(text)
    if len(text) > _LOOK or text.endswith(_SENTENCE_ENDS) or not _YEAR.search(text):
        return False
    text = in_digits(unglued(text))
    told = sum(len(match.group()) for match in _dates(text))
    return told > 0 and len(text) - told <= max(_ASIDE, told)


def opening_moment(text: str) -> str | None:
    """Return the moment that a line begins with, at most a weekday before it; None without one."""
    told = moments(text) if _FIGURE.search(text[:_BEFORE]) else []
    if not told:
        return None
    before = text[: text.find(told[0][1])].strip(" ,.")
    return told[0][1] if len(before) <= _WEEKDAY_LETTERS and " " not in before else None


def moment_before_dash(text: str) -> str | None:
    """Return the moment that opens a text or a headline: `06.11.23 - The tide came late.`"""
    told = opening_moment(text) if text[:1].isdigit() else None
    return told if told and _DASH.match(text, text.find(told) + len(told)) else None


def moment_of_filing(text: str) -> str | None:
    """Return the moment behind the place where a text was filed: `Kiel, 9. Mai 2023 (dpa) - …`."""
    told = moments(text[:_FILED])
    if not told:
        return None
    at = text.find(told[0][1])
    place, behind = text[:at].rstrip(), text[at + len(told[0][1]) :].lstrip()
    words = _ARTICLE.sub("", place).replace(",", " ").split()
    named = 0 < len(words) <= _PLACE_WORDS and all(word[0].isupper() for word in words)
    named = named and words[-1].casefold() not in FUNCTION_WORDS
    filed = _FILED_BEHIND.match(behind) or (_STOPPED.match(behind) and _OF_NOW.search(told[0][1]))
    return told[0][1] if named and filed else None


def _dates(text: str) -> Iterator[re.Match[str]]:
    """Yield the dates in order; a word between a day and a year has to be a month's name."""
    at = 0
    while (match := _DATE.search(text, at)) is not None:
        word = match["month"] or match["first"] or match["middle"] or match["last"]
        if word is None or _is_month(word):
            yield match
            at = match.end()
        else:
            at = match.start() + 1


def _is_month(word: str) -> bool:
    name = word.casefold().replace(" ", "")
    return name in MONTHS or name in SOLAR_MONTHS or f"{name}." in MONTHS
