"""Who is named in a line without a word for it: beside a day, or below the headline."""

# ruff: noqa: RUF001 - dashes are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import names_nobody
from workers.parsers.bylines.unmarked import named
from workers.parsers.lines.ago import tells_ago
from workers.parsers.lines.lexicon import FUNCTION_WORDS, FURNITURE, PROFESSION
from workers.parsers.lines.printed_dates import without_date
from workers.parsers.text.moments import is_moment_line, moments
from workers.parsers.text.signed.accounts import AN_ACCOUNT, UNDER, account
from workers.parsers.text.signed.lines import without_menu
from workers.words.agencies import AGENCIES
from workers.words.east_asian_names import is_person
from workers.words.given_names import is_given_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from workers.parsers.text.signed.around import Head
    from workers.parsers.text.typesetting.lines import Passage

_LATIN = "\u024f"
"""The last letter of the writing whose given names are listed."""
_MENU = 8
"""So many lines above the headline a menu ends."""
A_NAME = 0.35
"""How much a name below the headline is believed, without a word for authors or a day."""
_LIFE = re.compile(r"\b\d{4}\s?[–-]\s?\d{4}\b")
"""From which year to which somebody lived, who is whom the text is about."""
_STROKE = re.compile(r"[|•·]")
_BEFORE_DAY = " ,;/|·•–—-"
_SENTENCE = 3
"""Words behind a name, in small letters, that make it a sentence's."""
_OFFICE_WORDS = _PLACE_WORDS = 5
_ABOUT = 2
"""Paragraphs that name whom a text is about."""
_VERBS = frozenset(
    {"is", "was", "has", "had", "will", "ist", "war", "hat", "est", "es", "era", "ha"}
)
"""Words behind the name of whom a sentence tells something."""
_FAMILY = re.compile(
    r" (?:and|und|et|y|e) (?:his|her|their|seine|ihre?|sa|son|ses|su|sus|suo|sua)\b"
)
_AN_AGENCY = 0.3
"""How much an agency alone in its line is believed: any person's name says more."""


def alone(
    head: Head, at: int, text: str, *, timed: bool, above: bool
) -> tuple[str, float, str] | None:
    """Return the names of a line that says nothing else, the weight of that, and why."""
    part = head.parts[at]
    timed = timed or tells_ago(text)
    beside = timed or _beside_moment(head.parts, at, 1 if part.bullet or above else 2)
    beside = beside or _above_office(head.parts, at)
    # as columns are signed
    over = at == 0 and head.headline == 1 and is_given_name(text.partition(" ")[0].capitalize())
    under = head.headline is not None and 0 < at - head.headline <= UNDER
    under = (under or over) and not part.bullet
    if not (beside or under):
        return None
    person = _named(head, text)
    if person is None:
        name = account(head, at, text, timed=timed) if beside and not above else None
        return None if name is None else (name, AN_ACCOUNT, "account beside the date")
    if AGENCIES.fullmatch(person):
        return person, _AN_AGENCY, "agency below the headline"
    lived = person.casefold() in head.title and len(moments(text)) > 1  # from when to when
    told = lived or (not timed and _goes_on(text, person))
    if told or not _may_sign(head, at, person, text, timed=timed):
        return None
    if beside:
        return person, 0.5, "name beside the date"
    known = person.casefold() not in head.title and (over or _is_known(head, person, text))
    known = known and not _is_subject(head, person)
    # who is in the headline, or again and again in the text, is whom the text is about
    return (person, A_NAME, "name beside the headline") if known else None


def _may_sign(head: Head, at: int, person: str, text: str, *, timed: bool) -> bool:
    """
    Return whether names are a person's: one whose given name is known, also in a menu of authors.

    Two capitals are a heading, a button or a town as often: of such lines beside a day in texts of
    490 publishers, 209 of 227 that named the author had a known given name, 24 of 134 others.
    """
    first, *others = names = person.split(", ")
    if any(is_given_name(name.split()[0].capitalize()) for name in names):
        return True
    if first[0] > _LATIN:
        return head.listed[person] - head.listed.get(text, 0) * (person == text) <= 1
    words = person.casefold().split()
    if others or not FUNCTION_WORDS.isdisjoint(words) or words[0] in head.title:
        return False
    if names_nobody(person) or _is_in_menu(head, person):
        return False
    if _is_between(head, at) or _is_beside_house(head, person, text):
        return True
    again = head.listed[person] > (person == text)
    return again or (timed and sum(person in part.text for part in head.parts) > 1)


