"""
Which passages are the body.

The article is one stretch of the page. Learned tables say how likely each passage is to begin it,
to end it and to lie inside; around the stretch with the greatest sum each passage is looked at
again, beside its neighbours as they were judged. Of what comes out the run with most likely text
and least other is the article, and unlikely passages inside it (captions, adverts, links) are left
out.
"""

from __future__ import annotations

from functools import cache, partial
from math import exp, log1p
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from workers.parsers.html.body import forest
from workers.parsers.lines.stops import sentences_within
from workers.parsers.text.body import boxes
from workers.parsers.text.body.intruders import without_intruders
from workers.parsers.text.marks.figures import figures
from workers.parsers.text.marks.second_look import NAMES, look
from workers.parsers.text.marks.standing import body_marks
from workers.parsers.text.marks.tables import numbered, side_by_side
from workers.parsers.text.marks.topic import core
from workers.parsers.text.sentences import is_short_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.parsers.text.marks.figures import Vector
    from workers.parsers.text.marks.page import Page

TREES = Path(__file__).with_name("trees.json")
"""Written by `tests/benchmarks/train_text_dumps.py`, as `weights.json` is."""
INSIDE = 0.1
"""What a passage's own odds to lie inside count: its neighbours' say much the same."""
LIKELY = 0.45
"""The chance from which a passage speaks for the run that it lies in."""
KEPT = 0.45
"""The chance from which a passage of the run is kept."""
UNLIKELY, PRESSED = 0.1, 6
"""The chance below which a line is furniture, and so many such lines part a lead from a run."""
SURE = 0.8
"""The chance from which a lead is one whatever stands below it: a list of what one needs."""
LED = 0.35
"""The chance from which a lead is one that furniture alone parts from the run."""
GAP = 5.0
"""What a passage that is not likely costs the run, in characters, besides its own."""
LONGEST = 600
"""A longer passage counts no more."""
SENTENCES = 4
"""So many sentences of a passage as long as that are a text, whatever they end with."""
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
_TAKEN = 0.01
"""Log-odds of what is kept."""
_LEAST = -12.0
"""No passage is ruled out as first or last: pages are stranger than any training set."""


@cache
def trees() -> forest.Forest:
    """Return the trees of the second look."""
    return forest.load(NAMES, TREES)


def warm_up() -> None:
    """Load tables and trees now, rather than at the first text."""
    trees()
    side_by_side(_TABLES)


def body_at(page: Page, head: int) -> list[int]:
    """Return the places of the body's passages in order; `head` is the headline's, or -1."""
    if not page.passages:
        return []
    marks = numbered(_TABLES, body_marks(page, head))
    odds = marks.odds()
    body, inside, start, end = odds.T.tolist()
    first, last = stretch(inside, start, end)
    looked = look(page, partial(figures, marks), odds, (first, last))
    chances = trees().judge(looked.rows)
    region = slice(looked.first, looked.first + len(chances))
    run = run_of(chances, [len(passage.text) for passage in page.passages[region]])
    if run[1] >= 0:  # a strange page may please the trees nowhere: then the tables alone judge it
        body[region] = (np.log(chances / (1 - chances)) - np.log(KEPT / (1 - KEPT))).tolist()
        first, last = _led(page, chances, looked.first, run[0], first), looked.first + run[1]
        body[first] = max(body[first], _TAKEN)  # a lead that is one of the text, likely or not
    return without_intruders(page, _chosen(page, body, first, last))


def longest_alone(page: Page) -> list[int]:
    """Return the place of the one long passage of a page where the tables found no body at all."""
    texts = ["" if passage.bullet else passage.text for passage in page.passages]
    longest = max(range(len(texts)), key=lambda at: len(texts[at]), default=-1)
    if longest < 0 or len(texts[longest]) < LONGEST:
        return []
    return [longest] if sentences_within(texts[longest]) >= SENTENCES else []


def run_of(chances: Vector, sizes: Sequence[int]) -> tuple[int, int]:
    """Return first and last place of the run with most likely text and least other."""
    worth = np.minimum(sizes, LONGEST) * (chances - LIKELY) - GAP * (chances < LIKELY)
    return core(worth.tolist())


def _led(page: Page, chances: Vector, offset: int, begin: int, stretch_first: int) -> int:
    """Return where a run begins: at its lead above, a sure one or parted by things to press."""
    lead = stretch_first - offset
    between = chances[lead + 1 : begin]
    if not len(between) or not page.sizes[stretch_first]:
        return offset + begin
    if chances[lead] >= SURE:
        return stretch_first
    furniture = len(between) <= PRESSED and bool((between < UNLIKELY).all())
    return stretch_first if furniture and chances[lead] >= LED else offset + begin


def _chosen(page: Page, odds: Sequence[float], first: int, last: int) -> list[int]:
    """Return what of a stretch is body, and what goes on or closes the text below it."""
    closed = _closed(page, odds, last)
    goes_on = boxes.beyond_box(page, odds, first, closed)
    rows: Sequence[int] = ()
    if goes_on > closed:
        goes_on = _closed(page, odds, goes_on)
        rows = range(closed + 1, boxes.below_table(page, closed) or 0)
    return [
        at
        for at in range(first, goes_on + 1)
        if odds[at] > 0
        or (at >= last and _closes(page, odds, at))
        or (at > closed and (page.sizes[at] or at in rows or _heads_on(page, odds, at)))
    ]


def _heads_on(page: Page, odds: Sequence[float], at: int) -> bool:
    """Whether a line below a box heads what of the text goes on there."""
    below = at + 1 < len(odds) and page.sizes[at + 1] > 0
    return below and odds[at] > boxes.LIKELY and not page.passages[at].bullet


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
