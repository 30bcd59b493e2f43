"""
Lines that name people, as programs leave them: with a portrait's words, in pieces, beside a menu.

What a page shows side by side a text has in one line, or in several: the picture's words before the
`By`, each of two names in a line of its own, the section behind the name.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.bylines.persons import UPPER, names_only
from workers.parsers.bylines.unmarked import named
from workers.parsers.bylines.words import NOBODY, OPENER_WORDS
from workers.parsers.lines.lexicon import BY, FUNCTION_WORDS, FURNITURE
from workers.parsers.text.moments import is_moment_line

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from workers.parsers.text.typesetting.lines import Passage

_BY = r"(?:By|BY|Von|Par|Por|Di|Door|Av|Af)"
_TWICE = re.compile(
    rf"^(?P<who>[{UPPER}]\S{{0,30}}(?:\s\S{{1,30}}){{1,3}}?)\s?(?={_BY}\s?(?P=who)(?!\w))"
)
"""`Ada Brook By Ada Brook`: what her portrait is called, and the byline."""
_IMAGE = re.compile(r"(?<!\w)\[[^\[\]]{1,60}\]\s?")
"""`[img_2041] By Ada Brook`, `Von [portrait-a] Ada Brook`: what stands for a picture."""
_PORTRAIT = re.compile(
    r"^(?:(?:Avatar|Profilbild|Profile (?:picture|photo)|Portr[aä]i?t|Headshot)"
    rf"(?:\s(?:of|de|von|des|du|für|for|di))?:?)\s(?=[{UPPER}]|(?i:by|von|par|por)\s)"
)
"""`Avatar Ada Brook`: what a portrait is called, before the names."""
_OPENED_BY = re.compile(rf"{OPENER_WORDS}\s(?:by|von|par|por|di|da|door|av|af|przez)")
"""`Posted by`, `Geschrieben von` alone in a line."""
_LONGEST_BY = 24
_ACCOUNT = re.compile(r"[^\W\d_][\w.-]{2,29}")
_AT_END = re.compile(r"\s(?:at|on|am|um|le|el|il|op)$")
"""What stands between names and the day in the next line."""
_PREPOSITIONS = frozenset(
    {"de", "di", "da", "do", "av", "af", "par", "por", "text", "texte", "tekst"}
)
"""Words that open other lines too: one word below them is no account."""
_CODES = frozenset({"DE", "EN", "FR", "IT", "ES", "PT", "NL", "PL", "RU", "TR", "AF", "DA", "De"})
"""Languages that a page can be read in, side by side."""
_AND = frozenset(
    {",", "&", "/", "|", "and", "und", "et", "y", "e", "en", "og", "och", "i", "и", "ve"}
)
"""What may stand alone in a line between two names."""
_AND_BEFORE = re.compile(rf"^(?:&|and|und|et|og|och)\s+(?=[{UPPER}])")
_BETWEEN = re.compile(r",\s|\s(?:&|and|und|et|y|e|en|og|och)\s")
_EDGES = " \t,/|·•:;–—-"
_MOST = 6
"""Names of one byline that stand in lines of their own."""
_FULL = 2
"""Words of a whole name."""


def without_portrait(text: str) -> str:
    """Return a line without the words of the portrait that stands before its names."""
    if "[" in text:
        text = _IMAGE.sub("", text)
    if text[:1] in "APH":
        text = _PORTRAIT.sub("", text, count=1)
    found = _TWICE.match(text)
    return text if found is None else text[found.end() :]


def below_by(parts: Sequence[Passage], at: int) -> str | None:
    """
    Return the names in the lines below a `By` that stands alone; None where there are none.

    One word in small letters is an account, where the line says `Posted by` or a day is beside it.
    """
    if len(parts[at].text) > _LONGEST_BY or at + 1 >= len(parts):
        return None
    word = parts[at].text.casefold().strip(" :")
    opened = word not in BY
    if (opened and _OPENED_BY.fullmatch(word) is None) or parts[at].text in _CODES:
        return None
    first = _AT_END.sub("", parts[at + 1].text).strip(_EDGES)
    if not first or first.casefold() in FURNITURE or NOBODY.search(first) or first == "innen":
        return None
    if " " not in first:
        near = (parts[place].text for place in (at - 1, at + 2) if 0 <= place < len(parts))
        dated = opened or any(map(is_moment_line, near))
        if word in _PREPOSITIONS or first in _CODES or not (dated and _ACCOUNT.fullmatch(first)):
            return None
        return None if first.casefold() in FUNCTION_WORDS else first
    return with_others(parts, at + 1, first) if names_only(first) else None


def with_others(parts: Sequence[Passage], at: int, names: str) -> str:
    """Return names with those of the lines below that go on: `and`, and below it a name."""
    found = [names]
    while len(found) < _MOST and (other := _next_name(parts, at)) is not None:
        at, name = other
        found.append(name)
    return ", ".join(found)


def _next_name(parts: Sequence[Passage], at: int) -> tuple[int, str] | None:
    """Return the next name that is joined to the one at a place, and where it stands."""
    if at + 1 >= len(parts):
        return None
    below = parts[at + 1].text
    if below.casefold() in _AND and at + 2 < len(parts):
        place, name = at + 2, parts[at + 2].text
    elif (opened := _AND_BEFORE.match(below)) is not None:
        place, name = at + 1, below[opened.end() :]
    else:
        return None
    name = name.strip(_EDGES)
    if _FULL <= len(name.split()) <= _FULL + 2 and names_only(name):
        return place, name
    person = named(name)
    return None if person is None else (place, person)


def without_menu(names: str, listed: Container[str]) -> str:
    """
    Return names without a section or a button behind the last of them.

    `listed` are the lines of the text: what is a line of its own elsewhere, such as the entry of a
    menu, is none of a name.
    """
    last = _BETWEEN.split(names)[-1].split(" ")
    for count in (1, 2):
        tail = " ".join(last[-count:])
        if len(last) < _FULL + count or not last[-count - 1][:1].isupper():
            break
        if tail in listed or tail.casefold() in FURNITURE:
            return names[: -len(tail)].rstrip()
    return names
