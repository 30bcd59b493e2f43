"""Who is named in a line or an element that has no word for it: by the shape of names alone."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from workers.parsers.bylines.called import called
from workers.parsers.bylines.eastern import element_names, has_no_case, is_east_asian
from workers.parsers.bylines.employed import before_office
from workers.parsers.bylines.marked import INNER, byline_in
from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import ONLY_NAMES, UPPER, is_noble, is_person_like
from workers.parsers.bylines.pictures import without_pictures
from workers.parsers.bylines.words import (
    BY,
    END_OF_NAMES,
    FOR_A_PAPER,
    MAIL,
    NETWORKS,
    NOBODY,
    OPENER_WORDS,
    SEGMENT,
)
from workers.parsers.lines.lexicon import PROFESSION
from workers.parsers.lines.printed_dates import has_date, undated, without_date

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_FIRST = re.compile(r"\s?[,;/]\s?")
_RUN_TOGETHER = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]\w*[a-zß-ÿ][A-ZÀ-Þ]")
"""`WebsiteTwitterGithub`: links that stand side by side, no name."""
_OPENED = re.compile(rf"^(?:{OPENER_WORDS}\s?)?{BY}\s*[:：՝]?\s+(?=\S)", re.IGNORECASE)
"""`Posted by`, also without a space; `Bobby`, `Olaf` and `Heidi` end like a `by` and are none."""
_LONGEST_NAMES, _FEW = 120, 3
_DAY = re.compile(
    r"\s(?:yesterday|today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|gestern|heute|hier|ayer|hoy|ieri"
    r"|oggi)$",
    re.IGNORECASE,
)
"""Which day it was, without a date: `Ada Brook Yesterday 2:30pm`."""
_OFFICE = re.compile(
    r"\s(?=(?:Senior|Chief|Staff|Special|Contributing|Associate|Deputy|Managing|Executive|Reporter|Editor"
    r"|Writer|Correspondent|Columnist|Producer|Chef)\b)"
)
"""Where an office begins that stands in the same line: `Ada Brook Senior Harbour Correspondent`."""
_OFFICE_BEFORE = re.compile(
    rf"(?:journaliste?n?|reporter(?:in)?|redakt[øö]r|redakteur(?:in)?|skribent|periodista|giornalista)"
    rf"\s(?=(?-i:[{UPPER}]\S+\s[{UPPER}]))",
    re.IGNORECASE,
)
"""What somebody is, before the name: `Journalist Ada Brook`."""
_CUT = re.compile(r"\s*(?:[|•·~¦(\[–—<>»]|\s[-/]+\s|\s{2,}|(?<=\w)@|(?<=\s)@)\s*")
_PICTURE = re.compile(
    r"(?:\s/\s?(?:AP|AFP|EPA|dpa|Reuters|Getty)\b|\b(?:Getty|Shutterstock|iStock|Alamy)\b"
    r"|\b(?:images?|photos?|fotos?|via)\b|\((?:Instagram|Twitter|Facebook|YouTube)\b)",
    re.IGNORECASE,
)
_AT_PLACE = re.compile(
    r"([^\W\d_]+(?: [^\W\d_]+){1,2}) ?/ ?([^\W\d_]{3,20}(?:[ -][^\W\d_]{3,20})?)"
    r"(?:[ ,–-]*\(?[A-Z]{2,5}\)?)?"
)
"""A reporter and the town in capitals, as Turkish papers sign: `Ayşe Kaya / İZMİR (DHA)`."""
_AND = re.compile(r"\s*,\s*|\s+(?:and|und|et|y|og|och|&)\s+")


def names_in(text: str, *, sure: bool = True) -> str | None:
    """
    Return the names in the text of an element that is named for its author, or None.

    `sure` tells how surely the element is.
    """
    if is_east_asian(text):
        return element_names(_DAY.sub("", without_date(text)), sure=sure)
    text = without_pictures(text)
    if called(text, signed=False):
        return text
    line = NETWORKS.sub("", FOR_A_PAPER.sub("", _DAY.sub("", without_date(MAIL.sub("", text)))))
    if is_noble(line):
        return line
    found = byline_in(text, anywhere=True)
    rest = found or _OPENED.sub("", _OFFICE_BEFORE.sub("", line, count=1), count=1)
    if _RUN_TOGETHER.search(rest):
        return None
    return found or _unmarked(rest, opened=rest != line)


def _unmarked(rest: str, *, opened: bool) -> str | None:
    """Return the names in a line without `By`; `opened` where its `Posted by` was taken off."""
    if NOBODY.search(rest) or "?" in rest or "!" in rest:
        return rest if called(rest, signed=opened) else _first_segment(rest)
    if not 1 < len(rest) <= _LONGEST_NAMES or rest.casefold() in PROFESSION:
        return None
    if ONLY_NAMES.fullmatch(rest) or has_no_case(rest) or " " not in rest:
        return rest
    if opened and len(rest.split()) <= _FEW:
        return rest.partition(":")[0]  # people stand there with the names that they gave themselves
    before, *office = _OFFICE.split(rest, maxsplit=1)
    if office and " " in before and ONLY_NAMES.fullmatch(before):
        return before
    leading = ONLY_NAMES.match(rest)
    behind = rest[leading.end() :] if leading else ""
    return leading[0] if leading and behind.startswith((",", " |", " –", " -", " (")) else None


def _first_segment(line: str) -> str | None:
    """Return a full name before a stroke: `Ada Brook | 3 hours ago`."""
    first = SEGMENT.split(line, maxsplit=1)[0]
    if called(first, signed=False):
        return first
    if first == line or " " not in first or NOBODY.search(first) or "?" in first or "!" in first:
        return None
    return first if ONLY_NAMES.fullmatch(first) else None


def names_beside_date(text: str) -> str | None:
    """Return the names in a line that has nothing but them and a date: `14.03.2024 | Ada Brook`."""
    if not has_date(text):
        return None
    rest = without_date(text)
    found = ONLY_NAMES.fullmatch(rest)
    # Of several in a row the first is in full: `Oslo, Bergen` are places.
    in_full = " " in _FIRST.split(rest, maxsplit=1)[0]
    return rest if found and in_full and not NOBODY.search(rest) else None


def named(text: str, spoken: AbstractSet[str] = frozenset()) -> str | None:
    """
    Return the names that a line without a `By` begins or ends with, or None.

    `spoken` are the page's words in small letters: what consists of them is no person's name.
    """
    if _PICTURE.search(text):
        return None
    plain = undated(text)
    if person := _at_place(text) or before_office(plain):
        return person
    found = [people for part in _CUT.split(plain) if (people := _people(part, spoken))]
    # `Harbour Times | Ada Brook`: the paper stands before the person
    found.sort(key=lambda people: is_thing(people[0]))
    return ", ".join(found[0]) if found else None


def _people(part: str, spoken: AbstractSet[str]) -> list[str]:
    """Return the names that a part of a line begins with; none where it begins otherwise."""
    bare = INNER.split(MAIL.sub("", part), maxsplit=1)[0].strip(" ,;:.-*")
    stop = END_OF_NAMES.search(bare)
    names = _AND.split(bare[: stop.start()] if stop else bare)
    return list(takewhile(lambda name: is_person_like(name, spoken), names))


def _at_place(text: str) -> str | None:
    """Return the reporter of a line that names one and a town in capitals, and nothing else."""
    found = _AT_PLACE.fullmatch(text)
    if found is None or not found[2].isupper() or NOBODY.search(text):
        return None
    capital = all(word[0].isupper() for word in found[1].split())
    return found[1] if capital else None
