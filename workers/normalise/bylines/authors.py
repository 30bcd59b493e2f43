"""Who wrote it: separate persons from byline strings of many languages and habits."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from workers.normalise.bylines.capitals import folded
from workers.normalise.bylines.offices import is_place_of_office, without_field
from workers.normalise.bylines.parts import (
    SHORT_HOUSE,
    are_initials,
    is_account,
    is_of_house,
    is_organisation,
    is_sentence,
    parts,
    without_employer,
)
from workers.normalise.bylines.words import (
    AGENCY_OFFICE,
    DESK,
    NOBODY,
    OPENING,
    PICTURE_HOUSE,
    ROLE,
    STAFF,
    TRAILING_PLACE,
)
from workers.normalise.text import clean
from workers.words.agencies import AGENCIES, AGENCY
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import names_nobody
from workers.words.letters import letters_and_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST = 12
"""Persons; more are a list of something else."""
_LONGEST = 80
"""Characters of one name; an organisation's can be long, a sentence is longer."""
_LONGEST_LINE = 600
_TWO = 2
_ROUNDS = 4
"""A name can lose one word after another (`Writer Writer`); most are done at once."""
_EMAIL = re.compile(
    r"\[?email\sprotected\]?|[(<\[]?\s*(?:mailto:)?[\w.+-]{1,64}(?:@|\s?[(\[]at[)\]]\s?)[\w-]+(?:\.[\w-]+)+\s*[)>\]]?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_HANDLE = re.compile(r"(?:^|(?<=[\s(,|]))@\w{2,30}\)?(?=$|[\s,;|)])")
_MARKUP = re.compile(r"<[^<>]{0,300}>")
_WHEN = re.compile(
    r"[\s,;|•·–—-]*(?:\b(?:on|am|le|el|il|vom|updated|published|posted)\b:?\s*)?"
    r"(?:\b(?:(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mié|jue|vie|dom)[^\W\d]*|mo|di|mi|do|fr|sa|so"
    r"|(?:diens|mitt|donners|frei|sams|sonn)\w+)[.,]*\s+)?"
    r"(?:\d{1,3}[\s-]?min(?:ute)?s?(?:[\s-]read)?$|\d{4}[-./年]\s?\d{1,2}[-./月].*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\d{1,2}:\d\d.*"
    r"|\d{1,2}\.?\s+[^\W\d]{3,10}\.?,?\s+\d{4}.*|[^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4}.*)$",
    re.IGNORECASE,
)
"""A date that stands on the byline's line, and all that follows it."""
_NETWORK = re.compile(
    r"(?:\w+\.)?(?:facebook|twitter|instagram|linkedin|youtube|tiktok|google)\.com", re.IGNORECASE
)
"""Where accounts are: its address names nobody."""
_DOMAIN = re.compile(r"\s*((?:www\.)?[\w-]+(?:\.[\w-]+)+)\s*")
_EDGES = ' \t,;:|/\\-–—•·*"“”„«»()[]{}（）【】<>_~=+'
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
_FROM_AGENCY = re.compile(r"(?<=[a-zß-ÿ])/[\w.-]{2,12}$")
"""`Jane Doe/AFP`, where two words or more stand before the stroke."""
_AT_AGENCY = re.compile(rf"(?<=[a-zß-ÿ]),\s(?=[A-Z]{{2,5}}\s)(?i:{AGENCY})\s[A-Z]\w+(?:\s\w+)?$")
"""`Jane Doe, PA Scotland`: the office of an agency behind the last name."""
_PERSON = re.compile(r"(?!The\s)[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s[^\W\d_a-zß-ÿ][\w.'’-]*){1,2}")
_NO_END = re.compile(r"\b(?:the|to|of|for|from|der|des|für|de|du|la)$", re.IGNORECASE)
"""A word that no name ends in: what was taken off behind it was no office of a person."""
_RANK = re.compile(
    r"(?:senior|chief|deputy|managing|executive|associate|contributing|staff)\s", re.IGNORECASE
)
"""What an office begins with, and no name: `Senior Politics Editor`."""
_EAST_OFFICE = re.compile(r"\s?(?:记者|記者|特派员|特派員|기자|특파원)$")
_KOREAN_DESK = re.compile(r"[\uac00-\ud7a3]{1,6}(?:부|팀|국)\s(?=[\uac00-\ud7a3]{2,4}$)")
"""`사회부 김민수`: the desk before a name."""
_KOREAN_OFFICE = re.compile(
    r"(?!..[시청부처]|한겨레)([\uac00-\ud7a3]{3})\s(?:[\w·&]{1,12}\s){0,4}[\w·]{0,10}"
    r"(?:기자|특파원|위원|칼럼니스트|평론가|비평가|작가|교수|연구원|연구위원|소장|원장|대표|변호사|변리사|의사|전문의|전문가|시인|소설가"
    r"|편집장|논설실장|국장|부장|팀장|이사장?|센터장|회장|총장|의원|감독|PD|아나운서|부|팀)"
)
"""
`고규홍 나무 칼럼니스트`, `김민수 서울대 교수`: what somebody is, behind the name.

A town, an office or a paper of three letters has no such name: `서울시 문화부`.
"""
_EAST_EMPLOYED = re.compile(
    r"[\u3400-\u9fff]{2,12}(?:记者|記者|评论员|評論員|通讯员|通訊員)\s?([\u3400-\u9fff·]{2,4})"
    r"|([\u3400-\u9fff·]{2,4})\s?[/／]\s?[\u3400-\u9fff]{3,12}"
)
"""`江城晚报记者李晓明`, `石佳/江城青年报`."""
_HOUSE = re.compile(
    r"(?!Ma?c|De|Di|D[aou]|L[aeo]|Van|Von|Fitz|O['’])(?:[A-Z][a-z]+[A-Z]\w+|[A-Z]{2,}[a-z]{2,})"
)
"""A word with capitals inside as no name has them: `HealthDay`."""
_BRACKETED = re.compile(r"\s*[(\[（【][^)\]）】]*[)\]）】]?")


