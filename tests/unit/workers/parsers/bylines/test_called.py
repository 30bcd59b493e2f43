"""People whose names are words of menus, maps and calendars."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.called import called, signed_so
from workers.parsers.bylines.marked import byline_in, byline_of


@pytest.mark.parametrize(
    "names",
    [
        "Thomas More",
        "Nikki Sunday",
        "Piers Paul Read",
        "Friday Okoro",
        "Emily Post",
        "Tessa Share",
        "Thomas More and Maren Oakes",
    ],
)
def test_a_byline_with_nothing_else_names_people_called_so(names: str) -> None:
    """A word of menus is a surname behind a `By`, in one line and in a paragraph."""
    assert byline_in(f"By {names}") == names
    assert byline_of(f"By {names}") == names
    assert called(names, signed=True)


@pytest.mark.parametrize(
    "text",
    [
        "Read More",
        "Learn More",
        "Harbour News",
        "Guest Post",
        "Good Friday",
        "Sunday Mail",
        "Charlotte Post",
        "San Diego Post",
        "Radio Michael Post",
        "Monday Evening",
        "About Us",
        "Font Size",
        "Mehr Artikel",
        "Maren Oakes",
    ],
)
def test_what_menus_and_papers_say_names_nobody_so(text: str) -> None:
    """Two such words, a paper's name, a day of the calendar; and names that need no such rule."""
    assert not called(text, signed=True)
    assert not called(text, signed=False)


def test_a_day_beside_a_name_is_the_day() -> None:
    """`Nikki Sunday 14 March 2024` was written on a Sunday; a strange name needs a `By`."""
    assert byline_in("By Nikki Sunday 14 March 2024") == "Nikki"
    assert not called("Tessa Oaksea Share", signed=True)
    assert not called("Weekend Read", signed=False)


def test_a_day_that_a_sentence_begins_with_is_no_given_name() -> None:
    """What follows the comma is the sentence; alone in its line it would be a name."""
    assert signed_so("Friday Okoro") == "Friday Okoro"
    assert signed_so("Friday Okoro, who had led the talks, was gone") is None
    assert signed_so("Emily Post, 5 minutes ago") == "Emily Post"
