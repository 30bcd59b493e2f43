"""What a text quotes: it is in the language of who is quoted, which may be another."""

from __future__ import annotations

import re
from typing import Final

_QUOTED: Final = re.compile(
    # the set of first signs comes first: a text is searched for it in a fraction of the time
    r"[«»“„”\"「『](?:(?<=«)[^«»]{1,400}+»|(?<=»)[^«»]{1,400}+«|(?<=[“„”])[^“„”]{1,400}+[“”]"
    r"|(?<=\")[^\"]{1,400}+\"|(?<=「)[^「」]{1,400}+」|(?<=『)[^『』]{1,400}+』)"
)
_LEAST: Final = 3
"""One part of so many of a text is its own words, else it is a quotation as a whole."""


def without_quotations(text: str) -> str:
    """Return a text without what it quotes; as it is where hardly anything else is in it."""
    own = _QUOTED.sub(" ", text)
    return own if len(own) * _LEAST >= len(text) else text