def _is_beside_house(head: Head, person: str, text: str) -> bool:
    """Return whether the page's own name stands beside a person's: `Ada Brook Harbour News`."""
    beside = (part.strip() for part in _STROKE.split(text.replace(person, "|")))
    return any(is_thing(house) and house in head.listed for house in beside if house)


def _is_between(head: Head, at: int) -> bool:
    """
    Return whether a line stands just below the headline and above its day.

    With nothing else between, or the lead above it and a town or a house below it.
    """
    if head.headline is None or not 0 < at - head.headline <= UNDER:
        return False
    below = [part.text for part in head.parts[at + 1 : at + 3]]
    if at == head.headline + 1 and below and is_moment_line(below[0]):
        return True
    return len(below) > 1 and is_moment_line(below[1]) and _is_place(below[0])


def _is_place(text: str) -> bool:
    """Return whether a line may be where somebody is, or for whom: `Do UOL, em São Paulo`."""
    words = text.split()
    return (
        len(words) <= _PLACE_WORDS
        and text[0].isupper()
        and FURNITURE.isdisjoint(text.casefold().split())
        and not names_nobody(text)
    )


def _is_in_menu(head: Head, person: str) -> bool:
    """Return whether a name is a line of its own well above the headline, as sections are."""
    above = head.tops()[0] - _MENU
    return any(part.text == person for part in head.parts[: max(0, above)])


def _named(head: Head, text: str) -> str | None:
    """Return the persons, or the agency, that a line names and nothing of a menu; or None."""
    found = persons(text, head.spoken) or _shouted(text) or _before_day(text, head.spoken)
    if found is None:
        agency = without_date(text)
        return agency if AGENCIES.fullmatch(agency.removeprefix("The ")) else None
    found = without_menu(found, head.listed)
    thing = is_thing(found.split(", ", 1)[0]) and AGENCIES.fullmatch(found) is None
    return None if thing else found


def _before_day(text: str, spoken: AbstractSet[str]) -> str | None:
    """Return the person before a line's day, whatever stands behind that."""
    told = moments(text)
    before = text.partition(told[0][1])[0] if told else ""
    return persons(before, spoken) if before.rstrip(_BEFORE_DAY) else None


def _shouted(text: str) -> str | None:
    """Return the person with a well-known given name in a line of capitals: `ADA BROOK | OSLO`."""
    if not text.isupper() or not is_given_name(text.split(None, 1)[0].capitalize()):
        return None
    if _LIFE.search(text):
        return None
    return named(text.title())


def persons(text: str, spoken: AbstractSet[str] = frozenset()) -> str | None:
    """Return the names that a line begins or ends with (`Ann Ek, Staff Writer`), or None."""
    bare = text.strip(" ,-–—|•·　")
    if is_person(bare):
        return bare
    return named(text, spoken)


def _goes_on(text: str, person: str) -> bool:
    """Return whether a line goes on as a sentence does: `Ada Brook, seen little by her town`."""
    behind = text.rpartition(person.rsplit(" ", 1)[-1])[2]
    words = behind.casefold().split()
    if _FAMILY.match(behind) is not None:
        return True
    if len(words) < _SENTENCE:
        return False
    if words[0] in _VERBS and behind[0] == " ":
        return PROFESSION.isdisjoint(words)
    if not behind.startswith(", "):
        return False
    return behind[2].islower() and PROFESSION.isdisjoint(words)


def _is_known(head: Head, person: str, text: str) -> bool:
    """Whether an account or an office stands behind the name, or the text names it again."""
    if len(text) > len(person) + 2:
        return True
    return sum(person in part.text for part in head.parts) > 1


def _is_subject(head: Head, person: str) -> bool:
    """Return whether the text has a person's last name in several paragraphs."""
    surname = re.compile(rf"\b{re.escape(person.rsplit(' ', 1)[-1])}\b")
    told = sum(surname.search(head.parts[at].text) is not None for at in head.body)
    return told >= _ABOUT


def _above_office(parts: Sequence[Passage], at: int) -> bool:
    """Whether the next line is an office: `Senior College Football Columnist`."""
    words = parts[at + 1].text.split() if at + 1 < len(parts) else []
    if not 0 < len(words) <= _OFFICE_WORDS or not all(word[:1].isupper() for word in words):
        return False
    return words[-1].casefold() in PROFESSION and is_given_name(parts[at].text.split()[0])


def _beside_moment(parts: Sequence[Passage], at: int, reach: int) -> bool:
    """Whether the line itself or one so near on either side tells a time."""
    near = parts[max(0, at - reach) : at + reach + 1]
    return any(is_moment_line(part.text) or tells_ago(part.text) for part in near)
