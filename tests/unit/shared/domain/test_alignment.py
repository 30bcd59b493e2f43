"""What two sequences have in common, in order, in bounded time."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.alignment import EXACT, Budget, common

elements = st.lists(st.sampled_from("abcd"), max_size=14)


def longest(left, right):
    """Return the length of the longest common subsequence, by the textbook."""
    row = [0] * (len(right) + 1)
    for one in left:
        above = row
        row = [0]
        for at, other in enumerate(right):
            row.append(above[at] + 1 if one == other else max(row[at], above[at + 1]))
    return row[-1]


def assert_valid(left, right, found):
    assert all(left[one] == right[other] for one, other in found)
    assert found == sorted(found)
    for side in (0, 1):
        assert len({pair[side] for pair in found}) == len(found)
        assert [pair[side] for pair in found] == sorted(pair[side] for pair in found)


@given(elements, elements)
def test_as_much_as_can_be_is_found(left, right):
    """The textbook's table says how much that is."""
    found = common(left, right)
    assert_valid(left, right, found)
    assert len(found) == longest(left, right)


@given(elements, elements)
def test_without_time_what_is_found_is_still_true(left, right):
    """With no work allowed, equal ends and what each side has once are matched."""
    found = common(left, right, Budget(0))
    assert_valid(left, right, found)
    if left == right:
        assert len(found) == len(left)


def test_of_several_places_the_first_is_taken():
    """A line that was added again at the end is the second one."""
    assert common("ab", "abab") == [(0, 0), (1, 1)]
    assert common("xab", "abab") == [(1, 0), (2, 1)]


def test_what_is_too_long_is_cut_at_what_each_side_has_once():
    """Every tenth word changed, in 30,000."""
    words = [f"word{random.Random(at).randrange(10**7)}" for at in range(30_000)]
    changed = [word if at % 10 else "changed" for at, word in enumerate(words)]
    assert len(words) * len(changed) > EXACT
    assert len(common(words, changed)) == 27_000


@pytest.mark.parametrize("length", [1, 7])
def test_what_would_take_too_long_is_left_different(length):
    """A megabyte of the same few words, once with others between: only the ends are compared."""
    few = [f"word{at}" for at in range(length)]
    left = few * (100_000 // length)
    right = [*few, "other"] * (100_000 // length)
    budget = Budget()
    assert_valid(left, right, common(left, right, budget))
    assert budget.bits >= 0
