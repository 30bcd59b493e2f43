"""Who signed a text below it is read, and when: there, and no further down."""

from __future__ import annotations

from collections import defaultdict

import pytest

from shared.domain.article import Field
from workers.parsers.text.masthead import Claims, read_head
from workers.parsers.text.typesetting.lines import passages, split

_TEXT = "The tide came late. " * 30
_ABOVE = f"Tide comes late\n{_TEXT}"


def claims_of(below: str) -> dict[Field, list[str]]:
    claims: Claims = defaultdict(list)
    read_head(passages(split(f"{_ABOVE}\n{below}")), 0, {1}, set(), claims)
    return {name: [claim.value for claim in told] for name, told in claims.items() if told}


@pytest.mark.parametrize(
    ("below", "author", "day"),
    [
        ("Posted by Ann Ek at 2:33 PM", "Ann Ek", None),
        ("Von A. E. am 07.08.2013 um 09:07 Uhr", "A. E.", "07.08.2013 um 09:07 Uhr"),
        ("von Anna\n18.10.2019 16:06 Uhr", None, "18.10.2019 16:06 Uhr"),
        ("Tags: Tide\nVon Anna Ek\nMehr", "Anna Ek", None),
        ("— Anna Ek", "Anna Ek", None),
        ("* Share\n* Like\nPost\nMail\nAnna Ek @annaek\n* May 3, 2021", "Anna Ek", "May 3, 2021"),
        (
            "Dieser Eintrag wurde am 3. Mai 2021 von Ann veröffentlicht.",
            "Ann",
            "3. Mai 2021",
        ),
        ("erstellt von Ann — veröffentlicht 28.01.2022 06:00", "Ann", "28.01.2022 06:00"),
        ("Like\nMore\nTag\nBoats\nMay 3, 2021 by Ann Tags: Tide | Sea", "Ann", "May 3, 2021"),
        ("Über den Autor\nJens Ek", "Jens Ek", None),
        ("Share\nÜber Jens Ek\nJens Ek\nwrites", "Jens Ek", None),
        ("Share\nJens Ek Autor", "Jens Ek", None),
        (
            "Share\nJens Ek\nJens writes about harbours and the people who live by them.",
            "Jens Ek",
            None,
        ),
        ("Denis Ek", "Denis Ek", None),
    ],
)
def test_a_line_below_the_text_tells_who_and_when(
    below: str, author: str | None, day: str | None
) -> None:
    """Weblogs and boards print there what papers print above; one word alone is no name."""
    told = claims_of(below)
    assert told.get(Field.AUTHOR, [None])[0] == author
    assert told.get(Field.PUBLISHED, [None])[0] == day


@pytest.mark.parametrize(
    "below",
    [
        "2 Comments\nPosted by Bo Lind on 3 May 2021",
        "Comment by Bo Lind on 3 May 2021",
        "A post shared by bolind on 3 May 2021",
        "Published by Harbour Papers Ltd",
        "Über Lübeck\nMehr",
        "Share\nHarbour Boats\nHarbour Boats are what this long line tells its readers of.",
        "More\nOf\nThat\nAnother tide\nBy Bo Lind",
        "Mehr Infos auch auf der Seite von Bo Lind: lind.example",
        "\u201cThe sea is never full.\u201d\n\u2014 Bo Lind",
    ],
)
def test_readers_owners_and_other_stories_sign_nothing(below: str) -> None:
    """What stands below the first answer, or further down without a word for it, is another's."""
    assert Field.AUTHOR not in claims_of(below)


def test_what_stands_above_the_text_is_believed_first() -> None:
    """Below it nothing is looked for where both are known."""
    claims: Claims = defaultdict(list)
    head, below = "Tide comes late\nBy Ann Ek\n3 May 2021", "Posted by Bo Lind 4 May 2021"
    text = f"{head}\n{_TEXT}\n{below}"
    read_head(passages(split(text)), 0, {3}, set(), claims)
    assert [one.value for one in claims[Field.AUTHOR]] == ["Ann Ek"]
    assert [one.value for one in claims[Field.PUBLISHED]] == ["3 May 2021"]
