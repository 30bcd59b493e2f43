"""
The publisher: a paragraph that begins with its name, far down, speaks of the house, not of news.

The line of rights at the foot of most pages has the name; no list of publishers is needed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workers.parsers.lines.lexicon import FURNITURE

if TYPE_CHECKING:
    from workers.parsers.text.marks.page import Page

LINE = 200
"""Characters of a line of rights."""
BEGINNING = 70
"""Among so many characters the name stands."""
LONG = 80
"""A shorter line is an entry of a menu, which names the house for other reasons."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_RIGHTS = frozenset({"copyright", "rights"})
"""Marks of a line of rights."""
_ANY = frozenset(
    "the all and by inc llc ltd gmbh group media news network company corporation".split()  # noqa: SIM905
)
"""Words of many publishers' names."""


def names_of_house(page: Page) -> frozenset[str]:
    """Return the words with a capital in the lines of rights, without those of any such line."""
    lines = (
        passage.text
        for passage, marks in zip(page.passages, page.own, strict=True)
        if len(passage.text) < LINE and not _RIGHTS.isdisjoint(marks)
    )
    return frozenset(
        word
        for line in lines
        for word in _WORD.findall(line)
        if word[0].isupper() and word.casefold() not in _ANY and word.casefold() not in FURNITURE
    )


def house_marks(page: Page, at: int, house: frozenset[str]) -> list[str]:
    """Return whether a paragraph begins with the name of the house."""
    text = page.passages[at].text
    if len(text) <= LONG or not any(map(text[:BEGINNING].__contains__, house)):
        return []
    named = len(house.intersection(_WORD.findall(text, 0, BEGINNING)))
    return [f"house {min(named, 2)}", f"house {page.own[at][0]}"] if named else []
