"""Telling a name from a label or a sentence in the elements and lines that may hold a byline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.parsers.html.names import (
    DATE,
    byline_in,
    has_date,
    names_beside_date,
    names_in,
    without_date,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maren Oakes", "Maren Oakes"),
        ("By Maren Oakes and Tobias Lindqvist", "Maren Oakes and Tobias Lindqvist"),
        ("Friederike Vogt, 14. März 2024", "Friederike Vogt"),
        ("Maren Oakes, who has reported from the coast for years", "Maren Oakes"),
        ("gardenfox", "gardenfox"),
        ("沈若兰", "沈若兰"),
    ],
)
def test_names_are_taken_out_of_an_author_element(text: str, names: str) -> None:
    """Without the word before them, the date beside them and what is told of them."""
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text", ["Log out", "Posted on", "3 Comments", "Who wrote this?", "12 minutes read", ""]
)
def test_labels_in_an_author_element_are_no_names(text: str) -> None:
    """Menus and counters carry the same class names as bylines do."""
    assert names_in(text) is None


def test_one_word_after_by_counts_only_alone() -> None:
    """`by Roman soldiers` in a sentence names nobody; `By Cooper` as a line does."""
    assert byline_in("By Cooper") == "Cooper"
    assert byline_in("The road was built by Romans in the valley") is None


def test_a_name_that_shares_its_line_with_a_date_alone_is_a_byline() -> None:
    """`14.03.2024 | 13:10 Uhr | Ada Brook` has no word for it and needs none."""
    assert names_beside_date("14.03.2024 | 13:10 Uhr | Ada Brook") == "Ada Brook"
    assert names_beside_date("14.03.2024 | 13:10 Uhr | all the news of the day") is None


def test_a_line_is_freed_of_date_clock_and_weekday() -> None:
    """What is left is what the line says besides."""
    assert without_date("Thursday, 14 March 2024, 09:30") == ""
    assert without_date("Ada Brook am 14.03.2024 um 9:30 Uhr") == "Ada Brook"


@given(
    st.lists(st.sampled_from(["1", "14", "3", ".2024", "-05", "March", "年", "3月", ",", "a"])).map(
        " ".join
    )
)
def test_the_short_look_for_a_date_misses_none(text: str) -> None:
    """Each way to print a date has two digits side by side."""
    assert has_date(text) == (DATE.search(text) is not None)
    assert has_date(text.replace(" ", "")) == (DATE.search(text.replace(" ", "")) is not None)