def people(values: Iterable[str]) -> tuple[str, ...]:
    """
    Return the persons that byline strings name, each once, in their order.

    Without "By", roles, agencies beside persons, addresses and dates. An organisation is kept
    only where no person is named. Names in capitals only are folded.
    """
    names = tuple(value[: 4 * _LONGEST_LINE] for value in values)
    for _ in range(_ROUNDS):
        names = _once(names)
    return names


@lru_cache(maxsize=4096)
def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the persons, or else the organisations, in byline strings; providers repeat them."""
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for value in values:
        for name in _names(value):
            key = letters_and_digits(name.casefold()) or name
            found[is_organisation(name)].setdefault(key, name)
    persons, houses = (list(names.values()) for names in found)
    chosen = houses if houses and is_of_house(persons, houses) else persons or houses
    return tuple(_without_parts(chosen[:_MOST]))


def _names(value: str) -> tuple[str, ...]:
    """Return the names in one byline string, cleaned, in order."""
    line = clean(_MARKUP.sub(" ", value.replace("\n", " ; ")))[:_LONGEST_LINE]
    for pattern in (_EMAIL, _ADDRESS, _HANDLE):
        line = pattern.sub(" ; ", line)
    line = _WHEN.sub("", _EMPTY_BRACKETS.sub(" ", line))
    line = _AT_AGENCY.sub("", _opened(line))
    if PICTURE_HOUSE.search(line):
        return ()
    told = parts(without_field(line))
    named = ((at, part, name) for at, part in enumerate(told) if (name := _name(part)))
    names = tuple(name for at, part, name in named if not (at and is_place_of_office(part, name)))
    if any(map(is_sentence, names)):
        names = _before_sentence(names)
    site = _DOMAIN.fullmatch(value)
    network = site is not None and _NETWORK.fullmatch(site[1]) is not None
    return (site[1],) if site and not names and not network else names


def _before_sentence(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return who stands before a line's sentence: `Ada Brook, reporting from the port …`."""
    first = tuple(takewhile(lambda name: not is_sentence(name), names))
    return first if all(word[:1].isupper() for name in first for word in name.split()) else ()


