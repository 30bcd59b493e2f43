"""A byline's line with its words apart, as the readers of bylines want it."""

from __future__ import annotations

import re

from workers.parsers.bylines.employed import told_once
from workers.parsers.bylines.offices import with_by
from workers.parsers.bylines.persons import IN_A_PLACE, UPPER

_GLUED = re.compile(
    rf"^(?:By|Von|Par|Por)(?=[{UPPER}](?:[^\W\d_{UPPER}]+|\.(?:[A-Z]\.)*)\s[{UPPER}])"
)
"""`ByAda Brook`: elements without white space between them."""
_AND_IN_CAPITALS = re.compile(rf"(?<=[{UPPER}]{{2}})\s(?:AND|UND|ET|Y|E)\s(?=[{UPPER}]{{2}})")
_PLACED = re.compile(
    rf"{IN_A_PLACE}(?=(?:,|\s(?:and|und|et|&))\s(?:and\s)?[{UPPER}]\S+\s[{UPPER}])"
)
"""Where one of several sat: `Ada Brook in Oslo and Ben Carr in London`."""
_BY_TWICE = re.compile(r"^(By|Von|Par|Por)\s(?=\1\s)", re.IGNORECASE)


def unglued(text: str) -> str:
    """
    Return a line with a space behind the `By` that it begins with, and no name twice at once.

    Without the place behind all names but the last, and with a small `and` between capitals.
    """
    text = _BY_TWICE.sub("", told_once(with_by(_PLACED.sub("", text))))
    text = _AND_IN_CAPITALS.sub(lambda found: found[0].lower(), text)
    found = _GLUED.match(text)
    return text if found is None else f"{found[0]} {text[found.end() :]}"
