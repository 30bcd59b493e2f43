"""Names and times between headline and text are read off lines without a `By`, too."""

# ruff: noqa: RUF001 - the signs of many scripts are meant
from __future__ import annotations

from collections import defaultdict

import pytest

from shared.domain.article import Field
from workers.parsers.text.masthead import Claims, read_head
from workers.parsers.text.signed.alone import persons
from workers.parsers.text.typesetting.lines import passages, split


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Ek", "Ann Ek"),
        ("Ann Ek, the editor - Nov 19, 2019, 10:31 pm CST", "Ann Ek"),
        ("Ann Ek and Bo Lind", "Ann Ek, Bo Lind"),
        ("Ann Ek@annek", "Ann Ek"),
        ("Ann Ek 2 March 2024 • 8:48pm", "Ann Ek"),
        ("The tide came late", None),
        ("SPORTS DESK", None),
    ],
)
def test_the_names_that_a_line_begins_with_are_read(line: str, names: str | None) -> None:
    """What follows a comma, a sign or a date and is no name is left out."""
    assert persons(line) == names


def claims_of(text: str, body: set[int]) -> dict[Field, list[str]]:
    claims: Claims = defaultdict(list)
    read_head(passages(split(text)), 2, body, set(), claims)
    return {name: [claim.value for claim in told] for name, told in claims.items() if told}


def test_a_byline_below_a_standfirst_is_found() -> None:
    """The standfirst is body; byline and time may stand below it."""
    text = "Home\nNews\nTide comes late\nA short summary of it.\nAnn Ek\n3 May 2021\nThe text."
    assert claims_of(text, {3, 6}) == {
        Field.AUTHOR: ["Ann Ek"],
        Field.PUBLISHED: ["3 May 2021"],
    }


def test_a_time_above_the_headline_counts_only_where_none_stands_below() -> None:
    """The date of the edition is weaker than that of the article."""
    below = "5 May 2021\nNews\nTide comes late\n3 May 2021\nThe text."
    above = "5 May 2021\nNews\nTide comes late\nThe text."
    assert claims_of(below, {4}) == {Field.PUBLISHED: ["3 May 2021"]}
    assert claims_of(above, {3}) == {Field.PUBLISHED: ["5 May 2021"]}


def test_names_of_the_next_story_are_no_authors_of_this_one() -> None:
    """The byline next to the headline speaks; what is signed lines below belongs to teasers."""
    text = (
        "Home\nNews\nTide comes late\nAnn Ek\n3 May 2021\nMore\nOther\nBo Lind\n2 May 2021\nText."
    )
    assert claims_of(text, {9})[Field.AUTHOR] == ["Ann Ek"]


def test_a_menu_entry_above_the_headline_is_no_author() -> None:
    """Above the headline a name needs its time beside it."""
    text = "Home\nTravel Guide\nTide comes late\nThe text.\nAnn Ek\n3 May 2021"
    assert claims_of(text, {3}) == {Field.PUBLISHED: ["3 May 2021"], Field.AUTHOR: ["Ann Ek"]}


def test_below_a_headline_that_stands_twice_both_places_are_read() -> None:
    """A gallery repeats the headline; the byline stands below the first."""
    text = (
        "Tide comes late\nAnn Ek, Harbour Writer\n3 May 2021\nImage 1 of 9\nBack\n" + "Next\n" * 20
        + "Tide comes late\nThe text."
    )  # fmt: skip
    claims: Claims = defaultdict(list)
    read_head(passages(split(text)), 25, {26}, set(), claims)
    assert claims[Field.AUTHOR][0].value.startswith("Ann Ek")
    assert [claim.value for claim in claims[Field.PUBLISHED]] == ["3 May 2021"]


def test_the_time_of_an_update_stands_for_the_publication_where_no_other_is_stated() -> None:
    """It says so in its source, and weighs little."""
    text = "Home\nNews\nTide comes late\nUpdated 3 May 2021, 10:00\nThe text."
    claims: Claims = defaultdict(list)
    read_head(passages(split(text)), 2, {4}, set(), claims)
    (claim,) = claims[Field.PUBLISHED]
    assert "an update" in claim.source
    assert claim.weight < claims[Field.UPDATED][0].weight


def test_a_paper_beside_the_date_in_ideographs_is_the_source() -> None:
    """A word of the page's menus beside it is none."""
    text = (
        "首页\n本地\n江边老茶馆重新开门迎客\n2019年11月25日 18:57 {}\n关门两年之后，茶馆重新开门。"
    )
    assert claims_of(text.format("江城日报 收藏"), {4})[Field.SOURCE] == ["江城日报"]
    assert Field.SOURCE not in claims_of(text.format("字号 大 中 小"), {4})


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Tide Comes Late", None),
        ("* Roster - by Country", None),
        ("The Associated Press", ["The Associated Press"]),
        ("Harbour Times | Ann Ek", ["Ann Ek"]),
        ("Champions League", None),
        ("ANNA EK | OSLO", ["Anna Ek"]),
        ("OSLO PRIZE", None),
        ("ANNA EK, 1930-2020", None),
    ],
)
def test_the_headline_once_more_menus_and_things_sign_nothing(
    line: str, authors: list[str] | None
) -> None:
    """An agency that stands alone beside the day does, where nobody else is named."""
    text = f"Home\n{line}\nTide comes late\n{line}\n3 May 2021\nThe text."
    assert claims_of(text, {5}).get(Field.AUTHOR) == authors


def test_a_byline_says_more_than_a_thing_below_the_headline() -> None:
    """An advertisement begins with two capitals as people do."""
    offer = "Rado Laptop 15 inches\n$ 599\nBuy\nBuy"
    text = f"Home\nNews\nTide comes late\n{offer}\nNews By Ann Ek May 3, 2021\nText."
    assert claims_of(text, {8})[Field.AUTHOR][-1] == "Ann Ek"


def test_who_is_in_the_headline_is_whom_the_text_is_about() -> None:
    """A name below the headline, without a day beside it, has not signed then."""
    text = "Home\nNews\nAnn Ek wins\nAnn Ek\nMore\nMore\nAnn Ek is here."
    assert Field.AUTHOR not in claims_of(text, {6})


def test_who_reviewed_is_the_author_where_nobody_else_signs() -> None:
    """A book's critic does, a doctor beside the reporter does not."""
    reviewed = "Home\nNews\nTide comes late\n{}Reviewed by Bo Lind, MD\nThe text."
    assert claims_of(reviewed.format(""), {4})[Field.AUTHOR] == ["Bo Lind, MD"]
    assert claims_of(reviewed.format("By Ann Ek\n"), {5})[Field.AUTHOR] == ["Ann Ek"]