def _opened(line: str) -> str:
    """Take "By", "Von", "Text:" and the like off the start, as often as they stand there."""
    while True:
        line = line.strip(_EDGES)
        shorter = OPENING.sub("", line, count=1)
        if shorter == line:
            return line
        line = shorter


def _name(part: str) -> str | None:
    """Return one name without role, brackets and capitals, or None where it is none."""
    name = part
    while (shorter := _bared(name).strip("'’‘`")) != name:
        name = shorter
    name = _without_office(name)
    if _is_office(part, name):
        name = part.strip(_EDGES)
    if name.endswith(".") and not re.search(r"(?:\b\w|\b[JS]r|\bPh\.?D|\b[A-Z]{2,3})\.$", name):
        name = name.rstrip(".")
    if not 1 < len(name) <= _LONGEST or not any(map(str.isalpha, name)):
        return None
    nobody = NOBODY.fullmatch(name) or names_nobody(name) or are_initials(name)
    if nobody or len(name.split()) > 8:  # noqa: PLR2004 - a sentence, not a name
        return None
    return folded(name, house=is_organisation(name))


def _is_office(part: str, name: str) -> bool:
    """Return whether a part names an office and nobody, whatever is left of it without its role."""
    if not name:
        return bool(DESK.search(part) or AGENCIES.fullmatch(part))
    first, *rest = part.split()
    if not rest or name == part or ROLE.search(part) is None:
        return False
    if DESK.search(name) or _NO_END.search(name) or first.casefold() == "the" or _RANK.match(name):
        return True  # `World's Editorial Writers`, `Letters to the Editor`, `The Harbour Reporter`
    if name == first and name.isupper() and len(name) <= SHORT_HOUSE and not part.isupper():
        return True  # `HT Correspondent`
    at_agency = first.isupper() and not part.isupper() and AGENCY_OFFICE.match(part)
    return bool(at_agency or (" " not in name and STAFF.search(part) and not STAFF.search(name)))


def _bared(part: str) -> str:
    """Take one layer off a name: brackets, a role, a place, an opening; it grows no longer."""
    plain = _BRACKETED.sub("", part) or part
    if "/" in plain and len(plain.partition("/")[0].split()) >= _TWO:
        plain = _FROM_AGENCY.sub("", plain)
    plain = without_employer(_unprefixed(plain))
    bare = ROLE.sub(" ", plain)
    if bare != plain:
        bare = _without_house(bare.strip())
    if len(plain.split()) == _TWO and len(bare.split()) == 1 and plain.istitle():
        bare = plain  # `Rasender Reporter` is what somebody calls himself
    return " ".join(_opened(TRAILING_PLACE.sub("", bare)).split()).strip(_EDGES)


def _without_office(name: str) -> str:
    """Return an East Asian name without the office that is written on to it: `山本太郎記者`."""
    bare = _EAST_OFFICE.sub("", _KOREAN_DESK.sub("", name))
    if bare != name and is_person(bare):
        return bare
    told = _EAST_EMPLOYED.fullmatch(name) or _KOREAN_OFFICE.fullmatch(name)
    who = next((each for each in told.groups() if each), "") if told is not None else ""
    return who if is_person(who) else name


def _unprefixed(name: str) -> str:
    """Return a name without the agency before a stroke (`AFP/ Ada Brook`), and but once."""
    agency, _, person = name.partition("/")
    person = person.strip()
    if _PERSON.fullmatch(person) and AGENCIES.fullmatch(agency.strip()):
        return person
    words = name.split()
    half = len(words) // 2
    twice = half >= _TWO and words[:half] == words[half:]
    return " ".join(words[:half]) if twice else name


def _without_house(bare: str) -> str:
    """Cut off a house that stood before a role: `Ada Brook HealthDay` of `… Reporter`."""
    before, _, last = bare.rpartition(" ")
    return before if " " in before and _HOUSE.fullmatch(last) else bare


def _without_parts(names: list[str]) -> list[str]:
    """Drop a name that is only a part of another one, and accounts beside full names."""
    if any(" " in name for name in names):
        names = [name for name in names if not is_account(name)]
    words = [set(name.casefold().split()) for name in names]
    return [name for at, name in enumerate(names) if not any(words[at] < other for other in words)]
