"""
Whether a short text names who wrote it, and which part of it: for bylines in markup and without.

Only enough to tell a name from a label or a sentence; the normaliser splits and cleans names.
"""

# ruff: noqa: RUF001 - the patterns hold the letters of many languages
from __future__ import annotations

import re
from functools import lru_cache

_MONTH = r"[^\W\d_]{3,12}"
DATE = re.compile(
    r"(?<![\d.:/])(?:"
    r"(?:19|20)\d\d\s?(?:[-/.]|年|년)\s?\d{1,2}\s?(?:[-/.]|月|월)\s?\d{1,2}"
    r"|\d{1,2}\s?[./|-]\s?\d{1,2}\s?[./|-]\s?(?:(?:19|20)\d\d|\d\d(?![\d./-]))"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s?(?:de\s|d['’])?\s?{_MONTH}\.?,?\s?(?:del?\s)?(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s|\sde)\s?(?:19|20)\d\d"
    r"|\d{1,2}\s(?:tháng|thg)\s\d{1,2},?\s(?:năm\s)?(?:19|20)\d\d"
    r")(?!\d)",
    re.IGNORECASE,
)
"""A day, month and year as people print them; the normaliser reads it."""
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ſА-ЯΑ-Ω"
_NAME = rf"(?:Dr\.\s|Prof\.\s)*(?![\w.'’-]+\s?[:：])[{_UPPER}][\w.'’-]*"
_SMALL = r"(?:von|van|de|der|den|del|della|di|da|do|dos|al|el|bin|zu|la|le|y)\s"
_FULL = rf"{_NAME}(?:\s(?:{_SMALL}){{0,2}}{_NAME}){{0,3}}"
_AND = r"(?:\s?[,;/&]|\s(?:und|and|et|y|e|og|och|en|with|mit))\s"
_BY = (
    r"(?i:by|von|vom|par|por|di|door|av|af|przez|texte?|words|autor(?:in|en)?|authors?|auteurs?|автор"
    r"|reporter|redaktion|posted by|written by|geschrieben von|verfasst von|escrito por)"
)
_NAMES = rf"{_FULL}(?:{_AND}{_FULL}){{0,6}}"
_BYLINE = re.compile(rf"(?:^|[|•·,:–—-]\s?|\s){_BY}\b\s?:?\s?({_NAMES})")
_ONLY_NAMES = re.compile(_NAMES)
_SIGNED = re.compile(
    r"\b(?:von|by|par|por)\s+(\S{3,30})\s+(?:am|on|le|el|um|at|\|)\s", re.IGNORECASE
)
"""`Saved by rasos on 24 July`: names that people give themselves need no capital."""
_CJK_BYLINE = re.compile(
    r"(?:作者|记者|記者|撰文|文|기자|글|بقلم|كتب)\s?[:：/／]\s?([\u3400-\u9fff\uac00-\ud7af·]{2,8}|[\u0600-\u06ff]{2,}(?:\s[\u0600-\u06ff]{2,}){1,3})"
)
_NO_CASE = re.compile(r"[\u0590-\u06ff\u0900-\u0dff\u3040-\u9fff\uac00-\ud7af]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:uhr|am|pm|h))?", re.IGNORECASE)
_EDGES = " \t,;:|–—-•·/()~"
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|mo|di|mi|do|fr|sa|so|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[.,]?",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:\s(?:am|on|le|el|um|at|stand|uhr))+$")
"""Small words that stood before a date or clock."""
_NOBODY = re.compile(
    r"\b(?:account|log ?(?:in|out)|welcome|posted|published|register|website|github|archives?"
    r"|follow|comments?|kommentare?|artikel|articles?|contact|kontakt|minutes?|min|stunden|hours?|ago|hace"
    r"|datum|quelle|source|uhr|stand|mehr|more|about|über|all|view|read|share|photo|foto|bild|image"
    r"|nachricht|news|thema|posts?|profile?|menu|search|home|lesezeit|aktualisiert|veröffentlicht"
    r"|updated|publicado|publié|tags?|kategorien?|category|by|von|newsletter|copyright)\b|%|\d{2}",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(r"\b(?:am|um|on|at|le|el|uhr|h)\b", re.IGNORECASE)
"""Small words beside a date and a clock."""
_RUN_TOGETHER = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]\w*[a-zß-ÿ][A-ZÀ-Þ]")
"""`WebsiteTwitterGithub`: links that stand side by side, no name."""
_OPENED = re.compile(
    rf"^(?!photo|foto|bild|imag|video|illustr)[^\W\d_]{{0,14}}\s?{_BY}\s*:?\s+(?=\S)", re.IGNORECASE
)
_LABEL_ALONE = re.compile(
    r"(?:autor(?:in|innen|en)?|authors?|auteure?s?|autore|text|texto|written by|by|von"
    r"|verfasser(?:in)?|автор|redakteur(?:in)?|作者|記者|记者)\s?[:：]?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:^|[\s|•·,;–—-])(?i:autor(?:in|innen|en)?|authors?|auteure?s?|autore|text|texte|texto|words|story"
    rf"|von|by|interview|verfasser(?:in)?|автор|redakteur(?:in)?)\s?:\s?({_NAMES})"
)
_DIGITS = re.compile(r"\d\d")
_LONGEST_NAMES, _LONGEST_LABEL, _FEW = 120, 16, 3


def has_date(text: str) -> bool:
    """Return whether `DATE` is in a text; most have no two digits side by side, and no date."""
    return _DIGITS.search(text) is not None and DATE.search(text) is not None


def byline_in(text: str) -> str | None:
    """Return the names after `By` and its like, anywhere in a short line; None without them."""
    plain = _undated(text)
    found = _BYLINE.search(plain)
    if found is not None and not _NOBODY.search(found[1]):
        # One word after `by` is a name only where nothing but a date stands beside it.
        rest = _AROUND_DATE.sub(" ", plain[: found.start()] + " " + plain[found.end() :])
        if " " in found[1] or not any(map(str.isalnum, rest)):
            return found[1].strip(_EDGES)
    for pattern in (_SIGNED,) if text.isascii() else (_CJK_BYLINE, _SIGNED):
        found = pattern.search(text)
        if found is not None and not _NOBODY.search(found[1]):
            return found[1].strip(_EDGES)
    return None


def labelled_in(text: str) -> str | None:
    """Return the names after a label and its colon (`Autorin: Maren Oakes`); None without them."""
    found = _LABEL.search(_undated(text)) if ":" in text else None
    if found is None or " " not in found[1] or _NOBODY.search(found[1]):
        return None
    return found[1].strip(_EDGES)


def is_label(text: str) -> bool:
    """Return whether a line is a label alone, whose names stand in the next one."""
    return len(text) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Return whether a line is a byline from its first word to its last."""
    found = _BYLINE.match(_undated(text).rstrip(_EDGES))
    return found is not None and found.end() == len(found.string) and " " in found[1]


def names_in(text: str) -> str | None:
    """Return the names in the text of an element that is named for its author, or None."""
    found = byline_in(text)
    if found is not None:
        return None if _RUN_TOGETHER.search(found) else found
    rest = _OPENED.sub("", without_date(text), count=1)
    if _RUN_TOGETHER.search(rest):
        return None
    if not 1 < len(rest) <= _LONGEST_NAMES or _NOBODY.search(rest) or "?" in rest or "!" in rest:
        return None
    if _ONLY_NAMES.fullmatch(rest) or _NO_CASE.search(rest) or " " not in rest:
        return rest
    if rest != without_date(text) and len(rest.split()) <= _FEW:
        return rest  # after `Posted by` people stand with the names that they gave themselves
    leading = _ONLY_NAMES.match(rest)
    return (
        leading[0]
        if leading and rest[leading.end() :].startswith((",", " |", " –", " -"))
        else None
    )


def names_beside_date(text: str) -> str | None:
    """Return the names in a line that has nothing but them and a date: `14.03.2024 | Ada Brook`."""
    if not has_date(text):
        return None
    rest = without_date(text)
    found = _ONLY_NAMES.fullmatch(rest)
    several = len(rest.split()) > 1
    return rest if found and several and not _NOBODY.search(rest) else None


@lru_cache(maxsize=256)  # a line is looked at for a label, a byline and names
def _undated(text: str) -> str:
    """Return a line with strokes in place of its date and clock."""
    if _DIGITS.search(text) is None:
        return text
    return _CLOCK.sub(" | ", DATE.sub(" | ", text))


def without_date(text: str) -> str:
    """Return a line without its date, clock and weekday, and the signs between them."""
    rest = text if _DIGITS.search(text) is None else _CLOCK.sub(" ", DATE.sub(" ", text))
    rest = rest.strip(_EDGES)
    rest = _WEEKDAY.sub("", rest).strip(_EDGES)
    return _LOOSE_END.sub("", " ".join(rest.split())).strip(_EDGES)
