"""
Which passages are the body.

The article is one stretch of the page. Learned tables say how likely each passage is to begin it,
to end it and to lie inside; the stretch with the greatest sum is taken, and of what lies inside it
the captions, adverts and links between paragraphs are left out.
"""

from __future__ import annotations

from math import exp, log1p
from typing import TYPE_CHECKING

from workers.parsers.text.intruders import without_intruders
from workers.parsers.text.standing import body_marks
from workers.parsers.text.tables import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.page import Page

INSIDE = 0.1
"""What a passage's own odds to lie inside count: its neighbours' say much the same."""
_TABLES = ("body", "inside", "start", "end")
_LEAST = -12.0
"""No passage is ruled out as first or last: pages are stranger than any training set."""


def body_at(page: Page, head: int) -> list[int]:
    """Return the places of the body's passages in order; `head` is the headline's, or -1."""
    rows = [weigh(_TABLES, names) for names in body_marks(page, head)]
    if not rows:
        return []
    body, inside, start, end = zip(*rows, strict=True)
    first, last = stretch(inside, start, end)
    return without_intruders(page, [at for at in range(first, last + 1) if body[at] > 0])


def stretch(
    inside: Sequence[float], start: Sequence[float], end: Sequence[float]
) -> tuple[int, int]:
    """Return first and last place of the likeliest stretch: (0, -1) where there is no passage."""
    best, found = float("-inf"), (0, -1)
    running, began = float("-inf"), 0
    for at, own in enumerate(inside):
        opening = _probability(start[at])
        if opening > running:
            running, began = opening, at
        running += INSIDE * own
        closing = running + _probability(end[at])
        if closing > best:
            best, found = closing, (began, at)
    return found


def _probability(odds: float) -> float:
    """Return the logarithm of the probability that log-odds stand for."""
    return max(_LEAST, -log1p(exp(-odds)) if odds > -30 else odds)  # noqa: PLR2004 - exp() stays finite
