"""A name without any word for it: in a line beside that of the day, or in one with the day."""

# ruff: noqa: RUF001 - dashes are meant
from __future__ import annotations

import re
from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.bylines.east_labels import labels_of
from workers.parsers.bylines.eastern import beside_date, is_east_asian
from workers.parsers.bylines.employed import GLUED, before_office
from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import ONLY_NAMES, is_person_like, names_nobody
from workers.parsers.bylines.unmarked import names_beside_date
from workers.parsers.html.change_words import UPDATED
from workers.parsers.lines.ago import tells_ago, unaged
from workers.parsers.lines.printed_dates import EDGES, has_date, without_date
from workers.words.agencies import AGENCIES, AGENCY
from workers.words.east_asian_names import is_person
from workers.words.east_asian_words import is_organisation
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.html.walk.nodes import Block

_LONGEST_DAY = 90
"""Characters of a line that tells the day, and perhaps that of a change."""
_SURNAME = 3
"""Letters, at least, of a name's last word before a capital inside: `DiMarco` is one word."""
_TOGETHER = 3
"""Words beside a day in ideographs, at most, of which the first is a paper."""
_FEW = 2
"""Words beside a day: of the week, of the place, of the clock."""
_OF_THE_WEEK = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?,\s?\d")
_FIRST = re.compile(r"\s?[,;/]\s?")
_STROKE = re.compile(r"\s*[|•·–—/-]\s*")
_PARTS = re.compile(r"\s*[|•·]\s*|\s[–—/-]\s|,\s")
_OPENED = re.compile(
    rf"(?-i:de\s(?=[^\W\d_]+\s[^\W\d_]))|(?:{AGENCY}\s?[,/]\s?)?(?:oprac\.\s)?", re.IGNORECASE
)
"""What opens a byline in Romanian, and much else elsewhere: the day has to stand beside it."""
_AND = re.compile(r"\s(?:and|und|et|y|e|og|och|en|&)\s")
_OFFICE = re.compile(
    r"(?:[\w’'-]+\s){0,4}(?:correspondent|reporter|editor|writer|columnist|journalist|producer|critic"
    r"|redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste|correspondante?|rédact(?:eur|rice)"
    r"|periodista|redactora?|corresponsal|giornalista|inviat[oa]|jornalista|repórter|verslaggever)"
    r"(?:\s[\w’'-]+){0,3}",
    re.IGNORECASE,
)
"""What somebody is at the paper: `Transport correspondent`, `editor of the Harbour News`."""
_PLACED = re.compile(r"\s(?:in|en|à|aus|from|da|i|w)\s[^\W\d_a-z]\w+(?:\s[^\W\d_a-z]\w+)?$")
"""Where who wrote it sat: `Ada Brook in Oslo`."""


def name_beside_day(blocks: Sequence[Block], at: int) -> str | None:
    """
    Return the name that a line is or begins with, where the line before or after it tells the day.

    Behind it a town, an office or a paper may stand: `Ada Brook / OSLO`, `Ada Brook - Harbour`.
    """
    text = _PLACED.sub("", _OPENED.sub("", blocks[at].text, count=1))
    name, *behind = _before_office(text) or _PARTS.split(text, maxsplit=1)
    known = is_given_name(name.partition(" ")[0])
    person = is_person_like(name) or (known and is_person_like(name.title()))
    several = _AND.split(name)
    person = person or (len(several) > 1 and all(map(is_person_like, several)))
    beside_it = "".join(behind)
    office = _OFFICE.fullmatch(beside_it) is not None
    if not person or (len(beside_it.split()) > 1 and not office) or names_nobody(name):
        return None
    beside = blocks[at - 1 : at] if at else []
    near = [*beside, *blocks[at + 1 : at + 2]]
    return name if any(_is_day(each.text, loosely=known) for each in near) else None


