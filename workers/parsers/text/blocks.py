"""
Which passages are the body.

The article is one stretch of the page. Learned tables say how likely each passage is to begin it,
to end it and to lie inside; the stretch with the greatest sum is taken, and of what lies inside it
the captions, adverts and links between paragraphs are left out.
"""

from __future__ import annotations

from math import exp, log1p
from typing import TYPE_CHECKING

from workers.parsers.text.boxes import LIKELY, beyond_box
from workers.parsers.text.intruders import without_intruders
from workers.parsers.text.sentences import is_short_sentence
from workers.parsers.text.standing import body_marks
from workers.parsers.text.tables import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.page import Page

INSIDE = 0.1
"""What a passage's own odds to lie inside count: its neighbours' say much the same."""
CLOSING = -3.0
"""Log-odds of being body from which a short sentence below the last paragraph closes the text."""
CLOSINGS = 2
"""So many such sentences do."""
CLOSING_LENGTH = 140
"""Characters of such a sentence."""
_NOT_CLOSING = (
    "furniture", "you", "bio", "profession", "rights", "copyright", "credited", "post", "address",
    "dated", "clock", "year",
)  # fmt: skip
"""Beginnings of the marks of what speaks of the author, the page or a picture."""
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
    return without_intruders(page, _chosen(page, body, first, last))


def _chosen(page: Page, odds: Sequence[float], first: int, last: int) -> list[int]:
    """Return what of a stretch is body, and what goes on or closes the text below it."""
    closed = _closed(page, odds, last)
    goes_on = beyond_box(page, odds, first, closed)
    if goes_on > closed:
        goes_on = _closed(page, odds, goes_on)
    return [
        at
        for at in range(first, goes_on + 1)
        if odds[at] > 0
        or (at >= last and _closes(page, odds, at))
        or (at > closed and (page.sizes[at] or _heads_on(page, odds, at)))
    ]


def _heads_on(page: Page, odds: Sequence[float], at: int) -> bool:
    """Whether a line below a box heads what of the text goes on there."""
    below = at + 1 < len(odds) and page.sizes[at + 1] > 0
    return below and odds[at] > LIKELY and not page.passages[at].bullet


def _closed(page: Page, odds: Sequence[float], last: int) -> int:
    """Return the last of the short sentences that close a text, or `last` where none does."""
    end = min(len(odds), last + 1 + CLOSINGS)
    at = last + 1
    while at < end and _closes(page, odds, at):
        at += 1
    return at - 1


def _closes(page: Page, odds: Sequence[float], at: int) -> bool:
    """Whether a line below the last paragraph is its last sentence: short, and to no reader."""
    passage = page.passages[at]
    if odds[at] <= CLOSING or passage.bullet or len(passage.text) > CLOSING_LENGTH:
        return False
    told = any(mark.startswith(_NOT_CLOSING) for mark in page.own[at])
    return not told and is_short_sentence(passage.text)


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
