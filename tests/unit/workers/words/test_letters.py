"""The letters and digits of a text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.words.letters import letters, letters_and_digits


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("On the 9th, 'never_again'!", "Onthe9thneveragain"),
        ("Łódź - 2. część", "Łódź2część"),
        ("江城网,财经", "江城网财经"),
        ("…, -", ""),
    ],
)
def test_letters_and_digits_of_any_script_are_left(text: str, left: str) -> None:
    """Spaces, signs and underscores go."""
    assert letters_and_digits(text) == left


@given(st.text() | st.text(st.characters(max_codepoint=127)))
def test_signs_are_what_no_word_has(text: str) -> None:
    """The quick way for ASCII leaves what the pattern for all scripts leaves."""
    assert letters_and_digits(text) == re.sub(r"[\W_]+", "", text)


def test_names_are_compared_by_their_letters() -> None:
    """Accents, case, signs and digits do not count; a name without letters is itself."""
    assert letters("Zoé  Müller-Lüdenscheidt2") == "zoemullerludenscheidt"
    assert letters("007") == "007"
