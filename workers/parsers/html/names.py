"""
Whether a short text names who wrote it, and which part of it: for bylines in markup and without.

Only enough to tell a name from a label or a sentence; the normaliser splits and cleans names.
"""

# ruff: noqa: RUF001 - the patterns hold the letters of many languages
from __future__ import annotations

import re
from functools import lru_cache

from workers.parsers.html.signing_words import (
    AUTHOR_LABEL,
    BESIDE_NAME,
    BY,
    NOBODY,
    OPENER,
    PICTURED,
    TEXT_LABEL,
)

_MONTH = r"[^\W\d_]{3,12}"
DATE = re.compile(
    r"(?<![\d./])(?<!\d:)(?:"
    r"(?:19|20)\d\d\s?(?:[-/.]|年|년)\s?\d{1,2}\s?(?:[-/.]|月|월)\s?\d{1,2}"
    r"|\d{1,2}\s?[./|-]\s?\d{1,2}\s?[./|-]\s?(?:(?:19|20)\d\d(?!:\d\d)|\d\d(?![\d./-])|\d\d(?=\d\d:\d\d))"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s?(?:de\s|d['’])?\s?{_MONTH}\.?,?\s?(?:del?\s)?(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,|\s|\sde)\s?(?:19|20)\d\d"
    r"|\d{1,2}\s(?:tháng|thg)\s\d{1,2},?\s(?:năm\s)?(?:19|20)\d\d"
    r")(?:(?!\d)|(?=\d\d:\d\d))",
    re.IGNORECASE,
)
"""A day, month and year as people print them; the normaliser reads it."""
_UPPER = "A-ZÀ-ÖØ-ÞĀ-ſА-ЯΑ-Ω"
_NAME = rf"(?:Dr\.\s|Prof\.\s)*(?![\w.'’-]+\s?[:：])[{_UPPER}][\w.'’-]*"
SMALL = r"(?:von|van|de|der|den|del|della|di|da|do|dos|al|el|bin|zu|la|le|y)\s"
NAME_WORD = rf"[{_UPPER}](?:[^\W\d_]*[a-zß-ÿ'’-][^\W\d_]*|\.)"
_FULL = rf"{_NAME}(?:\s(?:{SMALL}){{0,2}}{_NAME}){{0,3}}"
_AND = (
    r"(?:\s?[,;&]\s|\s?/\s?|\s(?:und|and|et|y|e|og|och|en|with|mit|im (?:Gespräch|Interview) mit"
    r"|in conversation with)\s)"
)
_NAMES = rf"{_FULL}(?:{_AND}{_FULL}){{0,6}}"
_BYLINE = re.compile(rf"(?:^|(?<=[|•·,:–—-])\s?|\s){BY}\b\s?:?\s?({_NAMES})")
_GLUED = re.compile(
    rf"^(?:By|Von|Par|Por)(?=[{_UPPER}](?:[^\W\d_{_UPPER}]+|\.(?:[A-Z]\.)*)\s[{_UPPER}])"
)
"""`ByAda Brook`: elements without white space between them."""
_AGENCY_END = re.compile(r"(?:\s?[,/(]\s?[\w./-]{2,12}\)?)?\s*")
"""`, dpa` or `/afp` behind the last name: agencies are written small too."""
_ONLY_NAMES = re.compile(_NAMES)
_NOBLE = re.compile(
    rf"([{_UPPER}][^\W\d_]+) (?:von|van|de|del|della|di|da|du) [{_UPPER}][^\W\d_]+(?=$|{_AND})"
)
_SIGNED = re.compile(
    r"(?:\b|\b(?:beitrag|post))(?:von|by|par|por)\s+(\S{3,30})\s+(?:am|on|le|el|um|at|[|»])\s",
    re.IGNORECASE,
)
"""`Saved by rasos on 24 July`: names that people give themselves need no capital."""
_WEEKDAYS_ARABIC = "السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة"
_CJK_BYLINE = re.compile(
    r"(?:作者|记者|記者|撰文|文|기자|글|بقلم|كتب)\s?[:：/／]\s?([\u3400-\u9fff\uac00-\ud7af·]{2,8}|[\u0600-\u06ff]{2,}"
    rf"(?:\s(?!(?:{_WEEKDAYS_ARABIC})(?!\w))[\u0600-\u06ff]{{2,}}){{1,3}})"
)
_NO_CASE = re.compile(r"[\u0590-\u06ff\u0900-\u0dff\u3040-\u9fff\uac00-\ud7af]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:uhr|[ap]\.?\s?m\b\.?|h))?", re.IGNORECASE)
_FIRST = re.compile(r"\s?[,;/]\s?")
_EDGES = " \t,;:|–—-•·/()~"
_SEGMENT = re.compile(r"\s?[|•·–—]\s?|\s[-/]\s|[,:]\s|\s\(")
_WEEKDAY = re.compile(
    r"^(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|mo|di|mi|do|fr|sa|so|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[.,]?(?=\s|$)",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:\s(?:am|on|le|el|um|at|stand|uhr))+$")
"""Small words that stood before a date or clock."""
_AROUND_DATE = re.compile(r"\b(?:am|um|on|at|le|el|uhr|h)\b", re.IGNORECASE)
"""Small words beside a date and a clock."""
_RUN_TOGETHER = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]\w*[a-zß-ÿ][A-ZÀ-Þ]")
"""`WebsiteTwitterGithub`: links that stand side by side, no name."""
_OPENED = re.compile(
    rf"^(?!photo|foto|bild|imag|video|illustr)[^\W\d_]{{0,14}}\s?{BY}\s*:?\s+(?=\S)", re.IGNORECASE
)
_LABEL = re.compile(rf"(?:^|[\s|•·,;–—-])(?:{AUTHOR_LABEL}|{TEXT_LABEL})\s?:\s?({_NAMES})")
_AND_PICTURES = re.compile(
    r"\b(text\w?|words|story)\s?(?:&|\+|/|and|und|et|y|e|i|og|och|en)\s?"
    r"(?:photo(?:s|graphs)?|fotos?|bild(?:er)?|pictures)(?=\s?:)",
    re.IGNORECASE,
)
"""`Text & Fotos:`"""
_LABEL_ALONE = re.compile(
    rf"(?:{AUTHOR_LABEL}|written by|作者|記者|记者)\s?[:：]?|{TEXT_LABEL}\s?[:：]", re.IGNORECASE
)
_DIGITS = re.compile(r"\d\d")
_LONGEST_NAMES, _LONGEST_LABEL, _FEW = 120, 16, 3


def without_pictures(text: str) -> str:
    """Return a line whose author took the pictures too with the label of texts alone."""
    return _AND_PICTURES.sub(r"\1", text) if ":" in text else text


def has_date(text: str) -> bool:
    """Return whether `DATE` is in a text; most have no two digits side by side, and no date."""
    return _DIGITS.search(text) is not None and DATE.search(text) is not None


def byline_in(text: str) -> str | None:
    """
    Return the names after `By` and its like, anywhere in a short line; None without them.

    Before it stands nothing, a date, or what opens bylines: after other words `by` is one of a
    sentence (`Works by Ada Brook on show`) or names who took a picture.
    """
    plain = _unglued(_undated(text))
    found = _BYLINE.search(plain)
    if found is not None:
        before = _SEGMENT.split(plain[: found.start()])[-1].strip(_EDGES)
        if PICTURED.search(plain[: found.start()]) or (before and not OPENER.search(before)):
            return None
    return _after_by(text, plain, found)


def _after_by(text: str, plain: str, found: re.Match[str] | None) -> str | None:
    """Return the names that were found after `By`, or in the other ways in which people sign."""
    names = BESIDE_NAME.sub("", found[1]) if found is not None else ""
    if found is not None and not NOBODY.search(names):
        # One word after `by` is a name only where nothing but a date stands beside it.
        rest = _AROUND_DATE.sub(" ", plain[: found.start()] + " " + plain[found.end() :])
        if " " in names or not any(map(str.isalnum, rest)):
            return names.strip(_EDGES)
    for pattern in (_SIGNED,) if text.isascii() else (_CJK_BYLINE, _SIGNED):
        signed = pattern.search(text)
        if signed is not None and not NOBODY.search(signed[1]):
            return signed[1].strip(_EDGES)
    return None


def labelled_in(text: str) -> str | None:
    """Return the names after a label and its colon (`Autorin: Maren Oakes`); None without them."""
    text = without_pictures(text)
    found = _LABEL.search(_undated(text)) if ":" in text else None
    if found is None or " " not in found[1] or NOBODY.search(found[1]):
        return None
    return None if PICTURED.search(text[: found.start()]) else found[1].strip(_EDGES)


def is_label(text: str) -> bool:
    """Return whether a line is a label alone, whose names stand in the next one."""
    return len(text) <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Return whether a line is a byline from its first word to its last."""
    plain = BESIDE_NAME.sub("", _unglued(_undated(text))).strip(_EDGES)
    found = _BYLINE.search(plain)
    if found is None or " " not in found[1] or not _AGENCY_END.fullmatch(plain, found.end()):
        return False
    before = plain[: found.start()]
    return not before or (len(before.split()) <= _FEW and OPENER.search(before) is not None)


def names_in(text: str) -> str | None:
    """Return the names in the text of an element that is named for its author, or None."""
    text = without_pictures(text)
    plain, line = _undated(text), without_date(text)
    if _is_noble(line):
        return line
    found = _after_by(text, plain, _BYLINE.search(plain))
    rest = found or _OPENED.sub("", line, count=1)
    if _RUN_TOGETHER.search(rest):
        return None
    return found or _unmarked(rest, opened=rest != line)


def _unmarked(rest: str, *, opened: bool) -> str | None:
    """Return the names in a line without `By`; `opened` where its `Posted by` was taken off."""
    if NOBODY.search(rest) or "?" in rest or "!" in rest:
        return _first_segment(rest)
    if not 1 < len(rest) <= _LONGEST_NAMES:
        return None
    if _ONLY_NAMES.fullmatch(rest) or _NO_CASE.search(rest) or " " not in rest:
        return rest
    if opened and len(rest.split()) <= _FEW:
        return rest.partition(":")[0]  # people stand there with the names that they gave themselves
    leading = _ONLY_NAMES.match(rest)
    behind = rest[leading.end() :] if leading else ""
    return leading[0] if leading and behind.startswith((",", " |", " –", " -", " (")) else None


def _is_noble(line: str) -> bool:
    """Return whether a line of names begins with one that has a `von` in it: that is no `by`."""
    found = _NOBLE.match(line)
    return (
        found is not None
        and not OPENER.fullmatch(found[1])
        and not PICTURED.fullmatch(found[1])
        and _ONLY_NAMES.fullmatch(line) is not None
    )


def _first_segment(line: str) -> str | None:
    """Return a full name before a stroke: `Ada Brook | 3 hours ago`."""
    first = _SEGMENT.split(line, maxsplit=1)[0]
    if first == line or " " not in first or NOBODY.search(first) or "?" in first or "!" in first:
        return None
    return first if _ONLY_NAMES.fullmatch(first) else None


def names_beside_date(text: str) -> str | None:
    """Return the names in a line that has nothing but them and a date: `14.03.2024 | Ada Brook`."""
    if not has_date(text):
        return None
    rest = without_date(text)
    found = _ONLY_NAMES.fullmatch(rest)
    # Of several in a row the first is in full: `Oslo, Bergen` are places.
    in_full = " " in _FIRST.split(rest, maxsplit=1)[0]
    return rest if found and in_full and not NOBODY.search(rest) else None


@lru_cache(maxsize=256)  # a line is looked at for a label, a byline and names
def _undated(text: str) -> str:
    """Return a line with strokes in place of its date and clock."""
    if _DIGITS.search(text) is None:
        return text
    return _CLOCK.sub(" | ", DATE.sub(" | ", text))


def _unglued(text: str) -> str:
    """Return a line with a space behind the `By` that it begins with."""
    found = _GLUED.match(text)
    return text if found is None else f"{found[0]} {text[found.end() :]}"


def without_date(text: str) -> str:
    """Return a line without its date, clock and weekday, and the signs between them."""
    rest = text if _DIGITS.search(text) is None else _CLOCK.sub(" ", DATE.sub(" ", text))
    rest = rest.strip(_EDGES)
    rest = _WEEKDAY.sub("", rest).strip(_EDGES)
    return _LOOSE_END.sub("", " ".join(rest.split())).strip(_EDGES)
