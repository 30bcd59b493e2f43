"""Of the lines above a body that one is its headline which is likely and speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.article import Field
from workers.parsers.text.heading import candidates, heading_of
from workers.parsers.text.marks.page import study
from workers.parsers.text.reading import read_text
from workers.parsers.text.typesetting.lines import passages, split

if TYPE_CHECKING:
    from workers.parsers.text.marks.page import Page

STORY = "The ferry to the islands sails again, and the shipping line has paid for its engine."
TEXT = (
    f"Home » News » Coast\n\nFerry sails again\n\nMayor resigns\n\nBy Ann Ek\n\n{STORY}\n\n{STORY}"
)


def _page(text: str) -> Page:
    return study([part for part in passages(split(text)) if part.text])


def _marks(text: str, odds: dict[int, float], body: list[int]) -> dict[int, list[str]]:
    return {at: marks for at, _, marks in candidates(_page(text), odds, body)}


def test_a_line_whose_words_the_body_takes_up_is_the_headline() -> None:
    """A likelier line that speaks of something else is another story's."""
    assert heading_of(_page(TEXT), {1: 0.0, 2: 0.5}, [4, 5]) == 1


def test_a_line_far_above_the_body_is_none_of_its_lines() -> None:
    """Nor is one that is far less likely than another."""
    assert heading_of(_page(TEXT), {}, [4]) is None
    assert list(_marks(TEXT, {1: 0.0, 2: -8.0}, [4])) == [1]


def test_what_stands_between_a_line_and_the_body_is_marked() -> None:
    """A byline is a good sign; how many words both have is counted."""
    marks = _marks(TEXT, {1: 0.0, 2: 0.5}, [4, 5])
    assert "byline between" in marks[1]
    assert {"most lead", "most told", "told 5"} <= set(marks[1])
    assert {"told 0", "signed below 1", "above 2"} <= set(marks[2])


def test_a_place_on_the_site_and_a_picture_are_marked() -> None:
    """So is what can be pressed."""
    assert "trail" in _marks(TEXT, {0: 0.0}, [4])[0]
    assert "pictured" in _marks(f"Image copyright Coast\n\n{STORY}", {0: 0.0}, [1])[0]
    assert {"pressed", "leads away"} <= set(_marks(f"Advertisement\n\n{STORY}", {0: 0.0}, [1])[0])


def test_the_first_line_of_the_body_is_compared_with_those_below_it() -> None:
    """It would be their headline."""
    marks = _marks(f"Ferry sails again\n\n{STORY}", {0: 0.0}, [0, 1])[0]
    assert marks[0] == "at body"
    assert "lead 5" in marks
    assert not [mark for mark in marks if mark.startswith("told")]


def test_a_body_of_one_line_has_itself_to_be_compared_with() -> None:
    """Nothing breaks."""
    assert heading_of(_page(STORY), {0: 0.0}, [0]) == 0


def test_a_long_sentence_is_the_headline_of_no_page() -> None:
    """It stays in the text where it opens that; another line is the headline, or none."""
    sentence = (
        "The towns of the northern coast have agreed on one timetable for all of their ferries, "
        "which is what their people had asked for."
    )
    menu = ("Home", "News", "Sport", "Weather", "Sign in", "Subscribe", "Contact us")
    lines = (*menu, sentence, sentence.replace("ferries", "trains"), *menu)
    reading = read_text("\n\n".join(lines))
    told = {claim.value for claim in reading.claims.get(Field.HEADLINE, ())}
    assert sentence not in told
