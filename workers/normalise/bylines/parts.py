"""One byline string to the strings of its persons: where it is split, and what is no person's."""

# ruff: noqa: RUF001 - the patterns hold the signs of many scripts
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.normalise.bylines.words import (
    AND,
    COUNTRY,
    CREDENTIAL,
    DESK,
    NOBODY,
    NOT_WRITER,
    ORGANISATION,
    ROLE,
    SURNAMES,
    WEAK_AND,
)
from workers.words import east_asian_words
from workers.words.agencies import AGENCIES
from workers.words.east_asian_names import is_chinese, is_person
from workers.words.given_names import PLACES_TOO, is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPLIT = re.compile(
    rf"\s*(?:[;；|•·、，،／\n\t]|\s/\s|\s[-–—]\s|,\s*(?:{AND})\s|,)\s*", re.IGNORECASE
)
_AND = re.compile(rf"\s+(?:{AND})\s+(?!co\.)", re.IGNORECASE)
_WEAK_AND = re.compile(rf"\s+{WEAK_AND}\s+")
_ANY_AND = re.compile(rf"\s(?:{AND}|{WEAK_AND})\s", re.IGNORECASE)
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af·・\s]+")
_OFFICE = re.compile(
    r"(?:记者|記者|作者|编辑|編輯|评论员|評論員|通讯员|通訊員|特派员|主笔|研究员)$"
)
_CONCERNED = re.compile(r"\s(?:für|for|of|de|des|der|pour|para|per|voor)\s", re.IGNORECASE)
"""What an office is for."""
_SPACED = re.compile(r"(?<!\S)([\u3400-\u9fff])\s([\u3400-\u9fff])(?!\S)")
"""A name of two ideographs as Chinese papers set it, as wide as those of three: `王 红`."""
_INITIALED = re.compile(r"[^\W\d_a-z][^\W\d_]*+(?:\s[^\W\d_a-z]\.){1,3}")
"""A first name with its initials: `Lewis R. B.`"""
_FULL_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][^\W\d_]+)+")
_SITE = re.compile(r"(?:www\.)?[\w-]{2,}(?:\.[\w-]{2,})*\.[a-z]{2,12}")
"""The name of a site as its address has it: `Nettavisen.no`."""
_INITIALS = re.compile(
    r"[a-z]{1,3}(?:[/-]\s?[a-z]{1,3}){0,3}/\s?[a-z]{1,3}/?"
    r"|(?=.*\b[b-df-hj-np-tv-xz]{2,3}\b)[a-z]{2,3}(?:\s[a-z]{2,3}){1,3}"
)
"""The desk's initials, `gr/bp`, `cae/tcr`: who they are is known there alone."""
_SENTENCE = re.compile(
    r"(?!.*\b(?:d[aeiou]s?|dos|las?|los|v[ao]n|bin|ibn|al|el)\b)"
    r"[a-z]{2,}(?:\s(?:[a-z][\w'-]*|[A-Z][\w-]*)){4,}"
)
_AT_SITE = re.compile(r"[\w-]{2,30}\.(?:com|org|net|co\.[a-z]{2}|com\.[a-z]{2})", re.IGNORECASE)
"""`Ada Brook Harbour.com`: the site behind a first and a last name."""
_AGENCY_ALONE = frozenset({"Reuters", "Bloomberg", "Xinhua", "Kyodo", "Yonhap", "Interfax"})
"""Agencies of one word with small letters, behind a first and a last name: `Ada Brook Reuters`."""
_TWO = 2
_PLACED = 2
"""Behind an author at the end of a line: a town and its country."""
SHORT_HOUSE = 4
"""Letters of a house's name in capitals; an agency's in small ones has more: `Red.` is a desk."""


def parts(line: str) -> list[str]:
    """Split a line at commas, "and" and the like; a credential stays with its name."""
    if "," in line and _last_first(line):
        last, first = line.split(",")
        return [f"{first.strip()} {last.strip()}"]
    groups: list[list[str]] = [[]]
    for part in _without_places(line):
        for name in [part] if NOT_WRITER.match(part) else _persons(part):
            if groups[-1] and CREDENTIAL.fullmatch(name):
                groups[-1].append(name)
            else:
                groups.append([name])
    return [", ".join(group) for group in groups if group and not NOT_WRITER.match(group[0])]


def are_initials(name: str) -> bool:
    """Return whether a name is a desk's initials; `dpa/lno` is an agency's."""
    return _INITIALS.fullmatch(name) is not None and AGENCIES.fullmatch(name) is None


def is_sentence(part: str) -> bool:
    """Return whether a part has five words, begins in a small letter, and is no long name."""
    told = _SENTENCE.fullmatch(part) is not None
    return told and sum(map(str.islower, part.split())) > _TWO


def _persons(part: str) -> list[str]:
    return _ideographic(part) if _IDEOGRAPHS.fullmatch(part) else _joined(part)


def _without_places(line: str) -> list[str]:
    """
    Split a line, without the places in it: `Jane Doe, Berlin`, `Daily News, Munich, Germany`.

    A place is a country at the end with its town before it, or a word alone that a comma parts
    from a name of two words or more.
    """
    pieces = [piece.strip() for piece in _SPLIT.split(line)]
    signs = ["", *(sign.strip() for sign in _SPLIT.findall(line))]
    if len(pieces) > 1 and COUNTRY.fullmatch(pieces[-1]):
        pieces = pieces[: max(len(pieces) - _PLACED, 1)]
    named = any(" " in piece and piece[0].isupper() for piece in pieces)
    return [
        piece
        for piece, sign in zip(pieces, signs, strict=False)
        if not (named and sign == "," and _is_capital_word(piece))
        and not (named and sign == "/" and _is_town(piece, pieces[0]))
    ]


