"""Where a wire story comes from, in its first words: `PARIS, May 4 (AFP) -`, `新华社北京…`."""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import re

from workers.parsers.lines.lexicon import MONTHS, SHORT_MONTHS
from workers.words.agencies import AGENCY

_MONTH = "|".join(sorted(map(re.escape, MONTHS | SHORT_MONTHS), key=len, reverse=True))
_DAY = rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{_MONTH})\.?)(?:,?\s+\d{{4}})?"
_PLACE = r"[A-ZÀ-ÞА-Я][\w'’.-]*(?:[\s/,]+[A-ZÀ-ÞА-Я][\w'’.-]*){0,5}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
"""`Saturday, May 4 (EST) The`: when something is on."""
_NO_PLACE = r"(?:Fotos?|Photos?|Bild(?:er)?|Archivbild|Symbolbild|Quelle|Source|Text|Grafik)\b"
"""`Foto (dpa) Ein Schiff`: whose the picture is."""
_DATELINE = re.compile(
    rf"(?P<line>(?P<place>{_PLACE})(?:,?\s+(?P<day>{_DAY}))?\s*(?P<agency>\([^()]{{2,40}}\))?)"
    r"\s*(?<!\.)\.?(?:--|[–—-])\s+\S"
)
_NOT_PARTED = re.compile(
    rf"(?P<line>(?P<place>{_PLACE}),?\s+{_DAY}\.?\s*/(?=[A-ZÀ-ÞА-Я])[^/\n]{{2,30}}/)\.?\s*(?:[–—-]\s*)?\S"
    rf"|(?P<indian>(?!{_WEEKDAY}){_PLACE},\s+{_DAY}\s+\([A-Z]{{2,6}}\))[\s:]+(?=[A-Z\"'“‘])"
    rf"|(?P<known>(?!{_NO_PLACE}){_PLACE}\s*\((?=[a-z])(?i:{AGENCY})\))\s+(?=[A-ZÀ-Þ\"'“„«])"
    rf"|(?P<bare>{_PLACE},?\s+{_DAY}\s+(?i:{AGENCY}))\s*(?:--|[–—-])\s+\S"
    rf"|(?P<nordic>(?!{_NO_PLACE}){_PLACE}\s*(?:\((?i:{AGENCY})\)|/(?i:{AGENCY})/)):\s+\S"
)
"""
`OMSK, May 4. /TASS/. A`, `Pune, May 4 (PTI) A`, `Bern (sda) A`, `KOBE, May 4 Kyodo - A`, and
`Vejle /ritzau/: A`.
"""
_ARABIC_WORD = r"[\u0621-\u06ff]{2,}"
_ARABIC = re.compile(
    rf"(?P<line>{_ARABIC_WORD}(?:[\s-]{_ARABIC_WORD}){{0,2}}(?:،?\s\d{{1,2}}\s[\u0621-\u06ff/]{{3,20}})?"
    r"\s?\((?P<agency>[\u0621-\u06ff][\u0621-\u06ff .]{1,30})\))\s*(?:--|[–—-])\s*"
    rf"(?!{_ARABIC_WORD}(?:\s{_ARABIC_WORD})?\s?\()\S"
)
"""`نيويورك (أ ف ب) - قال`; of `الأهلي (مصر) - الزمالك (مصر)` both are who plays."""
_KOREAN = re.compile(
    r"[(\[【](?P<line>(?P<place>[\uac00-\ud7a3·,\s]{2,20}(?:\([\uac00-\ud7a3]{2,8}\))?)="
    r"(?P<agency>[\uac00-\ud7a3]{2,8}|[A-Z]{2,6}))[)\]】]"
)
_DATELINE_CJK = re.compile(
    r"^(?P<line>[\u3400-\u9fff]{2,8}(?:社|网|報|报)[\u3400-\u9fff]{1,10}\d{1,2}月\d{1,2}日电)"
)
_LONGEST_ALONE = 60
_ALONE = re.compile(
    rf"(?!{_WEEKDAY}|{_NO_PLACE}){_PLACE}(?:,?\s+{_DAY})?\s*(?:\([^()]{{2,40}}\))?\s*(?:--|[–—-])"
)
"""`Bonn -`: the dateline in an element of its own, as some systems set it above the text."""
_DASH = re.compile(r"[-–—电)/\]】](?:(?<=[电)/\]】])|\s)")
"""What each of the forms has behind the place; most lines are done with this look."""
_BRACKET_AGENCY = re.compile(r"^\(?(?P<line>[A-Z][\w. ]{1,25})\)\s*(?:--|[–—-])\s+\S")
_AGENCY_FIRST = re.compile(
    rf"^(?P<line>\((?i:{AGENCY})\)\s*(?:--|[–—-])\s+{_PLACE}(?:,?\s+{_DAY})?)\s*(?:--|[–—-])\s+\S"
)
"""`(ANSA) - ROME, MAY 4 - The`."""
_AGENCY_ONLY = re.compile(rf"^(?P<line>\((?i:{AGENCY})\))\s*(?:--|[–—-])\s+\S")
"""`(Reuters) - Shares`: whose the story is, and not from where."""
_ASCII = (_AGENCY_FIRST, _AGENCY_ONLY, _BRACKET_AGENCY)
_FORMS = (_DATELINE_CJK, *_ASCII, _ARABIC, _KOREAN)
_AGENCY = re.compile(
    r"\((?P<agency>[^()=]{2,40})\)$|/(?P<stroke>[^/]{2,30})/$|^\((?P<first>[A-Z][\w. ]{1,25})\)"
    rf"|=(?P<korean>[^\])=]{{2,8}})$|\d\s(?P<bare>(?i:{AGENCY}))$"
)
_AGENCY_EAST = re.compile(r"^(?P<agency>[\u3400-\u9fff]{2,6}?(?:社|网|報|报))")


def dateline_of(paragraph: str) -> str | None:
    """Return the place, day and agency that a wire story begins with; None where there is none."""
    head = paragraph[:160]
    if not _DASH.search(head):
        return None
    forms = _ASCII if head.isascii() else _FORMS
    if match := next(filter(None, (form.match(head) for form in forms)), None):
        return match["line"]
    match = _DATELINE.match(head)
    if match is None:
        match = _NOT_PARTED.match(head)
        return next(filter(None, match.groupdict().values()), None) if match else None
    shouted = match["place"].split(",")[0].isupper() and len(match["place"]) > 2  # noqa: PLR2004
    return match["line"].strip() if shouted or match["day"] or match["agency"] else None


def is_dateline_alone(line: str) -> bool:
    """Return whether a line is a place, with a day or an agency or without, and a dash behind."""
    return len(line) <= _LONGEST_ALONE and line[-1:] in "-–—" and bool(_ALONE.fullmatch(line))


def agency_of(dateline: str) -> str | None:
    """Return the agency that a dateline names: `ROTTERDAM, March 14 (Reuters)`, `新华社北京…`."""
    match = _AGENCY.search(dateline) or _AGENCY_EAST.match(dateline)
    return next(filter(None, match.groups())).strip() if match else None


def told_by(line: str) -> tuple[str | None, str | None]:
    """Return the dateline and the agency of first words: an agency alone is no dateline."""
    agency = agency_of(line)
    return (None if line == f"({agency})" else line), agency
