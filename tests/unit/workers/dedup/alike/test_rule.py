"""What each measure adds to the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workers.dedup.alike.measures import Measures
from workers.dedup.alike.rule import (
    ALMOST_WHOLE,
    APART,
    BIAS,
    FARTHEST_DAYS,
    UNDATED_DAYS,
    UNTITLED,
    WEIGHED,
    WHOLE,
    WHOLE_LENGTH,
    contributions,
    decided_by,
    score,
)

PAIR = Measures(
    jaccard=0.5,
    containment=0.8,
    title=0.8,
    support=0.8,
    shared_numbers=3,
    missing_numbers=1,
    length=100,
    days=0.5,
)


@pytest.mark.parametrize(
    "better",
    [
        {"containment": 0.9},
        {"support": 0.9},
        {"shared_numbers": 4},
        {"missing_numbers": 0},
        {"length": 200},
        {"days": 0.1},
    ],
    ids=str,
)
def test_more_in_common_makes_one_story_more_likely(better):
    """Every weight has the sign that a person would expect."""
    assert score(replace(PAIR, **better)) > score(PAIR)


def test_a_missing_date_counts_as_a_day_apart():
    """Neither the same hour nor another week."""
    assert score(replace(PAIR, days=None)) == score(replace(PAIR, days=UNDATED_DAYS))


def test_a_missing_headline_counts_as_a_usual_one():
    """It speaks neither for nor against."""
    untitled = replace(PAIR, title=None, support=None)
    assert score(untitled) == score(replace(PAIR, support=UNTITLED))


def test_beyond_some_days_distance_says_no_more():
    """Months are as days."""
    far = replace(PAIR, days=FARTHEST_DAYS)
    assert score(replace(PAIR, days=400.0)) == score(far)


def test_distance_counts_less_for_long_texts():
    """What comes again day after day in the same words is short."""

    def loss(length: int) -> float:
        near = replace(PAIR, length=length, days=0.0)
        return score(near) - score(replace(near, days=3.0))

    assert loss(30) == pytest.approx(loss(60))
    assert loss(60) > loss(300) > loss(800) == pytest.approx(loss(5000))


def test_texts_without_numbers_share_all_of_them():
    """Nothing is missing."""
    assert replace(PAIR, shared_numbers=0, missing_numbers=0).numbers == 1
    assert PAIR.numbers == 0.75


def test_the_contributions_add_up_to_the_score():
    """What a person is shown is all that counted."""
    shown = contributions(PAIR)
    assert BIAS + sum(shown.values()) == pytest.approx(score(PAIR))
    assert shown["distance"] < 0 < shown["containment"]


REHEADLINED = replace(PAIR, title=0.0, support=0.0, jaccard=0.9)


def test_what_the_weights_find_is_named_so():
    """A person can see what decided."""
    assert decided_by(replace(PAIR, title=1.0, support=1.0, containment=1.0)) == WEIGHED


def test_almost_the_same_long_text_needs_no_headline():
    """Each paper has its own."""
    assert decided_by(REHEADLINED) == WHOLE


@pytest.mark.parametrize(
    "less",
    [{"jaccard": ALMOST_WHOLE - 0.01}, {"length": WHOLE_LENGTH - 1}, {"missing_numbers": 4}],
    ids=str,
)
def test_a_shorter_or_less_like_text_or_one_with_other_numbers_does(less):
    """It may be a template, or a round-up."""
    assert decided_by(replace(REHEADLINED, **less)) == APART
