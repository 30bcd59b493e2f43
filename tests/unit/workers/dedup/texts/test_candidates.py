"""Which texts share a key, and so meet."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.workers.dedup.builders import FLOOD
from workers.dedup.texts.candidates import keys_of, keys_of_each
from workers.dedup.texts.hashing import Encoded, hashed
from workers.dedup.texts.tokens import tokens_of

COCOA = (
    "Cocoa rose for the fifth day running as dealers in the port bought what was left of the old"
    " crop, and growers held back their beans in the hope of more. Rain has come late this year."
)


def keys(text: str) -> set[int]:
    return set(keys_of(hashed([Encoded.of(tokens_of(text))]).hashes))


@pytest.mark.parametrize("words", [20, 30, 50, 70])
def test_a_text_cut_at_the_end_meets_the_whole(words):
    """However short the cut, from a paragraph on: its opening is the opening of the whole."""
    whole = " ".join(FLOOD)
    assert keys(whole) & keys(" ".join(whole.split()[:words]))


def test_a_text_with_some_words_changed_meets_the_original():
    """One word in fifteen is another."""
    words = " ".join(FLOOD).split()
    words[7::15] = ["elsewhere"] * len(words[7::15])
    assert keys(" ".join(FLOOD)) & keys(" ".join(words))


def test_texts_of_different_stories_do_not_meet():
    """A comparison that never takes place costs nothing."""
    assert not keys(" ".join(FLOOD)) & keys(COCOA)


def test_a_text_of_one_word_has_keys():
    """A shingle is then the whole text."""
    assert keys("Flood")


def test_no_tokens_have_no_keys():
    """Nothing can be like nothing."""
    assert keys("...") == set()


@given(st.lists(st.integers(0, 80), max_size=12), st.integers(0, 2**32))
def test_keys_of_many_texts_are_those_of_each(lengths, seed):
    """Whatever stands beside a text, however short one is: nothing of a neighbour counts."""
    hashes = np.random.default_rng(seed).integers(0, 2**64, sum(lengths), dtype=np.uint64)
    ends = np.cumsum(lengths, dtype=np.intp)
    alone = [keys_of(hashes[end - n : end]) for end, n in zip(ends, lengths, strict=True)]
    assert keys_of_each(hashes, lengths) == alone
