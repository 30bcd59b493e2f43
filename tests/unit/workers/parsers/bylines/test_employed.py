"""A name before an office in one line ends where the office begins."""

from __future__ import annotations

import pytest

from workers.parsers.bylines.employed import before_office, signed_before


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Ek, Harbour Staff Writer", "Ann Ek"),
        ("ANN EK, Daily Harbour Staff Writer ek@harbour.example", "ANN EK"),
        ("By Ann Ek Science reporter, BBC News", "Ann Ek"),
        ("By Ann Ek Health and science reporter, BBC News", "Ann Ek"),
        ("By Ann Ek Health Correspondent and Bo Lind Political Editor", "Ann Ek, Bo Lind"),
        ("By Mary Jane Ek Science reporter", "Mary Jane Ek"),
        ("By A. B. Ek Arts critic", "A. B. Ek"),
        ("John Ek BBC News", "John Ek"),
        ("JOHN EK AP Sports Writer", "JOHN EK"),
        ("By Lind Bronson Ek HealthDay Reporter", "Lind Bronson Ek"),
    ],
)
def test_the_name_is_what_stands_before_the_office(line: str, names: str) -> None:
    """A topic, an agency, capitals inside a word or a comma tell that no surname follows."""
    assert before_office(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Daily News Staff Writer",
        "Contact Our Sports Editor",
        "Letters to the Editor",
        "Senior Web Editor",
        "Ann EkStaff Writer",
        "Ann Ek Harbour Staff Writer",
        "The reporter asked the editor",
        "Ann Ek",
        "By staff reporter",
    ],
)
def test_an_office_alone_names_nobody(line: str) -> None:
    """Nor does a paper before one, or two elements without white space between them."""
    assert before_office(line) is None


def test_only_a_line_with_a_by_is_signed() -> None:
    """What has none may be a menu or a picture's line."""
    assert signed_before("By Ann Ek, Chief Reporter") == "Ann Ek"
    assert signed_before("Ann Ek, Chief Reporter") is None


def test_three_words_are_a_name_if_the_second_is_one_or_a_comma_follows() -> None:
    """Without either the third may be the paper's."""
    assert before_office("Ann Maria Ek Staff Writer") == "Ann Maria Ek"
    assert before_office("Ann Q. Ek Staff Writer") == "Ann Q. Ek"
    assert before_office("Ann Sund Ek, Staff Writer") == "Ann Sund Ek"
