"""
The rule that says whether two articles are one story: six measures, weighed and added up.

A logistic model, small enough to be read: the weights are the odds, in natural logarithms, that
each measure adds. `tests/benchmarks/train_duplicates.py` fits them, and `docs/deduplication.md`
tells on what, and how well it does on what it was not fitted to. Beside it stand plain clauses:
two long texts that are almost the same from end to end need no headline to agree; and what is no
copy, whatever else agrees, is told in `partings.py`.
"""

from __future__ import annotations

import math
from functools import lru_cache

from workers.dedup.alike.measures import Measures
from workers.dedup.alike.partings import parted_by

UNDATED_DAYS = 1.0
"""How far apart two articles are taken to be when one of them has no date."""
FARTHEST_DAYS = 3.0
"""Beyond this, more distance says no more: a reprint after months is one after three days."""
TEMPLATE_LENGTH = 60
LONG_LENGTH = 1000
LONGEST_BREVITY = 0.2
"""
Distance in time counts in full up to some 60 tokens, for what comes again day after day in almost
the same words (prices, dividends, forecasts) is short; then for less, down to a fifth: a long text
that comes again is a reprint.
"""
UNTITLED = 0.8
"""What a missing headline counts as: it speaks neither for nor against."""
SHORTEST = 5
"""Tokens; a text that is shorter counts as this long."""

ALMOST_WHOLE = 0.6
WHOLE_LENGTH = 100
WHOLE_NUMBERS = 0.5
WHOLE_MISSING = 2
"""
Least Jaccard similarity, tokens and share of numbers (or most numbers missing: a correction) at
which two texts are one story under any headlines and dates: each paper gives an agency's story a
headline of its own. Not where each has words of its headline that the other lacks: then the rest is
what a house sets below all that it sends.
"""

WEIGHED = "weighed/1"
WHOLE = "almost-whole/1"
APART = "apart/1"
"""The names of what decided, each with its version; the last, and what `partings` names, say no."""

NAMES = ("containment", "support", "length", "shared numbers", "missing numbers", "distance")
WEIGHTS = (12.29, 8.05, 1.27, 0.84, -1.37, -2.51)
BIAS = -20.14


def decided_by(found: Measures) -> str:
    """Return what makes two articles one story, or not; `APART` where nothing does."""
    parted = parted_by(found)
    if parted:
        return parted
    if score(found) > 0:
        return WEIGHED
    whole = (
        found.jaccard >= ALMOST_WHOLE
        and not found.own_names
        and found.length >= WHOLE_LENGTH
        and (found.numbers >= WHOLE_NUMBERS or found.missing_numbers <= WHOLE_MISSING)
    )
    return WHOLE if whole else APART


def says_yes(rule: str) -> bool:
    """Tell whether what decided makes two articles one story."""
    return rule in {WEIGHED, WHOLE}


@lru_cache(4096)
def could_be_one(length: int, numbers: int) -> bool:
    """Tell whether any two texts of that length, with so many numbers, are one story days apart."""
    best = Measures(
        jaccard=1.0,
        containment=1.0,
        title=1.0,
        support=1.0,
        shared_numbers=numbers,
        missing_numbers=0,
        length=length,
        days=FARTHEST_DAYS,
    )
    return says_yes(decided_by(best))


def score(found: Measures) -> float:
    """Return the odds, in natural logarithms, that two articles are one story: yes above 0."""
    return BIAS + sum(contributions(found).values())


def contributions(found: Measures) -> dict[str, float]:
    """Return what each measure adds to the score, by name: why the answer is what it is."""
    weighed = zip(NAMES, WEIGHTS, inputs(found), strict=True)
    return {name: weight * value for name, weight, value in weighed}


def inputs(found: Measures) -> tuple[float, ...]:
    """Return what the weights apply to, in their order."""
    days = UNDATED_DAYS if found.days is None else found.days
    return (
        found.containment,
        UNTITLED if found.support is None else found.support,
        math.log(max(found.length, SHORTEST)),
        math.log1p(found.shared_numbers),
        math.log1p(found.missing_numbers),
        min(days, FARTHEST_DAYS) * _brevity(found.length),
    )


def _brevity(length: int) -> float:
    share = math.log(LONG_LENGTH / max(length, SHORTEST)) / math.log(LONG_LENGTH / TEMPLATE_LENGTH)
    return min(max(share, LONGEST_BREVITY), 1.0)
