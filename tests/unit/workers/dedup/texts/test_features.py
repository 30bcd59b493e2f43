"""How texts and headlines are stored for comparing."""

from __future__ import annotations

import pytest

from workers.dedup.texts.features import cut, pack, unpack, unpack_text
from workers.dedup.texts.hashing import Encoded, hashed
from workers.dedup.texts.titles import carrying, unpack_title


def packed(text: str) -> bytes:
    return stored(text.split())


def stored(tokens: list[str], body: int = 0) -> bytes:
    return pack(cut(hashed([Encoded.of(tokens)])), body=body)


def test_tokens_keep_their_order():
    """A later rule may ask where two texts differ."""
    assert unpack(packed("a b a")).tolist()[::2] == unpack(packed("a a")).tolist()


def test_a_short_text_is_compared_by_its_body():
    """Its headline makes it a text of its own, and is compared as a headline."""
    short = stored(["see", "video", "end", "river", "floods"], body=2)
    assert len(unpack_text(short).words) == 2


def test_numbers_are_told_from_words():
    """A token that begins with a digit is a number."""
    text = unpack_text(packed("fed adds 1.5 billion 6 6 q3"))
    assert len(text.numbers) == 2
    assert len(text.words) == 6


def test_two_texts_have_words_numbers_and_runs_in_common():
    """Each value once."""
    one, other = unpack_text(packed("a b c d 1")), unpack_text(packed("x b c d a 1"))
    assert len(one.words & other.words) == 5
    assert len(one.shingles & other.shingles) == 1
    assert len(one.numbers & other.numbers) == 1


@pytest.mark.parametrize("stored", [b"", b"\x00\x00ab"], ids=["none", "other version"])
def test_features_of_another_version_are_refused_with_the_remedy(stored):
    """Comparing two kinds of hashes would find nothing in common, and say so with confidence."""
    with pytest.raises(ValueError, match="rebuild"):
        unpack_text(stored)


def test_a_headline_keeps_the_words_that_carry_it():
    """Small words and the desk's marks say nothing of the story."""
    headline = ["corrected", "fed", "adds", "to", "reserves", "by", "2"]
    assert carrying(headline) == ["adds", "reserves", "2"]


def test_a_headline_of_small_words_keeps_them_all():
    """Better a weak headline than none."""
    assert len(unpack_title(stored(carrying(["we", "do", "it"])))) == 3


def test_a_headline_of_marks_alone_is_empty():
    """`UPDATE` names no story."""
    assert len(unpack_title(stored(carrying(["update"])))) == 0
