"""The words of a block, and the kinds of furniture that they are of."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.html.body.wording import kinds


def test_words_of_furniture_are_counted_with_their_kinds() -> None:
    """`newsletter` and `sign` are of one kind; `harbour` is of none."""
    bits, told, words = kinds("Sign up: the Harbour_Newsletter, our newsletter!")
    assert (bits.bit_count(), told) == (1, 2)
    assert words == ["sign", "up", "the", "harbour_newsletter", "our", "newsletter"]


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_words_are_parted_alike_in_every_script(text: str) -> None:
    """The quick way for ASCII leaves the words that the pattern for all scripts leaves."""
    assert kinds(text)[2] == re.findall(r"\w+|©", text.lower())
