# ruff: noqa: RUF001 - characters of many scripts
from __future__ import annotations

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workers.normalise.text import clean, paragraphs, was_mended

MESSY = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(" &;#amplt\u00ad\u200b\u200d\xa0Ã©Â€™\x80\x99,.\n\r\téñ中ا19\u0301\ud800"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("plain text", "plain text"),
        ("  two\t\tspaces \n here ", "two spaces here"),
        ("no\xa0break\u2009and\u3000wide", "no break and wide"),
        ("soft\u00adhyphen, zero\u200bwidth, mark\ufeff", "softhyphen, zerowidth, mark"),
        ("bell\x07 and icon \ue001", "bell and icon"),
        ("cafe\u0301", "café"),
        ("AT&amp;amp;T &lt;b&gt; &#8217; &hellip;", "AT&T <b> ’ …"),
        ("a &unknownentity; stays", "a &unknownentity; stays"),
        ("cafÃ© donâ€™t", "café don’t"),
        ("РџСЂРёРІРµС‚ РјРёСЂ", "Привет мир"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("plain\u200cjoiner", "plainjoiner"),
        ("half \ud83d\ude00 pair, lone \ud83d", "half 😀 pair, lone \ufffd"),
        ("hangul\u3164filler", "hangul filler"),
        ("o\ufb03ce \ufb01rst, wa\ufb04e", "office first, waffle"),
        ("", ""),
    ],
)
def test_text_is_cleaned(raw: str, cleaned: str) -> None:
    """Spaces, invisible characters, entities and double encoding end as plain NFC text."""
    assert clean(raw) == cleaned


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MESSY)
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    """`clean` is idempotent, and its result can be stored as UTF-8."""
    once = clean(raw)
    assert clean(once) == once
    once.encode()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MESSY, max_size=4))
def test_paragraphs_of_paragraphs_are_the_same(raw: list[str]) -> None:
    """`paragraphs` is idempotent and leaves neither empty ones nor repeats in a row."""
    once = paragraphs(raw)
    assert paragraphs(once) == once
    assert all(once)
    assert all(left != right for left, right in itertools.pairwise(once))


def test_endless_nesting_of_entities_is_given_up() -> None:
    """Work is bounded however deep entities are nested."""
    assert clean("&lt" + "&semi" * 30 + ";").startswith("&lt&semi")


def test_blank_lines_split_and_single_breaks_join() -> None:
    """A block with a blank line is two paragraphs; other line breaks are spaces."""
    assert paragraphs(["one\ntwo\n \nthree", "", "three", "four"]) == ("one two", "three", "four")


def test_lines_of_ideographs_join_without_a_space() -> None:
    """Chinese and Japanese have no spaces between words, so none comes in at a line break."""
    assert paragraphs(["这是第\n一行"]) == ("这是第一行",)


def test_a_word_broken_at_a_soft_hyphen_is_whole_again() -> None:
    """A soft hyphen at the end of a line joins the two halves."""
    assert paragraphs(["Maschinen\u00ad\nbau"]) == ("Maschinenbau",)


def test_mending_is_noticed() -> None:
    """Only text that was read with a wrong charset counts as mended."""
    assert was_mended(["plain", "cafÃ©"])
    assert not was_mended(["café", "São Paulo Ã la carte?"[:9]])
