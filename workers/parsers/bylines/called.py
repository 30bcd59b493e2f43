"""
People whose names are words of menus, maps and calendars: Thomas More, Nikki Sunday, Emily Post.

Where menus stand a text with such a word names nobody. Behind a `By` with nothing else, or behind a
given name in an element for authors, it is a surname.
"""

from __future__ import annotations

import re

from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import AND, ONLY_NAMES
from workers.parsers.bylines.words import NOBODY, OPENER, PICTURED, SEGMENT
from workers.parsers.lines.lexicon import FURNITURE, HEADINGS, PROFESSION
from workers.parsers.lines.printed_dates import EDGES
from workers.words.given_names import PLACES_TOO, is_given_name


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AND = re.compile(AND)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Frei|Sams|Sonn)tag")
_BESIDE = re.compile(r"(?i:share|photos?|fotos?|stand|last|for|all|min|images?|bilder|video)")
"""Words at which names end elsewhere, or that stand beside them."""
_HOUSES = _words(
    """
    news post posts press print content edition archives website github newsletter account rss
    resources release copyright menu search
    """
)
"""Words of a paper's name or a site's: before one has to stand a given name."""
_BEFORE = _words(
    """
    user page font file stock show load learn leave see go back no must quick long big full weekend
    aktueller letzter easter palm black good super cyber ash funeral care
    """
)
"""What such words stand behind where they are none: `Learn More`, `Good Friday`."""
_PAPERS = _words(
    "mail mirror express star sun telegraph independent people mercury age night morning afternoon"
    " evening reporters officials"
)
"""`Sunday Mail`, `Monday Evening`"""
_GIVEN = 2
"""Names before a surname."""


def called(text: str, *, signed: bool) -> bool:
    """
    Return whether a text is names of people alone, one of whom has such a word for a name.

    `signed` says that a word for writing stands before it, and no day beside it.
    """
    if ONLY_NAMES.fullmatch(text) is None:
        return False
    every = [part.split() for part in _AND.split(text)]
    if not any(_is_word(word) for words in every for word in words):
        return False
    return all(_is_person(words, signed=signed) for words in every)


def signed_so(text: str) -> str | None:
    """Return the names that a text behind a `By` is, or begins with, where one is such a word."""
    whole = text.strip(EDGES)
    first = SEGMENT.split(whole, maxsplit=1)[0]
    if called(whole, signed=True):
        return whole
    begins = _WEEKDAY.match(first) is None  # `By Friday Hamas, the group that …`
    return first if begins and called(first, signed=True) else None


def _is_word(word: str) -> bool:
    """Return whether a word stands in menus or calendars too."""
    told = NOBODY.search(word) or _WEEKDAY.fullmatch(word) or _BESIDE.fullmatch(word)
    return told is not None


def _is_person(words: list[str], *, signed: bool) -> bool:
    """Return whether words are a name whose last one, and no other, may be a word of menus."""
    *given, last = words
    if not _is_word(last):
        return not any(map(_is_word, given)) or (signed and _is_called_as_a_day(words))
    if not 0 < len(given) <= _GIVEN or any(map(_is_word, given)):
        return False
    if len(given) == _GIVEN and not all(is_given_name(each) or each[1:] == "." for each in given):
        return False  # `San Diego Post`
    house = last.casefold() in _HOUSES
    if any(map(is_given_name, given)):
        return not (house and given[0].casefold() in PLACES_TOO)
    return signed and not house and not _is_common(given[0])


def _is_called_as_a_day(words: list[str]) -> bool:
    """Return whether words are a day for a given name, and a surname: `Friday Okoro`."""
    day, *rest = words
    return (
        len(rest) == 1
        and _WEEKDAY.fullmatch(day) is not None
        and rest[0].casefold() not in _PAPERS
        and not _is_common(rest[0])
    )


def _is_common(word: str) -> bool:
    """Return whether a word is one of pages, offices, places or topics."""
    plain = word.casefold()
    if any(plain in words for words in (_BEFORE, FURNITURE, HEADINGS, PROFESSION)):
        return True
    return bool(is_thing(word) or OPENER.search(word) or PICTURED.search(word))
