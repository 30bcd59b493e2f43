"""Which lines are sentences of a text, and which are what a page has around it."""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING

from workers.parsers.bylines.marked import byline_of
from workers.parsers.lines.furniture_signs import furniture_signs
from workers.parsers.lines.lexicon import FURNITURE, LEAD_INS
from workers.parsers.lines.stops import STOPS_AND_COLONS, is_closed, is_closed_aside
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.typesetting.columns import size_of, wide_signs

if TYPE_CHECKING:
    from workers.parsers.text.typesetting.lines import Passage

LONG = 60
"""Characters from which something that ends like a sentence is a paragraph."""
SHORT = 3
"""So many words make a sentence below the last long paragraph, or between headline and text."""
_LEAD_IN = re.compile(
    rf"(?:{'|'.join(map(re.escape, LEAD_INS))})\s*(?:$|[:：|>»·•]\s*\S?)", re.IGNORECASE
)
_NARRATED = re.compile(
    r"^(?!(?:[^\W\d_]+\s)?(?:comments|kommentare|kommentarer|commentaires|comentarios|comentários"
    r"|commenti|komentarze|reacties|комментарии|коментарі|cookies?|newsletters?|artikel|account)\b)"
    r"(?!.*\b(?:you|your|we|us|our|vous|votre|vos|nous|notre|dein\w*|uns\w*|din|ditt|dine|dina"
    r"|jouw|uw|tuo|tua|ваш\w*)\b).*?"
    r"(?:\b(?:he|she|they|his|her|their|er|ihm|ihr(?:e[nrms]?)?|seine?[nrms]?|wollte|il|elle|ils"
    r"|elles|él|ella|ellos|ele|ela|eles|lui|lei|hij|zij|han|hun|hon|он|она|они|він|вона)\b"
    r"|\b(?:was|were|had|did|rose|fell|gained|climbed|dropped"
    r"|slipped|declined|refused|wurden?|waren?|lagen?|stiegen?|fielen?|fue(?:ron)?|fut|furent|été|foram|foi|werden"
    r"|blev|был[аио]?)\b)",
    re.IGNORECASE,
)
"""
Who it is about, and what was: what a page asks or offers is about its reader, and is.

What a page tells of its own parts is about them: `The comments were closed.`
"""
_STOPS = ".,:;!?()[]"
_ASCII_STOPS = _STOPS.encode()
_SMALL = bytes(32 if bytes([code]).isspace() else code for code in range(256)).lower()
"""The small letter of each of ASCII's, and a space for whatever parts words."""
_ASCII_FURNITURE = frozenset(word.encode() for word in FURNITURE if word.isascii())


def is_prose(part: Passage) -> bool:
    """Whether a passage is long and ends like a sentence, or is so long that it must be one."""
    size = size_of(part.text)
    if size <= LONG or is_moment_line(part.text):
        return False
    return size > 2 * LONG or is_closed_aside(part.text, STOPS_AND_COLONS)


def is_short_sentence(text: str) -> bool:
    """Whether a short line of a text without furniture is a sentence of it all the same."""
    if not is_closed_aside(text) or text[0] in "([（【" or "@" in text or "://" in text:
        return False
    if len(text.split()) < SHORT and wide_signs(text) < 2 * SHORT:
        return False
    return not (is_furniture(text) or is_moment_line(text) or byline_of(text))


def leads_away(text: str) -> bool:
    """Whether a line is a link to another page: `Read more`, `Related: …`."""
    return len(text) < 3 * LONG and _LEAD_IN.match(text) is not None


def is_furniture(text: str) -> bool:
    """
    Whether a line leads to another page, or a good part of its words are page furniture.

    A sentence that narrates may have one of them: `Terms were not disclosed.`
    """
    if leads_away(text):
        return True
    words = text.count(" ") + 1
    hits = _furniture(text, words)
    if len(text) < LONG and not text.isascii():
        hits += furniture_signs(text)
    if hits * 4 < words or not hits:
        return False
    return not (hits == 1 and words > SHORT and is_closed(text) and _NARRATED.search(text))


def _furniture(text: str, words: int) -> int:
    """
    Return how many words of a text are page furniture, whatever signs stand around them.

    0 where it is clear that they are less than a quarter of so many `words`.
    """
    if text.isascii():  # as bytes in two thirds of the time
        first = 3 * words // 4 + 1
        said = text.encode("ascii").translate(_SMALL, _ASCII_STOPS).split(None, first)
        rest = said.pop() if len(said) > first else b""
        # none among the first of most texts: what is left need not be taken apart
        if _ASCII_FURNITURE.isdisjoint(said) and (rest.count(b" ") + 1) * 4 < words:
            return 0
        return sum(map(_ASCII_FURNITURE.__contains__, said + rest.split()))
    bare = map(str.strip, text.casefold().split(), repeat(_STOPS))
    return sum(map(FURNITURE.__contains__, bare))
