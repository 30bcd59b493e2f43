"""Paragraphs of a text that was set in lines before it was put into an element."""

from __future__ import annotations

from workers.parsers.paragraphs.markup import html_paragraphs
from workers.parsers.paragraphs.typeset import typeset_paragraphs


def test_first_lines_that_stand_in_part_paragraphs() -> None:
    """As telegraph copy was set: four spaces, then lines from the margin on."""
    text = "The tide\nwas late.\n    Nobody knew\nwhy it was.\n    It came\nat noon.\n"
    assert typeset_paragraphs(text) == (
        "The tide was late.",
        "Nobody knew why it was.",
        "It came at noon.",
    )


def test_blank_lines_part_paragraphs() -> None:
    """An element around a whole story says nothing of them."""
    assert html_paragraphs("<p>The tide\nwas late.\n\nNobody\nknew why.</p>") == (
        "The tide was late.",
        "Nobody knew why.",
    )


def test_markup_indented_as_a_whole_is_one_paragraph() -> None:
    """That is how a program lays out its elements."""
    text = "<p>\n      The tide\n      was late, and\n      nobody knew why.\n    </p>"
    assert html_paragraphs(text) == ("The tide was late, and nobody knew why.",)


def test_steps_of_different_width_say_nothing() -> None:
    """Nor do lines of a paragraph that somebody indented as it came."""
    text = "<p>The tide\n    was late,\n  and nobody\n      knew why.</p>"
    assert html_paragraphs(text) == ("The tide was late, and nobody knew why.",)


def test_a_text_with_elements_in_it_is_one_paragraph() -> None:
    """Its lines are those of the markup."""
    text = "<p>The tide\n  <a href='x'>was</a>\n late,\n  and nobody\nknew why.</p>"
    assert html_paragraphs(text) == ("The tide was late, and nobody knew why.",)
