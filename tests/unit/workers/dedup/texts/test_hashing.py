"""Tokens as numbers."""

from __future__ import annotations

import pytest

from workers.dedup.texts.hashing import Encoded, digest, hashed, shingles


def test_a_shingle_knows_the_order_of_its_tokens():
    """`a b c` is not `c b a`."""
    one, other = (
        shingles(hashed([Encoded.of(text.split())]).hashes, 3) for text in ("a b c", "c b a")
    )
    assert one.tolist() != other.tolist()


@pytest.mark.parametrize(("tokens", "count"), [(0, 0), (1, 1), (3, 1), (5, 3)])
def test_there_is_one_shingle_for_each_run_of_tokens(tokens, count):
    """A text that is shorter than a shingle is one; an empty text has none."""
    assert len(shingles(hashed([Encoded.of(["a"] * tokens)]).hashes, 3)) == count


def test_tokens_that_begin_with_a_digit_are_numbers():
    """`16bn` is one, `q3` is not."""
    text = Encoded.of(["16bn", "q3", "1.5", "river", "洪水"])
    assert hashed([text]).numeric.tolist() == [True, False, True, False, False]


def test_digests_are_equal_exactly_when_the_tokens_are():
    """Where one token ends and the next begins counts."""
    assert Encoded.of(["ab", "c"]).digest == Encoded.of(["ab", "c"]).digest
    assert Encoded.of(["ab", "c"]).digest != Encoded.of(["a", "bc"]).digest
    assert digest(b"a", b"b") != digest(b"b", b"a")


def test_half_a_surrogate_pair_can_be_hashed():
    """Broken text reaches us too, and must not stop a batch."""
    assert len(hashed([Encoded.of(["\ud800"])]).hashes) == 1


def test_texts_are_hashed_one_after_the_other():
    """As if each came by itself; one without tokens leaves no trace."""
    texts = [Encoded.of(text.split()) for text in ("a 2b", "", "c", "")]
    together = hashed(texts)
    alone = [hashed([text]) for text in texts]
    assert together.hashes.tolist() == [value for each in alone for value in each.hashes.tolist()]
    assert together.numeric.tolist() == [value for each in alone for value in each.numeric.tolist()]