def _is_capital_word(piece: str) -> bool:
    """Return whether a piece is one word with a capital that is no credential and no agency."""
    return (
        piece[:1].isupper()
        and piece.isalpha()
        and not CREDENTIAL.fullmatch(piece)
        and not is_organisation(piece)
    )


def _is_town(piece: str, name: str) -> bool:
    """Return whether a piece is a town in capitals behind a name: `Ayşe Kaya / İZMİR`."""
    return piece.isupper() and piece.isalpha() and len(piece) > _TWO and not name.isupper()


def _joined(part: str) -> list[str]:
    """
    Split at "and" where that joins persons: `Herz und Blut` is one team, `Jane and John Doe` two.

    A word that means other things too (`e`, `en`, `a`) joins only names of several words.
    """
    sides = _AND.split(part)
    if len(sides) > 1 and AGENCIES.fullmatch(sides[-1]) and " " in sides[0]:
        return sides[:-1]  # `Ada Brook und dpa`
    if all(len(each.split()) == 1 for each in sides) or _is_office_for(sides):
        return [part]
    capitals = [each != each.lower() or each == each.upper() for each in sides]
    if any(capitals) and not all(capitals):
        return [part]  # `Staff and news service reports`
    pieces: list[str] = []
    for each in sides:
        weak = _WEAK_AND.split(each)
        pieces += weak if all(len(side.split()) > 1 for side in weak) else [each]
    return pieces


def _is_office_for(sides: list[str]) -> bool:
    """Return whether "and" is inside an office's name: `Ministerium für Häfen und Küsten`."""
    first, *rest = sides
    return (
        bool(rest)
        and _CONCERNED.search(first) is not None
        and is_organisation(first)
        and not any(_FULL_NAME.fullmatch(each) for each in rest)
    )


def _ideographic(part: str) -> list[str]:
    """
    Split names in ideographs at spaces: those are between persons, but inside a Japanese name.

    Two pieces are one name unless both begin like Chinese ones; three and more are persons.
    """
    whole = _SPACED.sub(r"\1\2", part)
    if is_chinese(whole):
        return [whole]
    pieces = whole.split()
    if len(pieces) > 1 and _OFFICE.search(pieces[0]) and is_person(" ".join(pieces[1:])):
        return pieces[1:]  # `江城晚报记者 李晓明`
    if len(pieces) == _TWO and not all(map(is_chinese, pieces)):
        return [part]
    short = all(2 <= len(piece) <= 4 for piece in pieces)  # noqa: PLR2004 - a name's length there
    return pieces if len(pieces) > 1 and short and "\u4e00" <= part[0] <= "\u9fff" else [part]


def _last_first(line: str) -> bool:
    """Return whether a line is one name turned round: `García Márquez, Gabriel J.`."""
    last, _, first = line.partition(",")
    if "," in first or _ANY_AND.search(line):
        return False
    if CREDENTIAL.fullmatch(first.strip()) or ROLE.search(first) or is_organisation(first.strip()):
        return False
    return (
        len(last.split()) == 1
        and (len(first.split()) in (1, 2) or _INITIALED.fullmatch(first.strip()) is not None)
        and last[:1].isupper()
        and (first.strip()[:1].isupper())
        and not AGENCIES.fullmatch(last.strip())
        and not NOBODY.fullmatch(last.strip())
    )


def _is_called_so(name: str) -> bool:
    """Return whether a name is a person's with a word of papers for a surname: `Emily Post`."""
    *given, last = name.split()
    known = all(is_given_name(each) and each.casefold() not in PLACES_TOO for each in given)
    return 0 < len(given) <= _TWO and last in SURNAMES and known


def is_organisation(name: str) -> bool:
    """Return whether a name is an agency's, a desk's, a company's or a site's."""
    told = (
        _SITE.fullmatch(name)
        or AGENCIES.fullmatch(name)
        or DESK.search(name)
        or ORGANISATION.search(name)
    )
    if told and _is_called_so(name):
        return False
    return bool(told) or east_asian_words.is_organisation(name)


def is_of_house(persons: list[str], houses: Iterable[str]) -> bool:
    """Return whether one word beside houses is an agency's town, or a house's account."""
    if len(persons) != 1 or " " in persons[0] or is_person(persons[0]):
        return False
    agencies = [name for name in houses if AGENCIES.fullmatch(name) and not DESK.search(name)]
    is_town = any(len(name) > SHORT_HOUSE or name.isupper() for name in agencies)
    return is_town or is_account(persons[0])


def is_account(name: str) -> bool:
    """Return whether a name is one for logging in: a single word in small letters, or signs."""
    return " " not in name and (name == name.lower() != name.upper() or "_" in name)


def without_employer(name: str) -> str:
    """Cut a name at the agency behind it: `Ada Brook CNBC Executive`, `Bo Li Associated Press`."""
    words = name.split()
    for at, word in enumerate(words[_TWO:], _TWO):
        if _AT_SITE.fullmatch(word) or (
            word.isupper() and AGENCIES.fullmatch(word) and not name.isupper()
        ):
            return " ".join(words[:at])
        if len(words) - at >= _TWO and AGENCIES.fullmatch(" ".join(words[at:])):
            return " ".join(words[:at])
    if words[_TWO:] and words[-1] in _AGENCY_ALONE and not any("." in word for word in words):
        return " ".join(words[:-1])
    return name
