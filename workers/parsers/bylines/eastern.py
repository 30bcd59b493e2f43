"""Bylines in writing without capitals: Chinese, Japanese, Korean and Arabic."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

import re

from workers.parsers.bylines.east_labels import authors_of, is_labelled, labels_of
from workers.parsers.bylines.east_signatures import signed_in_line
from workers.parsers.lines.printed_dates import without_date
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import is_behind_name, is_profile, names_nobody

_BY = re.compile(
    r"^[\[【(（]?(?:[\u3400-\u9fff]{2,10})?(?:记者|記者|通讯员|通訊員|作者|撰文|文|執筆|取材)"
    r"(?:[:：/／・]\s*"
    r"(?P<told>[^\s，。,.]{1,30}(?:[ \u3000、][\u3040-\u30ff\u3400-\u9fff]{1,4}){0,6})"
    r"|\s+(?P<who>[\u3040-\u30ff\u3400-\u9fff]{2,6}(?:[\s、][\u3040-\u30ff\u3400-\u9fff]{1,4}){0,6}))"
    r"[\])）】]?(?:\s|$)"
)
_REPORTS = re.compile(
    r"(?:记者|記者)\s?(?P<who>[\u3400-\u9fff]{2,4}(?:[、,，]\s?[\u3400-\u9fff]{2,4}){0,3})"
    r"\s?(?:[／/]\s?[\u3400-\u9fff]{0,8}|\s)(?:報導|報道|报道)"
)
"""`記者陳小明／台北報導`."""
_CALLED = re.compile(
    r"[（(【]?(?:[\u3400-\u9fff]{1,6}[部局課]?[ \u3000])?"
    r"(?P<who>[\u3040-\u30ff\u3400-\u9fff々 \u3000]{3,8})"
    r"\s?(?:記者|特派員|編集委員|論説委員)[)）】]?"
)
"""`山田太郎記者`."""
_OFFICE = re.compile(
    "(?:责任|責任|见习|视觉)?(?:编辑|編輯|责编|校对|校對|审核|摄影|攝影|图片|編集)"
)
"""Behind the reporter's name: who did something else."""
_BY_KOREAN = re.compile(
    r"^(?P<who>[\uac00-\ud7a3]{2,4}(?:[·,、]\s?[\uac00-\ud7a3]{2,4})*)\s?"
    r"(?:선임|인턴|수습)?(?:기자|특파원|논설위원)(?:\s*[(/|]?\s*\S+@\S+)?$"
)
_NO_CASE_LETTER = r"[\u0590-\u06ff\u0900-\u109f\u10d0-\u10ff\u1200-\u139f\u1780-\u17ff]"
_BY_NO_CASE = re.compile(
    r"^(?:(?:بقلم|كتب|كتبت)\s*[:：]?|(?:By|BY|by|Posted by|Von|Par|Por)\s?:?)\s+"
    rf"(?P<who>{_NO_CASE_LETTER}\S*(?:\s+{_NO_CASE_LETTER}\S*){{0,5}}"
    rf"(?:[,،]\s{_NO_CASE_LETTER}\S*(?:\s+{_NO_CASE_LETTER}\S*){{0,5}}){{0,3}})$"
)
"""Also the `By` of a publishing system that does not speak the page's language."""
_WEEKDAYS_ARABIC = "السبت|الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة"
_INSIDE = re.compile(
    r"(?<![^\W\d_])(?:作者|记者|記者|撰文|文|기자|글|بقلم|كتب)\s?[:：/／]\s?([\u3400-\u9fff\uac00-\ud7af·]{2,8}|[\u0600-\u06ff]{2,}"
    rf"(?:\s(?!(?:{_WEEKDAYS_ARABIC})(?!\w))[\u0600-\u06ff]{{2,}}){{1,3}})"
)
_PIECES = re.compile(r"[\s|｜·]+(?=\D)")
_LONGEST, _SHORT = 40, 12
"""Signs of the names in an element that is called for its author, surely or not so surely."""
_COMMAS = re.compile(r"[、,，]\s?")
_SENTENCE = re.compile(r"[。！？「」『』…]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NO_CASE = re.compile(
    r"[\u0590-\u06ff\u0900-\u0eff\u1000-\u109f\u10a0-\u10ff\u3040-\u9fff\uac00-\ud7af]"
)


def byline(text: str) -> str | None:
    """Return the names of a line that is a byline in such writing; None where it is none."""
    if is_labelled(text):
        return authors_of(text)
    match = _BY.match(text)
    if match and (names := _behind_word(match, text)):
        return names
    match = _REPORTS.search(text) or _CALLED.fullmatch(text)
    if match and all(map(is_person, _COMMAS.split(match["who"].strip()))):
        return match["who"].strip()
    if (names := signed_in_line(text)) is not None:
        return names
    match = _BY_KOREAN.match(text) or _BY_NO_CASE.match(text)
    return match["who"] if match else None


def byline_inside(text: str) -> str | None:
    """Return the name behind a word and a colon or stroke anywhere in a line: `文/李晓明 2024`."""
    if labels_of(text):
        return authors_of(text)
    found = _INSIDE.search(text)
    if found is None or names_nobody(found[1]) or (is_east_asian(text) and not is_person(found[1])):
        return None
    return found[1]


def is_east_asian(text: str) -> bool:
    """Return whether ideographs or kana are in a text."""
    return _EAST.search(text) is not None


def element_names(text: str, *, sure: bool) -> str | None:
    """
    Return the names in an element that is called for its author; None where it holds none.

    Labels decide where there are some; what stands behind a name (`关注`, the size of the letters)
    goes. One that is not surely called so has to hold a person, or little.
    """
    if labels_of(text):
        return authors_of(text)
    if is_profile(text):
        return None
    words = _PIECES.split(text.strip())
    while words and (is_behind_name(words[0]) or names_nobody(words[0])) and len(words) > 1:
        del words[0]
    end = next((at for at, word in enumerate(words) if at and is_behind_name(word)), len(words))
    names = " ".join(words[:end]).strip()
    person, _, employer = names.partition("/")
    if employer and is_person(person.strip()):
        return person.strip()
    if not names or names_nobody(names) or _SENTENCE.search(names):
        return None
    likely = sure or is_person(names) or not _KANA.search(names)
    return names if likely and len(names) <= (_LONGEST if sure else _SHORT) else None


def beside_date(text: str) -> tuple[str, ...]:
    """Return the words beside the date of a line, without what says that a text is its own."""
    words = without_date(text).split()
    while words and (is_behind_name(words[0]) or names_nobody(words[0])):
        del words[0]
    end = next((at for at, word in enumerate(words) if is_behind_name(word)), len(words))
    return tuple(words[:end])


def has_no_case(text: str) -> bool:
    """Return whether letters without capitals are in a text: its names cannot be told by them."""
    return _NO_CASE.search(text) is not None


def _behind_word(match: re.Match[str], text: str) -> str | None:
    """Return the names behind `记者`: without a colon they have to be names to the line's end."""
    if match["told"]:
        told = match["told"].strip(" )）】]")
        return told if all(map(is_person, re.split(r"[\s、,，]+", told))) else None
    names = re.split(r"[\s、]+", match["who"].strip())
    office = next((at for at, name in enumerate(names) if _OFFICE.fullmatch(name)), len(names))
    named = bool(office) and (all(map(is_person, names[:office])) or is_person(match["who"]))
    whole = match.end() >= len(text) or office < len(names)
    return " ".join(names[:office]) if named and whole else None
