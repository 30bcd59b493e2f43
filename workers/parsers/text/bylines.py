"""Lines that say who wrote it (`By A. Person`) and where from (`PARIS, May 4 (AFP) -`)."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re

from workers.east_asian_names import is_person
from workers.parsers.text.lexicon import BY, MONTHS, SHORT_MONTHS
from workers.parsers.text.moments import moments

_BY = re.compile(
    rf"(?:written |posted |reported |story )?(?:{'|'.join(BY)})\b[:\s]\s*", re.IGNORECASE
)
_BY_CJK = re.compile(
    r"^[\[【(（]?(?:[\u3400-\u9fff]{2,10})?(?:记者|記者|通讯员|通訊員|作者|撰文|文|執筆|取材)"
    r"(?:[:：/／・]\s*"
    r"(?P<told>[^\s，。,.]{1,30}(?:[ \u3000、][\u3040-\u30ff\u3400-\u9fff]{1,4}){0,6})"
    r"|\s+(?P<who>[\u3040-\u30ff\u3400-\u9fff]{2,6}(?:[\s、][\u3040-\u30ff\u3400-\u9fff]{1,4}){0,6}))"
    r"[\])）】]?(?:\s|$)"
)
_BY_KOREAN = re.compile(
    r"^(?P<who>[\uac00-\ud7a3]{2,4}(?:[·,、]\s?[\uac00-\ud7a3]{2,4})*)\s?"
    r"(?:선임|인턴|수습)?(?:기자|특파원|논설위원)(?:\s*[(/|]?\s*\S+@\S+)?$"
)
_BY_ARABIC = re.compile(r"^(?:بقلم|كتب|كتبت)\s*[:：]?\s+(?P<who>\S+(?:\s+\S+){0,4})$")
_ROLE = re.compile(
    r"\s+(?:[|•·–—-]|/)\s+|\s{2,}|\s*[|•·]\s*|\s*,?\s*(?:updated|published|posted)\b", re.IGNORECASE
)
_NAME_WORD = re.compile(
    r"^(?:[^\W\d_][\w'’.-]*|&|and|und|et|y|e|och|en|de|da|van|von|der|di|del|la|le|bin|al|,)$"
)
_LONGEST = 160
_NAME_SIGNS = str.maketrans("", "", ".-'’")
_MONTH = "|".join(sorted(map(re.escape, MONTHS | SHORT_MONTHS), key=len, reverse=True))
_DAY = rf"(?i:(?:{_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\.?\s+(?:{_MONTH}))(?:,?\s+\d{{4}})?"
_PLACE = r"[A-ZÀ-ÞА-Я][\w'’.-]*(?:[\s/,]+[A-ZÀ-ÞА-Я][\w'’.-]*){0,5}"
_DATELINE = re.compile(
    rf"(?P<line>(?P<place>{_PLACE})(?:,?\s+(?P<day>{_DAY}))?\s*(?P<agency>\([^()]{{2,40}}\))?)"
    r"\s*(?:--|[–—-])\s+\S"
)
_DATELINE_CJK = re.compile(
    r"^(?P<line>[\u3400-\u9fff]{2,8}(?:社|网|報|报)[\u3400-\u9fff]{1,10}\d{1,2}月\d{1,2}日电)"
)
_DASH = re.compile("[-–—电]")
_BRACKET_AGENCY = re.compile(r"^\(?(?P<line>[A-Z][\w. ]{1,25})\)\s*(?:--|[–—-])\s+\S")


def author_of(text: str) -> str | None:
    """Return the names that a byline gives, without its `By`; None where it is no byline."""
    if len(text) > _LONGEST:
        return None
    if not text.isascii() and (match := _other_script(text)):
        return _eastern(match, text) if match.re is _BY_CJK else match["who"]
    match = _BY.match(text)
    if not match:
        return None
    names = _without_moment(text[match.end() :])
    names = _ROLE.split(names, maxsplit=1)[0].strip(" ,;|-–—")
    return names if names_only(names) else None


def _other_script(text: str) -> re.Match[str] | None:
    """Return what a byline in a script without capitals tells; None where it is none."""
    return _BY_CJK.match(text) or _BY_KOREAN.match(text) or _BY_ARABIC.match(text)


def _eastern(match: re.Match[str], text: str) -> str | None:
    """Return the names behind `记者`: without a colon they have to be names to the line's end."""
    if match["told"]:
        return match["told"].strip(" )）】]")
    names = re.split(r"[\s、]+", match["who"].strip())
    named = all(map(is_person, names)) or is_person(match["who"])
    return match["who"] if named and match.end() >= len(text) else None


def _without_moment(text: str) -> str:
    for _, moment in moments(text):
        text = text[: text.find(moment)]
        break
    return text


def names_only(text: str, most: int = 14) -> bool:
    """Whether a text is names of people and nothing else: capitalised words and connectives."""
    words = text.replace(",", " , ").split()
    if not 1 <= len(words) <= most or text[-1:] in "!?:;。":
        return False
    head = text.split(",", 1)[0].split()
    if not all(_NAME_WORD.match(word) for word in head):
        return False
    return head[0][0].isupper() or not head[0][0].islower()


def looks_like_person(text: str) -> bool:
    """Whether a line without any `By` may be a person's name: two to four capitalised words."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(map(_is_name, words))  # noqa: PLR2004


def _is_name(word: str) -> bool:
    letters = word.translate(_NAME_SIGNS)
    return (
        letters.isalpha() and letters[0].isupper() and (len(letters) == 1 or not letters.isupper())
    )


def dateline_of(paragraph: str) -> str | None:
    """Return the place, day and agency that a wire story begins with; None where there is none."""
    head = paragraph[:160]
    if not _DASH.search(head):
        return None
    if match := _DATELINE_CJK.match(head) or _BRACKET_AGENCY.match(head):
        return match["line"]
    match = _DATELINE.match(head)
    if match is None:
        return None
    shouted = match["place"].split(",")[0].isupper() and len(match["place"]) > 2  # noqa: PLR2004
    return match["line"].strip() if shouted or match["day"] or match["agency"] else None
