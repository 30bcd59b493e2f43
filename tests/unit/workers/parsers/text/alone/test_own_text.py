"""An article saved by itself is kept whole, also where it is no plain prose."""

from __future__ import annotations

from shared.domain.article import Field
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


FOOT = ("Read more", "Subscribe to our newsletter", "© 2024 The Valley. All rights reserved.")


def test_what_an_app_prints_below_an_article_makes_no_page_of_it() -> None:
    """The list above is the article's, the footer is not."""
    text = "\n\n".join(("Plum cake of the valley", INTRODUCTION, *LIST, END, *FOOT))
    assert list(read_text(text).body) == [INTRODUCTION, *LIST, END]


def test_a_list_of_days_is_kept_to_its_last() -> None:
    """A tour has two dozen, and none is a sentence."""
    days = [f"{month} {day} @ Lowick, at the fair" for month in ("July", "Aug.") for day in (3, 9)]
    days += [f"September {day} @ Northby" for day in range(10, 20)]
    text = "\n\n".join(("Plum cake of the valley", INTRODUCTION, END, "On tour", *days))
    assert list(read_text(text).body)[-len(days) :] == days


def test_the_first_line_of_an_article_saved_by_itself_heads_it() -> None:
    """A heading of its first part is text."""
    parts = ("Plum cakes of the lower valley", "Mary Brook", INTRODUCTION, *LIST, "Heat", END)
    reading = read_text("\n\n".join(parts))
    assert reading.claims[Field.HEADLINE][0].value == parts[0]


def test_a_table_with_words_of_menus_makes_no_page_of_an_article() -> None:
    """Its columns are called so; the same words in lines of their own are to be pressed."""
    rows = ("Share 300 11", "Follow 455 12", "Comments 310 52", "Subscribe 204 41")
    text = "\n\n".join(("Plum cake of the valley", INTRODUCTION, *LIST, "\n".join(rows), END))
    assert list(read_text(text).body) == [INTRODUCTION, *LIST, *rows, END]
