"""Names are cut out of the lines that blogs, papers and agencies print below a headline."""

from __future__ import annotations

import pytest

from workers.parsers.text.moments import is_moment_line, moments, unglued
from workers.parsers.text.signers import is_person_like, named, signed_by


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek", "Ann Ek"),
        ("By Ann Ek , Bo Lind on Monday, November 18th, 2019 at 11:08 a.m.", "Ann Ek , Bo Lind"),
        ("By Ann EkHARBOURWire", "Ann Ek"),
        ("By Ann Ek anne@harbour.example(509) 459-5382", "Ann Ek"),
        ("Written by Ann Ek, MS, RD on November 14, 2019", "Ann Ek, MS, RD"),
        ("Von Ann Ek publiziert am 25. September 2018", "Ann Ek"),
        ("von annek", "annek"),
        ("By the harbour the boats lay still.", None),
        ("Download", None),
    ],
)
def test_a_byline_ends_where_its_names_end(line: str, names: str | None) -> None:
    """An office, an address, a day or a place behind the names is none."""
    assert signed_by(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Veröffentlicht am 13. März 2019 von Ann Ek", "Ann Ek"),
        ("2. März 2020 / 0 Kommentare / in Hafen / von annek", "annek"),
        ("Posted in Harbour by annek on August 3, 2019", "annek"),
        ("10. Mai 20219. Mai 2021 von Ann Ek", "Ann Ek"),
    ],
)
def test_behind_a_date_the_byline_may_stand_inside_the_line(line: str, names: str) -> None:
    """Blogs print all they know of an entry in one line."""
    text = unglued(line)
    assert moments(text)
    assert signed_by(text) is None
    assert signed_by(text, inside=True) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Ek @annek / 2 days", "Ann Ek"),
        ("17/11/2019 ~ Ann Ek", "Ann Ek"),
        ("28. Juni 2019 | Ann Ek-Lind", "Ann Ek-Lind"),
        ("Ann Ek , Bo Lind , Cleo Marsh", "Ann Ek, Bo Lind, Cleo Marsh"),
        ("Ann Ek Stand: 05. Februar 2020", "Ann Ek"),
        ("Mayor Ann Ek / AP", None),
        ("Published Monday, November 18, 2019", None),
        ("Neueste Beiträge", None),
        ("Zum Angebot »", None),
    ],
)
def test_names_without_a_by_stand_alone_in_their_part_of_the_line(
    line: str, names: str | None
) -> None:
    """Who is in a picture, the heading of a list and a thing to press are nobody."""
    assert named(line) == names


def test_words_that_the_page_has_in_small_letters_are_no_name() -> None:
    """`Current Issue` is what the magazine calls its current issue."""
    assert is_person_like("Current Issue")
    assert not is_person_like("Current Issue", {"the", "current", "issue"})
    assert is_person_like("Mark Ek", {"the", "mark"})


def test_where_every_noun_has_a_capital_the_first_word_decides() -> None:
    """German headings look like names: their adjective is known from the text."""
    assert not is_person_like("Deutsche Sprache", {"und", "der", "die", "nicht", "deutsche"})


@pytest.mark.parametrize(
    "line",
    [
        "Published Wed, Feb 28 20247:00 AM ESTUpdated an hour ago",
        "Updated 1:39 am EST, Wednesday, November 20, 2019",
        "17/11/201917/11/2019",
    ],
)
def test_a_time_is_read_where_two_elements_of_the_page_touch(line: str) -> None:
    """A page saved as text puts no space between what stood in two elements."""
    assert is_moment_line(line)
    assert moments(unglued(line))
