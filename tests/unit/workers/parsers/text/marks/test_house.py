"""The line of rights names the publisher; a paragraph that begins with that name is marked."""

from __future__ import annotations

from workers.parsers.text.marks.house import house_marks, names_of_house
from workers.parsers.text.marks.page import Page, study
from workers.parsers.text.typesetting.lines import passages, split

TEXT = """\
The ferry to the islands sails again since Monday, three weeks after the storm broke its engine.

Haven Courier is an independent paper of the coast, founded in 1846 and owned by its readers.

Courier

© 2024 Haven Courier Media Group. All rights reserved.
"""


def page_of(text: str) -> Page:
    """Return the page of a text."""
    return study([part for part in passages(split(text)) if part.text])


def test_the_names_of_the_house_stand_in_the_line_of_rights() -> None:
    """Without words that any such line has; without such a line there are none."""
    assert names_of_house(page_of(TEXT)) == {"Haven", "Courier"}
    assert names_of_house(page_of("Haven Courier\n\nThe ferry sails again.\n")) == frozenset()


def test_a_paragraph_that_begins_with_the_name_is_marked() -> None:
    """A line that is too short to be a paragraph is not, nor is one that names others."""
    page = page_of(TEXT)
    house = names_of_house(page)
    assert house_marks(page, 0, house) == []
    assert house_marks(page, 1, house)[0] == "house 2"
    assert house_marks(page, 2, house) == []
    assert house_marks(page, 1, frozenset()) == []
