"""What an office is for, or where it is, which a sign may part: no second person stands there."""

from __future__ import annotations

import re

from workers.normalise.bylines.words import ROLE
from workers.words.given_names import is_given_name

_FIELD = re.compile(
    r"(?<=[^\W\d_])(?<!von)(?<!Von),?\s(?:[\w-]+)?(?:[Rr]edakteur|[Kk]orrespondent|[Rr]eporter|[Ll]eiter)(?:in)?"
    r"\s(?:für|der|des|im)\s[^,;|/·•()]++"
)
"""The office and its field behind a name, which an "and" may part: no second person."""


_FOR_A_HOUSE = re.compile(
    r"(?P<who>[^\W\d_a-z][\w.'-]+(?:\s[^\W\d_a-z][\w.'-]*){1,2})\s(?:[Ff]or|FOR)\s(?:[Tt]he\s)?[A-Z]"
    r"[^,;|/·•()]*?(?=\s(?:and|und|et|&)\s|\s?[,;|/·•(]|$)"
)
"""For whom somebody wrote."""


def without_field(line: str) -> str:
    """
    Return a line without what an office is for: `Bo Li Redakteur für Häfen und Küsten`.

    And without the house: `Ada Brook for The Harbour`; one may have a `for` in its own name.
    """
    return _FOR_A_HOUSE.sub(_who, _FIELD.sub("", line))


def _who(found: re.Match[str]) -> str:
    return found["who"] if is_given_name(found["who"].partition(" ")[0].title()) else found[0]


def is_place_of_office(part: str, name: str) -> bool:
    """Return whether a part behind a name says where its office is: `…, Tokyo correspondent`."""
    return " " not in name and name != part and part.startswith(name) and bool(ROLE.search(part))
