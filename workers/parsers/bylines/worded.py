"""
Lines that a word for writing opens, in scripts of their own: Korean, Thai, Greek, Russian, Hebrew;
and in languages whose words for it are not among those of `words.BY`.

Each is read whole, or as one part of a line whose parts strokes divide: inside a sentence the same
words mean other things.
"""

# ruff: noqa: RUF001 - the letters of many scripts are meant
from __future__ import annotations

import re

from workers.parsers.lines.printed_dates import EDGES, undated

_HANGUL = r"[\uac00-\ud7a3]{2,4}"
_GREEK = r"[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰς.]+"
_CYRILLIC = r"[А-ЯЁІЇЄҐ][а-яёіїєґ’'-]*\.?"
_THAI = r"[\u0e01-\u0e4e]{2,20}"
_THAI_NAME = rf"{_THAI}(?:\s{_THAI}){{1,2}}"
_HEBREW = r"[\u05d0-\u05ea'\"׳״-]{2,15}"
_HEBREW_NAME = rf"{_HEBREW}(?:\s{_HEBREW}){{1,2}}"
_LATIN = r"[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż-]+"
_REPORTER = r"(?:선임|인턴|수습)?(?:기자|특파원|논설위원)"
_PICTURES = r"(?:\s?[·,/|]?\s?(?:사진|영상|그림).{0,20})?"
_TEXT = r"(?:[Мм]атериал|[Тт]екст|[Ии]нтервью)"
_WROTE = r"(?:[Пп]одготовил|[Нн]аписал|[Зз]аписал|[Бб]еседовал)"
_OFFICES = r"(?:корреспондент|обозреватель|журналист|спецкор|колумнист|кореспондент)"
_PREPARED = r"(?:[Oo]prac(?:\.|ował|owała)|[Rr]ozmawiała?|[Pp]rzygotowała?)"
_WRITTEN_BY = r"(?:Nga|Rašė|Parengė|Toimittaja|Teksti|Kirjoittanut|Skrifað\saf|Höfundur)"
"""Albanian, Lithuanian, Finnish and Icelandic; with a colon they are labels."""
_NAME = r"[A-ZÀ-ÞĀ-Ž][^\W\d_A-Z][^\W\d_]*"
_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:[\[(【][^\])】=]{{1,15}}=\s?)?(?P<who>{_HANGUL}(?:[·,、]\s?{_HANGUL})*)\s?{_REPORTER}[\])】]?",
        rf"(?:글|취재|기자명?|글쓴이|작성자)\s?[:：=/·]?\s?(?P<who>{_HANGUL}(?:\s?[·,、]\s?{_HANGUL})*){_PICTURES}",
        rf"(?:ผู้เขียน|ผู้สื่อข่าว|นักข่าว)\s?[:：]?\s(?P<who>{_THAI}(?:\s{_THAI}){{1,2}})",
        rf"(?:เขียน|เรื่อง|รายงาน|เรื่องและภาพ)?โดย\s?[:：]?\s(?P<who>{_THAI_NAME}(?:,\s{_THAI}(?:\s{_THAI}){{0,2}}){{0,2}})",
        rf"(?:Γράφ(?:ει|ουν)|Ρεπορτάζ)\s?:?\s(?:(?:ο|η|οι)\s)?(?P<who>{_GREEK}(?:\s{_GREEK}){{1,2}})",
        rf"(?:Του|Της|Των|ΤΟΥ|ΤΗΣ|Από\sτ(?:ον|ην))\s(?P<who>{_GREEK}(?:\s{_GREEK}){{1,2}})",
        rf"(?:{_TEXT}\s)?{_WROTE}(?:а|и)?\s?:?\s(?P<who>{_CYRILLIC}(?:\s{_CYRILLIC}){{1,2}})",
        rf"(?P<who>{_CYRILLIC}\s{_CYRILLIC}),?\s(?:специальный\s)?{_OFFICES}(?:\s.{{0,60}})?",
        rf"(?:от|От|Від|Автор)\s?:?\s(?P<who>{_CYRILLIC}(?:\s{_CYRILLIC}){{1,2}})",
        rf"(?:מאת|כתבה|כתב)\s?[:：]?\s(?!אישום|העת)(?P<who>{_HEBREW_NAME}(?:,\s{_HEBREW}(?:\s{_HEBREW}){{0,2}}){{0,2}})",
        rf"{_PREPARED}\s?:?\s(?P<who>{_LATIN}(?:\s{_LATIN}){{1,2}})",
        rf"{_WRITTEN_BY}\s(?P<who>{_NAME}(?:\s{_NAME}){{1,2}})",
    )
)
_DAY_LABEL = re.compile(r"\s*(?:기사|최종)?(?:입력|수정|등록|승인|게재|송고|발행|업데이트)\s?:?$")
"""What a day is called that stood behind the name."""
_PARTS = re.compile(r"\s*[|•]\s*")
_LONGEST = 120
_SCRIPT = re.compile(r"[\u0370-\u1fff\uac00-\ud7af]")
_OPENED = re.compile(rf"[Oo]prac|[Rr]ozmaw|[Pp]rzygot|{_WRITTEN_BY}")
"""What opens those in Latin letters: all other lines are done with this look."""


def byline(text: str) -> str | None:
    """Return the names of a line, or of one of its parts, that such a word opens; None without."""
    if len(text) > _LONGEST or (_SCRIPT.search(text) is None and _OPENED.match(text) is None):
        return None
    for part in _PARTS.split(undated(text)):
        bare = _DAY_LABEL.sub("", part.strip(EDGES))
        found = next((each for line in _LINES if (each := line.fullmatch(bare))), None)
        if found is not None:
            return found["who"]
    return None