def _before_office(text: str) -> tuple[str, str] | None:
    """Return the name and the office of a line that has no more than a space between them."""
    for found in GLUED.finditer(text):
        name, office = text[: found.start()], text[found.start() :]
        whole = len(name.rpartition(" ")[2]) >= _SURNAME
        if whole and is_person_like(name) and _OFFICE.fullmatch(office):
            return name, office
    name = before_office(text) or ""
    return (name, text[len(name) :].strip(EDGES)) if name and text.startswith(name) else None


def name_with_day(text: str, sites: Iterable[str]) -> str | None:
    """Return the names in a line that has nothing but them, its days, and the site's name."""
    for site in sites:
        before, found, behind = text.partition(site)
        if found and not before.strip() and _STROKE.match(behind):
            return names_beside_date(_STROKE.sub("", behind, count=1))
    return names_beside_date(text) or _beside_ago(text) or _in_parts(text)


def _beside_ago(text: str) -> str | None:
    """Return the names in a line that else tells how long ago it was: `Ada Brook - 4 hours ago`."""
    rest = unaged(text).strip(EDGES) if tells_ago(text) else ""
    found = " " in rest and ONLY_NAMES.fullmatch(rest) and not names_nobody(rest)
    return rest if found else None


def is_somebody(names: str, told: Iterable[str]) -> bool:
    """
    Return whether names that only stand beside a day are a person's.

    They have no word of a place, club or topic; and where no given name that is known opens them,
    the article tells of no such thing: `told` are its headline, its keywords, its paragraphs.
    """
    first = _FIRST.split(names, maxsplit=1)[0]
    if is_given_name(first.partition(" ")[0]) or AGENCIES.fullmatch(first):
        return True
    return not is_thing(first) and not any(first in text for text in told)


def is_topic(block: Block, names: str, lines: AbstractSet[str]) -> bool:
    """
    Return whether names beside a date are topics, or a teaser: a link with its day in it.

    A topic's word is a line of its own elsewhere, in a menu or a list; a name's is not.
    """
    if block.link_chars == len(block.text):
        return True
    words = set(names.split()) if " " in names else set()
    return not words.isdisjoint(lines)


def ideographs_with_day(text: str) -> list[tuple[Field, str, float]]:
    """Return the persons or the paper that a line in ideographs has beside its date alone."""
    if not is_east_asian(text) or labels_of(text) or not has_date(text):
        return []
    words = beside_date(text)
    if words and all(map(is_person, words)) and not any(map(is_organisation, words)):
        return [(Field.AUTHOR, "、".join(words), 0.35)]
    if words and len(words) <= _TOGETHER and is_organisation(words[0]):
        return [(Field.SOURCE, words[0], 0.38)]
    return []


def _in_parts(text: str) -> str | None:
    """Return the one part that is names: `Ada Brook • Published: 14 March 2024, 6:30pm`."""
    if not _is_timed(text):
        return None
    told = re.split(r"\s*[|•·]\s*|\s/\s", text)
    parts = [part for part in told if " " in part and not _is_day(part)]
    if len(parts) != 1 or " " not in _FIRST.split(parts[0])[0] or names_nobody(parts[0]):
        return None
    return parts[0] if ONLY_NAMES.fullmatch(parts[0]) else None


def _is_timed(text: str) -> bool:
    """Return whether a line has a date, or tells how long ago it was."""
    return has_date(text) or tells_ago(text)


def _is_day(text: str, *, loosely: bool = False) -> bool:
    """
    Return whether a line has a date, and beside it what that is called, or a day of the week.

    `loosely`: or a place or a paper.
    """
    if len(text) > _LONGEST_DAY or not _is_timed(text):
        return False
    rest = without_date(unaged(text))
    if names_nobody(rest) or UPDATED.search(rest) is not None or _OF_THE_WEEK.match(text):
        return True
    words = re.findall(r"[^\W\d_]{3,}", rest)
    return len(words) <= _FEW and (loosely or all(map(str.islower, words)))
