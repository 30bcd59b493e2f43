"""What an office is for, or where it is, which a sign may part: no second person stands there."""

from __future__ import annotations

import re

from workers.normalise.bylines.words import ROLE

_FIELD = re.compile(
    r"(?<=[^\W\d_])(?<!von)(?<!Von),?\s(?:[\w-]+)?(?:[Rr]edakteur|[Kk]orrespondent|[Rr]eporter|[Ll]eiter)(?:in)?"
    r"\s(?:für|der|des|im)\s[^,;|/·•()]++"
)
"""The office and its field behind a name, which an "and" may part: no second person."""


def without_field(line: str) -> str:
    """Return a line without what an office is for: `Bo Li Redakteur für Häfen und Küsten`."""
    return _FIELD.sub("", line)


def is_place_of_office(part: str, name: str) -> bool:
    """Return whether a part behind a name says where its office is: `…, Tokyo correspondent`."""
    return " " not in name and name != part and part.startswith(name) and bool(ROLE.search(part))
