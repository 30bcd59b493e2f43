"""Ways for ASCII, and for one sign before a pattern, say what the whole patterns say."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.lines.lexicon import FUNCTION_WORDS
from workers.parsers.text.marks import features, topic
from workers.parsers.text.marks.shapes import shapes_of
from workers.parsers.text.moments import unglued
from workers.words.letters import letters_and_digits

ASCII = st.text(st.characters(max_codepoint=127))


@given(ASCII)
def test_words_of_ascii_are_those_of_all_scripts(text: str) -> None:
    """The pattern for ASCII finds the words that the one for all scripts finds."""
    assert features._ASCII_WORD.findall(text) == features._WORD.findall(text)


@given(ASCII)
def test_terms_of_ascii_are_those_of_all_scripts(text: str) -> None:
    """The same of the words by which lines are compared."""
    found = topic._TERM.findall(text[: topic.LOOK].casefold())
    assert topic.terms(text) == {term[:6] for term in found if term not in FUNCTION_WORDS}


@given(st.text(st.sampled_from("12:.h apmPM a_ü")))
def test_a_clock_is_found_by_its_figures(text: str) -> None:
    """What has a clock by the plain pattern has one."""
    plain = re.search(r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", text, re.IGNORECASE)
    assert ("clock" in shapes_of(text)) == (plain is not None)


@given(st.text() | st.text(st.sampled_from("aZ9_ ²½ß٣。")))
def test_letters_and_digits_are_what_the_pattern_has(text: str) -> None:
    """In every script, with its numbers and without the low line."""
    assert letters_and_digits(text) == "".join(re.findall(r"[^\W_]+", text))


def test_what_touches_is_parted_in_one_order() -> None:
    """A day behind a year, a word behind that, and a button at the end."""
    assert unglued("10. Mai 20219. Mai 2021Updated Ada BrookFollow") == (
        "10. Mai 2021 9. Mai 2021 Updated Ada Brook Follow"
    )
