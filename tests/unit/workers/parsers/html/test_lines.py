"""Dates and bylines that stand as plain text around the body."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html import lines
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.tree import parse

BODY = "<p>The body begins here, and it has a long sentence or two, as bodies have.</p>"


def gathered(above: str, below: str = "") -> Evidence:
    page = parse(f"<html><body><h1>Headline</h1>{above}{BODY}{below}</body></html>")
    at = next(block.at for block in page.blocks if block.text.startswith("The body"))
    evidence = Evidence()
    lines.gather(page, evidence, at, at)
    return evidence


@pytest.mark.parametrize(
    "line",
    [
        "Published 14 March 2024", "March 14, 2024 9:30 am", "14.03.2024 | 09:30 Uhr",
        "2024-03-14 09:30", "2024年3月14日 09:30", "14 de marzo de 2024", "le 14 mars 2024",
        "14/03/2024", "14. März 2024",
    ],
)  # fmt: skip
def test_a_printed_date_is_claimed_in_the_habits_of_many_languages(line: str) -> None:
    """Day, month and year in any order, with a month's name or number."""
    (claim,) = gathered(f"<p>{line}</p>").claims[Field.PUBLISHED]
    assert "2024" in claim.value


def test_a_date_after_a_word_for_change_is_an_update() -> None:
    """`Updated` and its like keep the two times apart."""
    evidence = gathered("<p>Published 14 March 2024, updated 16 March 2024</p>")
    assert evidence.values(Field.PUBLISHED)[0].startswith("14 March 2024")
    assert evidence.values(Field.UPDATED) == ["16 March 2024"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Maren Oakes and Tobias Lindqvist", "Maren Oakes and Tobias Lindqvist"),
        ("Von Friederike Vogt", "Friederike Vogt"),
        ("14. März 2024 von Friederike van der Vogt", "Friederike van der Vogt"),
        ("作者：沈若兰", "沈若兰"),  # noqa: RUF001 - as it is printed
    ],
)
def test_a_printed_byline_is_claimed(line: str, names: str) -> None:
    """The names after `By` and its like, without what stands before."""
    assert gathered(f"<p>{line}</p>").values(Field.AUTHOR) == [names]


def test_a_sentence_with_by_in_it_is_no_byline() -> None:
    """`by` inside a sentence names nobody."""
    assert Field.AUTHOR not in gathered("<p>It was built by Roman soldiers long ago</p>").claims


def test_dates_in_comments_do_not_count() -> None:
    """A reader's comment has a date of its own."""
    below = '<div class="comment"><p>Nice! 15 March 2024</p></div>'
    assert Field.PUBLISHED not in gathered("", below).claims
