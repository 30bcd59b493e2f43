"""An article saved by itself is kept whole, also where it is no plain prose."""

from __future__ import annotations

from workers.parsers.text.reading import read_text

INTRODUCTION = (
    "The plum cake of the lower valley is baked once a year, when the last fruit has been shaken "
    "from the trees and the ovens are hot from the bread."
)
END = (
    "Ida Holm, who bakes it for the fair on Sunday, says that the dough must rest for as long as "
    "the oven takes to cool, and that nobody may open the door before."
)
LIST = ("500 g flour", "1 pinch of salt", "24 plums", "Two eggs", "A spoon of sugar", "Butter")
STEPS = ("The dough", "Stir", "The fruit", "Cut and stone", "The oven", "Heat it")
MENU = ("Home", "News", "Sport", "Weather", "Subscribe", "Sign in", "Contact us", "Search")
"""Lines of a page."""


def test_a_list_between_sentences_is_kept_of_a_file_that_is_the_article_alone() -> None:
    """What it needs and how it is done stand in words without a sentence."""
    text = "\n\n".join(("Plum cake of the valley", INTRODUCTION, *LIST, *STEPS, END))
    assert list(read_text(text).body) == [INTRODUCTION, *LIST, *STEPS, END]


def test_a_page_with_menus_around_its_text_is_read_as_a_page() -> None:
    """Above and below stands what leads elsewhere, and none of it is text."""
    page = (*MENU, "Plum cake of the valley", INTRODUCTION, END, *MENU, "© 2024 The Valley")
    assert list(read_text("\n\n".join(page)).body) == [INTRODUCTION, END]
