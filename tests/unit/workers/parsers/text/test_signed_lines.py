"""Names are read where a page's parts fell into one line, or one byline into several."""

from __future__ import annotations

from collections import Counter

import pytest

from workers.parsers.text.moments import is_moment_line, unglued
from workers.parsers.text.signed.lines import (
    below_by,
    with_others,
    without_menu,
    without_portrait,
)
from workers.parsers.text.typesetting.lines import passages, split


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Ann Ek By Ann Ek BBC News, Oslo", "By Ann Ek BBC News, Oslo"),
        ("Ann EkPorAnn Ek", "PorAnn Ek"),
        ("[img_2041] by Ann Ek on 2 May 2021", "by Ann Ek on 2 May 2021"),
        ("Avatar Ann Ek", "Ann Ek"),
        ("Portrait of Ann Ek", "Ann Ek"),
        ("Avatar returns to cinemas", "Avatar returns to cinemas"),
        ("By Ann Ek", "By Ann Ek"),
    ],
)
def test_a_portrait_s_words_before_the_names_are_left_out(line: str, left: str) -> None:
    """Programs print what a picture is called in front of the byline beside it."""
    assert without_portrait(line) == left


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By\nAnn Ek /\nText", "Ann Ek"),
        ("By\nAnn Ek\nand\nBo Lind\n,\nCy Holm\nText here", "Ann Ek, Bo Lind, Cy Holm"),
        ("By\nand then the tide came", None),
        ("By", None),
    ],
)
def test_names_below_a_by_alone_are_read_with_those_they_are_joined_to(
    text: str, names: str | None
) -> None:
    """Each element of a page is a line of its own, the `and` between two names too."""
    assert below_by(passages(split(text)), 0) == names


def test_a_second_name_on_the_next_line_is_of_the_same_byline() -> None:
    """It begins with what joins them, and an office may stand behind it."""
    parts = passages(split("Ann Ek, Attorney\n& Bo Lind, Director of Boats\nMay 2"))
    assert with_others(parts, 0, "Ann Ek") == "Ann Ek, Bo Lind"


@pytest.mark.parametrize(
    ("names", "left"),
    [
        ("Ann Ek Culture", "Ann Ek"),
        ("Ann Ek Our Harbour", "Ann Ek"),
        ("Ann Ek und Bo Lind", "Ann Ek und Bo Lind"),
        ("Ann Ek, Bo Lind Culture", "Ann Ek, Bo Lind"),
        ("Ann Ek Share", "Ann Ek"),
        ("Ann van Ek", "Ann van Ek"),
    ],
)
def test_what_is_an_entry_of_the_menu_is_no_part_of_a_name(names: str, left: str) -> None:
    """Weblogs print the section behind the name, and it stands in their menu."""
    assert without_menu(names, Counter(["Culture", "Our Harbour", "Bo Lind", "Ek"])) == left


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        (
            "Posted on2 May 2021AuthorAnn Ek4 Comments",
            "Posted on 2 May 2021 Author Ann Ek4 Comments",
        ),
        ("Ann EkFollow", "Ann Ek Follow"),
        ("2 May 2021Autor: Ann Ek", "2 May 2021 Autor: Ann Ek"),
        ("AutorInnen gesucht", "AutorInnen gesucht"),
    ],
)
def test_labels_that_touch_names_and_days_are_parted_from_them(line: str, parted: str) -> None:
    """A page draws them apart without a space in its text."""
    assert unglued(line) == parted
    assert is_moment_line(line) == ("2021" in line)
