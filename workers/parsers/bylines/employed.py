"""
Who is named before an office in one line: `Ada Brook, Harbour Staff Writer`.

Elements that stand apart in a page stand in one line of its text, and nothing but the words tells
where the name ends: `By Ada Brook Science reporter, BBC News`.
"""

# ruff: noqa: RUF001 - apostrophes
from __future__ import annotations

import re

from workers.parsers.bylines.not_persons import is_thing
from workers.parsers.bylines.persons import UPPER, names_nobody
from workers.parsers.bylines.words import BESIDE_NAME, MAIL, OPENER
from workers.parsers.lines.printed_dates import EDGES
from workers.words.agencies import AGENCIES
from workers.words.given_names import is_given_name

_ROLE = (
    r"(?:(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Cc]ritic|[Pp]roducer|[Aa]nalyst"
    r"|[Jj]ournalist|[Cc]ontributor|[Pp]resenter|[Cc]hief|Staff|[Rr]edakteur|[Kk]orrespondent)(?:in)?s?)"
)
_WORD = rf"[{UPPER}][^\W\d_]*(?:[.'’-][^\W\d_]*)*"
_MIDDLE = r"(?:[^\W\d_][\w.&'’-]*\s){0,5}?"
_BY = re.compile(r"(?:By|BY)\s+")
_EMPLOYED = tuple(
    re.compile(
        rf"(?P<who>{_WORD}(?:\s{_WORD}){{{more}}})(?P<comma>,?)\s(?P<office>{_MIDDLE}{_ROLE})"
        rf"(?:\s(?:in|at|for)\s.*|\s?[,|(/•·–-].*)?"
    )
    for more in (1, 2)
)
"""Names of two words, and of three."""
_HOUSED = re.compile(
    rf"(?P<who>{_WORD}\s{_WORD})(?P<comma>,?)\s(?P<office>{_WORD}(?:\s{_WORD}){{0,3}})"
)
"""… and before an agency's, or a broadcaster's."""
_FOR_A_HOUSE = re.compile(
    rf"({_WORD}(?:\s{_WORD}){{1,3}}),(?:\s[{UPPER}][\w.&-]*){{1,3}}(?:\s[a-zß-ÿ-]+){{1,3}}"
)
"""`Ada Brook, CNN meteorologist`: for whom somebody writes, and as what."""
_TOUCHING = re.compile(rf"[{UPPER}](?<=[^\W\d_{UPPER}].)")
"""The rarer letter first: by that the pattern is found."""
_TWICE = re.compile(
    rf"\b([{UPPER}][\w.'’-]{{0,30}}(?:\s[{UPPER}][\w.'’-]{{0,30}}?){{1,3}})\1(?!\w)"
)
"""`By Ada BrookAda Brook, weather editor`: the same name for two widths of a screen."""
_AND = re.compile(r"\s(?:and|&)\s")
_CAPITALS_INSIDE = re.compile(rf"[{UPPER}][{UPPER}]|[^\W\d_{UPPER}][{UPPER}]")
GLUED = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bFitz)(?<=[a-zß-ÿ])[A-Z]")
"""Two elements without white space between them: `EkStaff`."""
_OFFICES = frozenset(
    {"senior", "chief", "deputy", "managing", "associate", "assistant", "staff", "special"}
    | {"executive", "contributing", "junior", "news", "sports", "business", "political", "city"}
    | {"night", "web", "digital", "online", "our", "the", "guest", "former"}
)
"""What an office begins with."""


def before_office(line: str) -> str | None:
    """
    Return the names of a line without a date, each of which an office or agency ends; or None.

    Behind a `By`, or before a comma, any name is one; without both it has to begin as people do.
    """
    opened = _BY.match(line)
    rest = MAIL.sub("", line[opened.end() if opened else 0 :])
    bare = BESIDE_NAME.sub("", rest).strip(EDGES)
    signed = opened is not None
    several = [_employed(part, signed=signed) for part in _AND.split(bare)]
    if len(several) > 1 and None not in several:
        return ", ".join(filter(None, several))
    return _employed(bare, signed=signed)


def signed_before(line: str) -> str | None:
    """Return the names of a line behind a `By`, each before an office or agency; or None."""
    return before_office(line) if _BY.match(line) else None


def _employed(text: str, *, signed: bool) -> str | None:
    """Return the name that a text begins with, where an office or an agency is all the rest."""
    for pattern in (*_EMPLOYED, _HOUSED):
        found = pattern.fullmatch(text)
        if found is None or not (found["comma"] or _begins(found["office"])):
            continue
        if pattern is _HOUSED and AGENCIES.fullmatch(found["office"]) is None:
            continue
        who = found["who"]
        if not found["comma"] and _is_cut(who, found["office"]):
            return None
        sure = signed or found["comma"] or is_given_name(who.split()[0].capitalize())
        return who if sure and _is_name(who) else None
    return None


def _is_cut(who: str, office: str) -> bool:
    """Return whether the third word may be the office's: `Ada Brook Harbour` before `Writer`."""
    middle = who.split()[1:-1]
    if all(word.endswith(".") or is_given_name(word.capitalize()) for word in middle):
        return False
    return _is_of_office(office.split(maxsplit=1)[0])


def _is_of_office(word: str) -> bool:
    """Return whether a word is an office's own: `Senior`, `Editor`."""
    return word.casefold() in _OFFICES or re.fullmatch(_ROLE, word) is not None


def _begins(office: str) -> bool:
    """Return whether words begin an office or a house, and are no surname: `Science`, `BBC`."""
    first = office.split(maxsplit=1)[0]
    return _is_of_office(first) or is_thing(first) or _CAPITALS_INSIDE.search(first) is not None


def _is_name(who: str) -> bool:
    """Return whether words before an office are a name, and no part of the office."""
    words = who.casefold().split()
    if not _OFFICES.isdisjoint(words) or is_thing(who) or names_nobody(who):
        return False
    return OPENER.search(who) is None and GLUED.search(who) is None


def employed(text: str) -> str | None:
    """Return who is named before a house and what he is for it, in small letters; or None."""
    found = _FOR_A_HOUSE.fullmatch(text)
    return None if found is None else found[1]


def told_once(line: str) -> str:
    """Return a line in which no name stands twice with nothing between."""
    return _TWICE.sub(r"\1", line) if _TOUCHING.search(line) is not None else line
