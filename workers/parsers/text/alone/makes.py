"""
Lines that begin alike: entries of a list, answers of an interview, messages of a chat.

None need be a sentence, and the last of them is as much text as those above it.
"""

# ruff: noqa: RUF001 - the signs of many scripts are meant

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from workers.parsers.lines.lexicon import MONTHS, SHORT_MONTHS
from workers.parsers.lines.stops import is_closed
from workers.parsers.text.moments import is_moment_line
from workers.parsers.text.sentences import is_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

ALIKE: Final = 2
"""So many other lines that begin as one does make it an entry."""
SEVERAL: Final = 3
"""So many lines that begin with a time of day are messages, and do not say when all was written."""
BETWEEN: Final = 2
"""So many headings may stand between two entries."""
_MAKES: Final = (
    ("numbered", re.compile(r"\d{1,3}[.)]\s")),
    ("clock", re.compile(r"[\[(]?(?:[\d./-]{6,10},?\s+)?\d{1,2}[:.]\d{2}\b")),
    ("year", re.compile(r"[12]\d{3}\s")),
    ("figure", re.compile(r"\d")),
    ("handle", re.compile(r"@\w+\b|<[\w-]+>")),
    ("quote", re.compile(r"[\"“„«]")),
)
"""How entries begin."""
_DATED = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(MONTHS | SHORT_MONTHS, key=len, reverse=True)))})"
    r"\.?\s\d{1,2}\b(?!,?\s\d)",
    re.IGNORECASE,
)
"""`July 22 – Cuyahoga Falls`."""
_FIGURE = re.compile(r"\d")
_SPEAKER = re.compile(r"[^\W\d][^:：.!?]{0,40}[:：](?=\s*\S)|[QA]\.(?=\s)")
"""Who speaks; which is a make of its own for each name, for any label has a colon."""
_NAMED = 44
"""Characters among which a speaker's colon stands."""
_TIMED = frozenset("[(0123456789")
_NO_SENTENCE = ("@", "://", "©", "(c)")


def last_told(parts: Sequence[Passage], end: int) -> int:
    """Return the last place of a text that has its last long sentence at `end`."""
    often: Counter[str | None] | None = None  # of most texts it is never asked for
    for at in range(end + 1, len(parts)):
        if at - end > BETWEEN + 1:
            break
        if _is_said(parts[at].text):
            end = at
        elif (make := make_of(parts[at])) is not None:
            often = often or Counter(map(make_of, parts))
            end = at if often[make] > ALIKE else end
    return end


def entries(parts: Sequence[Passage]) -> set[int]:
    """Return the places of messages: several lines that begin with a time, or after a name."""
    timed = [
        at
        for at, part in enumerate(parts)
        if part.text[0] in _TIMED and make_of(part) == "clock" and _says_more(part.text)
    ]
    return set(timed) if len(timed) >= SEVERAL else set()


def make_of(part: Passage) -> str | None:
    """Return how a line begins, as far as that tells an entry; else None."""
    if part.bullet:
        return "bullet"
    if part.text[0].isalpha():  # most lines are sentences: a look for the colon costs a tenth
        head = part.text[:_NAMED]
        spoken = ":" in head or "：" in head or head[1:2] == "."
        speaker = _SPEAKER.match(part.text) if spoken else None
        if speaker is None:
            dated = _FIGURE.search(head) is not None and _DATED.match(part.text)
            return "dated" if dated else None
        return speaker[0].casefold()
    return next((name for name, begins in _MAKES if begins.match(part.text)), None)


def _says_more(text: str) -> bool:
    """Whether there is more in a line than a time and the words around it."""
    return not is_moment_line(text) or "]" in text


def _is_said(text: str) -> bool:
    """Whether a line, however short, ends as a sentence does and is none of a page."""
    if not is_closed(text) or any(sign in text.lower() for sign in _NO_SENTENCE):
        return False
    return not (is_furniture(text) or is_moment_line(text))
