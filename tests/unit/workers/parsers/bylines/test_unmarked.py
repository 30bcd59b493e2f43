"""Names without a word before them, in lines beside the headline and in elements for authors."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.unmarked import named, names_beside_date, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maren Oakes", "Maren Oakes"),
        ("By Maren Oakes and Tobias Lindqvist", "Maren Oakes and Tobias Lindqvist"),
        ("Friederike Vogt, 14. März 2024", "Friederike Vogt"),
        ("Maren Oakes, who has reported from the coast for years", "Maren Oakes"),
        ("gardenfox", "gardenfox"),
        ("沈若兰", "沈若兰"),
        ("Maren Di Oakes", "Maren Di Oakes"),
        ("Maren von der Oakes", "Maren von der Oakes"),
        ("Maren K. van den Oakes-Brook", "Maren K. van den Oakes-Brook"),
        ("Maren Oakes Yesterday 2:30pm", "Maren Oakes"),
        ("Maren Oakes Senior Harbour Correspondent", "Maren Oakes"),
    ],
)
def test_names_are_taken_out_of_an_author_element(text: str, names: str) -> None:
    """Without the word before them, the date beside them and what is told of them."""
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text", ["Log out", "Posted on", "3 Comments", "Who wrote this?", "12 minutes read", ""]
)
def test_labels_in_an_author_element_are_no_names(text: str) -> None:
    """Menus and counters carry the same class names as bylines do."""
    assert names_in(text) is None


def test_a_name_that_shares_its_line_with_a_date_alone_is_a_byline() -> None:
    """`14.03.2024 | 13:10 Uhr | Ada Brook` has no word for it and needs none."""
    assert names_beside_date("14.03.2024 | 13:10 Uhr | Ada Brook") == "Ada Brook"
    assert names_beside_date("14.03.2024 | 13:10 Uhr | all the news of the day") is None


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
