"""
Where the text's core lies and what it is about.

The core is the stretch of lines with most sentences in it and fewest lines that are none. The
words that recur in it tell a paragraph of the article from a teaser for another one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from workers.parsers.lines.lexicon import FUNCTION_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.typesetting.lines import Passage

LOOK = 1200
"""Characters of a passage that are looked at."""
LONGEST = 600
"""A longer paragraph counts no more towards the core."""
GAP = 70
"""What a line without a sentence costs the core, in characters of sentences."""
REACH = 40
"""How many lines below a headline are searched for its words."""
_TERM = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}|[^\W\d_]{4,}|\d{2,}")
_TYPESET = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u00ab\u00bb\u2022\u00a9"
"""What makes most English text more than ASCII; none of it belongs to a word."""
_ASCII_TERM = re.compile(r"[a-z]{4,}|[0-9]{2,}")
"""The same of a text in ASCII, in a quarter of the time."""


def core(weights: Sequence[int]) -> tuple[int, int]:
    """Return first and last place of the stretch with the greatest sum; (0, -1) for none."""
    best, at = (0, (0, -1)), 0
    total = 0
    for place, weight in enumerate(weights):
        total += weight
        if total <= 0:
            total, at = 0, place + 1
        elif total > best[0]:
            best = (total, (at, place))
    return best[1]


def terms(text: str) -> set[str]:
    """Return the telling words of a passage: long enough, no function words, case folded."""
    said = text[:LOOK].casefold()
    if not said.isascii():
        for mark in _TYPESET:
            said = said.replace(mark, " ")
    found = (_ASCII_TERM if said.isascii() else _TERM).findall(said)
    # a plural or a genitive is the same word: cut to what most inflections share
    return {term[:6] for term in found if term not in FUNCTION_WORDS}


class Topic:
    """Which words stand where, and which of them recur in the core."""

    def __init__(self, passages: Sequence[Passage], span: tuple[int, int]) -> None:
        self.terms = [terms(passage.text) for passage in passages]
        self.span = span
        common = Counter(
            term for place in range(span[0], span[1] + 1) for term in self.terms[place]
        )
        self._known = set(common)
        self._again = {term for term, count in common.items() if count > 1}
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, found in enumerate(self.terms):
            for term in found:
                self._places[term].append(place)

    def share(self, at: int) -> float | None:
        """Return how many of a passage's words other passages of the core have; None for none."""
        own = self.terms[at]
        if not own:
            return None
        inside = self.span[0] <= at <= self.span[1]
        return len(own & (self._again if inside else self._known)) / len(own)

    def heralds(self, at: int) -> float:
        """Return how much a line speaks of what the lines below it tell: words, 1 each at most."""
        total = 0.0
        for term in self.terms[at]:
            places = self._places[term]
            below = bisect_right(places, at + REACH) - bisect_left(places, at + 2)
            total += min(1.0, below / 2)
        return total
