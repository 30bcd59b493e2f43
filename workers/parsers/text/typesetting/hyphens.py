"""
Words that a program or a compositor broke at the end of a line: which of their hyphens to drop.

`fi-` above `nance` is one word, `well-` above `known` keeps its hyphen. Only the text itself tells:
by how it writes the word elsewhere, and by whether it breaks words at all.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from workers.parsers.lines.lexicon import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from workers.parsers.text.typesetting.wrapping import Line

Broken: TypeAlias = "Collection[tuple[str, str]]"
"""The two parts of each word that a line's end broke, case folded, without the hyphen."""
SIGNS = "-\u2010\u00ad\u00ac"
"""How lines end that a word goes on from: `¬` is what scanners' programs write."""
_SURE = "\u00ad\u00ac"
"""Signs that stand in no word but a broken one."""
_ABOVE = re.compile(rf"(?<![\w/.@=&%])([^\W\d_]{{1,40}})[{SIGNS}]$")
_BELOW = re.compile(r"[^\W\d_]{1,40}(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST = 42
"""Characters of a line's end in which such a part stands, with its sign."""
_PART = re.compile(r"[^\W\d_]+")
_OFTEN, _SHARE = 3, 0.03
"""So many lines end so, and so great a part of all: a compound stands at one end in a hundred."""


def glue(above: str, below: str, broken: Broken) -> tuple[int, str]:
    """
    Return how many signs to cut off a line's end, and what goes between it and the next.

    `above` ends with one of `SIGNS`, `below` begins with a letter.
    """
    if not above[-2:-1].isalpha():
        return 0, " "
    left, right = _ABOVE.search(above[-_LONGEST:]), _BELOW.match(below)
    if above[-1] in _SURE or (
        left and right and (left[1].casefold(), right[0].casefold()) in broken
    ):
        return 1, ""
    return 0, " " if right and _hangs(right[0], below[right.end() :]) else ""


def _hangs(word: str, behind: str) -> bool:
    """Whether the word below begins another: in `Vor- und Nachteile` the hyphen hangs."""
    return len(word) > 1 and word in FUNCTION_WORDS and behind[:1] == " "


def broken_words(lines: Sequence[Line]) -> Broken:
    """Return the words of a text that the ends of its lines broke."""
    pairs = list(_pairs(lines))
    if not pairs:
        return ()
    known = set(_words(lines))
    whole = {pair for pair in pairs if "".join(pair) in known}
    apart = {pair for pair in pairs if "-".join(pair) in known} - whole
    left = set(pairs) - whole - apart
    often = len(pairs) >= _OFTEN and len(pairs) >= _SHARE * sum(1 for line in lines if line.text)
    if not often and len(whole) <= len(apart):
        return whole
    return whole | {pair for pair in left if pair[1] not in FUNCTION_WORDS}


def _words(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the words of a text, compounds and their parts, without those that go on below."""
    for line in lines:
        text = line.text.casefold()
        bare = _ABOVE.sub("", text) if text[-1:] and text[-1] in SIGNS else text
        yield from _WORD.findall(bare)
        yield from _PART.findall(bare)


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield the parts beside each hyphen at a line's end, where a small letter goes on."""
    for one, two in pairwise(lines):
        if one.text and two.text and one.text[-1] in SIGNS and two.text[0].islower():
            left, right = _ABOVE.search(one.text[-_LONGEST:]), _BELOW.match(two.text)
            if left and right:
                yield left[1].casefold(), right[0].casefold()
