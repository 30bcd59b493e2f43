"""Names and times between headline and text are read off lines without a `By`, too."""

from __future__ import annotations

from collections import defaultdict

import pytest

from shared.domain.article import Field
from workers.parsers.text.lines import passages, split
from workers.parsers.text.masthead import persons, read_head


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
    claims = defaultdict(list)
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
