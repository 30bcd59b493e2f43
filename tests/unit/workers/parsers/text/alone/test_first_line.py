"""The headline of a bare text is its first line that can be one."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.text.reading import read_text

_TEXT = "The tide came late on Monday, and the boats in the harbour waited for it until noon."


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("BC-Ferries\nTide comes late", "Tide comes late"),
        ("NORWAY-FERRIES/\nTide comes late", "Tide comes late"),
        ("AC/DC\nA band of the harbour", "AC/DC"),
        ("COVID-19\nFrom the free encyclopedia", "COVID-19"),
        ("BMW-Werk\nMan feiert am Hafen", "BMW-Werk"),
        ("Sea-level rise\nTide comes late", "Sea-level rise"),
        ("COVID-19", "COVID-19"),
    ],
)
def test_what_desks_call_a_story_is_no_headline(above: str, headline: str) -> None:
    """Where no other line is one, it is."""
    reading = read_text(f"{above}\n\n{_TEXT}\n\n{_TEXT} Nobody complained.")
    assert reading.claims[Field.HEADLINE][0].value == headline


LONG = (
    "Harbour towns of the northern coast agree at last on one timetable for all of their ferries, "
    "two years after the first of them had asked for it"
)


@pytest.mark.parametrize(
    "line",
    [
        LONG,
        "Two towns of the northern coast share one timetable. Who is going to pay for it?",
        "New timetable for the ferries of the northern coast: “We have waited long enough!”",
    ],
)
def test_a_headline_as_long_as_a_paragraph_is_one(line: str) -> None:
    """No stop ends it, or it asks or calls; it is no text, and nothing else is the headline."""
    reading = read_text(f"{line}\n\n{_TEXT}\n\n{_TEXT} Nobody complained.")
    assert reading.claims[Field.HEADLINE][0].value == line
    assert reading.body == (_TEXT, f"{_TEXT} Nobody complained.")


def test_a_sentence_above_a_byline_is_the_headline() -> None:
    """Papers there are that end theirs with a stop."""
    line = "The towns of the northern coast share one timetable for their ferries."
    reading = read_text(f"{line}\nBy Ada Brook\n\n{_TEXT}\n\n{_TEXT} Nobody complained.")
    assert reading.claims[Field.HEADLINE][0].value == line


def test_a_first_paragraph_is_no_headline() -> None:
    """It ends with its stop, or with the colon of what it says."""
    for first in (f"{_TEXT} Nobody complained.", f"{_TEXT[:-1]}, which is what they always say:"):
        reading = read_text(f"{first}\n\n{_TEXT}\n\n{_TEXT}")
        assert Field.HEADLINE not in reading.claims
        assert reading.body == (first, _TEXT, _TEXT)


@pytest.mark.parametrize(
    "kind",
    ["PRESS RELEASE", "Pressemitteilung", "COMMUNIQUÉ DE PRESSE", "Nota de prensa"],
)
def test_what_kind_of_text_it_is_is_no_headline(kind: str) -> None:
    """It stands below."""
    reading = read_text(f"{kind}\n\nTide comes late\n\n{_TEXT}\n\n{_TEXT}")
    assert reading.claims[Field.HEADLINE][0].value == "Tide comes late"


def test_a_name_above_a_portrait_is_its_headline() -> None:
    """The text tells of the person where it begins."""
    told = f"Brook painted boats for sixty years. {_TEXT}"
    reading = read_text(f"Mary Brook\nPainter of boats who never left Northby\n\n{told}\n\n{_TEXT}")
    assert reading.claims[Field.HEADLINE][0].value == "Mary Brook"
    assert Field.AUTHOR not in reading.claims


def test_a_columnist_above_the_headline_signs() -> None:
    """The name is no headline while a longer line below it can be one."""
    reading = read_text(f"MARY BROOK\nWhy I shall miss the pier\n\n{_TEXT}\n\n{_TEXT}")
    assert reading.claims[Field.HEADLINE][0].value == "Why I shall miss the pier"
    assert reading.claims[Field.AUTHOR][0].value == "Mary Brook"
    reading = read_text(f"Mary Brook\n1932-2023\n\n{_TEXT}\n\n{_TEXT}")
    assert reading.claims[Field.HEADLINE][0].value == "Mary Brook"
