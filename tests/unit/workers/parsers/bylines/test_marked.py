"""Names behind a word for them, as blogs, papers and agencies print them."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.marked import byline_in, byline_of


def test_one_word_after_by_counts_only_alone() -> None:
    """`by Roman soldiers` in a sentence names nobody; `By Cooper` as a line does."""
    assert byline_in("By Cooper") == "Cooper"
    assert byline_in("The road was built by Romans in the valley") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Ek", "Ann Ek"),
        ("by Ann Ek and Bo Lind", "Ann Ek and Bo Lind"),
        ("By Ann Ek | 3 May 2021", "Ann Ek"),
        ("By Ann Ek 2021-05-03T10:00:00Z", "Ann Ek"),
        ("Von Jannes Petersen", "Jannes Petersen"),
        ("Par Camille Roussel", "Camille Roussel"),
        ("Por Lucía Arregui", "Lucía Arregui"),
        ("记者 陆青禾", "陆青禾"),
        ("記者 小野寺 楓", "小野寺 楓"),
        ("بقلم: ليلى منصور", "ليلى منصور"),
    ],
)
def test_a_byline_gives_its_names_without_the_by(line: str, names: str) -> None:
    """What follows the names (a time, a role) is left out."""
    assert byline_of(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the week the water had gone.",
        "By noon",
        "Von der Küste kam am Abend der Wind.",
        "By " + "Ann " * 80,
        "Bystanders",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    """Names are capitalised and few, and no sentence."""
    assert byline_of(line) is None
