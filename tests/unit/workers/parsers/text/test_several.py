"""A text of several articles is parted where each of them opens as one, and nowhere else."""

# ruff: noqa: RUF001 - full-width signs are meant

from __future__ import annotations

import pytest

from shared.domain.article import Field, RawItem
from workers.parsers.base import ParseContext, Parsed, RawFile, RejectedItem
from workers.parsers.text.plain_text import PlainText
from workers.parsers.text.several import articles_in

TIDE = "The tide came late on Monday, and the boats in the harbour of Lowick waited until noon."
SCHOOLS = "All schools of the county close on Friday, the council said after a strike was called."
DOG = "A man of forty-three bit a dog in Elm Street on Sunday; neither of the two was badly hurt."


def read(text: str) -> list[Parsed]:
    file = RawFile(name="week.txt", content=text.encode())
    return list(PlainText().parse(file, ParseContext()))


def told(items: list[Parsed]) -> list[tuple[str, str | None, tuple[str, ...]]]:
    found = [item for item in items if isinstance(item, RawItem)]
    return [(item.item, item.first(Field.HEADLINE), item.body) for item in found]


@pytest.mark.parametrize("between", ["\n\n", "\n\n=====\n\n", "\n----------\n", "\n\n*** 2 ***\n"])
def test_blocks_of_labels_open_an_article_each(between: str) -> None:
    """With a line of signs between them, or none; each is named by its place."""
    one = f"Title: Tide comes late\nSource: The Harbour Post\nDate: 2023-05-09\n\n{TIDE}"
    two = f"Title: Schools close\nSource: The Harbour Post\nDate: 2023-05-10\n{SCHOOLS}"
    items = read(one + between + two)
    assert told(items) == [("1", "Tide comes late", (TIDE,)), ("2", "Schools close", (SCHOOLS,))]
    days = [item.first(Field.PUBLISHED) for item in items if isinstance(item, RawItem)]
    assert days == ["2023-05-09", "2023-05-10"]


def test_labels_of_other_languages_do_so_too() -> None:
    """The label that the file opens with comes again."""
    tide = "港务局周二表示，新防波堤将于六月开放，比原计划晚两年，费用超出预算三分之一。"
    school = "由于教师罢工，全县所有学校将于周五停课，县政府周三宣布，家长被要求让孩子留在家中。"
    head = "标题：{}\n来源：港口日报\n\n"
    text = head.format("防波堤开放") + tide + "\n\n" + head.format("学校停课") + school
    assert told(read(text)) == [("1", "防波堤开放", (tide,)), ("2", "学校停课", (school,))]


def test_headlines_with_a_byline_or_a_day_below_lines_of_signs_open_an_article_each() -> None:
    """The last may have such a line below it."""
    text = (
        f"Tide comes late\nBy Ada Brook\n\n{TIDE}\n\n=====\n\n"
        f"Schools close\n10 May 2023\n\n{SCHOOLS}\n\n=====\n\n"
        f"Man bites dog\nBy Tom Lind\n\n{DOG}\n\n=====\n"
    )
    assert [each[1] for each in told(read(text))] == [
        "Tide comes late",
        "Schools close",
        "Man bites dog",
    ]


def test_an_article_of_several_without_a_text_is_refused_alone() -> None:
    """The others are read."""
    notes = "https://example.org/a/page/of/the/harbour/post/that/is/nothing/but/an/address/at/all:"
    head = "Title: {}\nDate: 2023-05-09\n\n"
    items = read(head.format("Tide comes late") + TIDE + "\n\n" + head.format("Page") + notes)
    assert [type(item) for item in items] == [RawItem, RejectedItem]


@pytest.mark.parametrize(
    "text",
    [
        f"Tide comes late\n\nBy Ada Brook\n\n{TIDE}\n\n-----\n\n{SCHOOLS}\n\n-----\n\n{DOG}",
        f"Tide comes late\n\n=====\n\n{TIDE}\n\n=====\n\nBy Ada Brook\n9 May 2023",
        f"Title: Tide comes late\nDate: 2023-05-09\n\n{TIDE}\n\nTitle: a word for a headline.",
        f"From: Ada Brook\nSubject: Tide\n\n{TIDE}\n\nFrom: Tom Lind\nSubject: Tide\n\n{DOG}",
        f"Editor: Ida Holm\nDate: 2023-05-09\n{TIDE}\nEditor: Tom Lind\nDate: 2023-05-10\n{DOG}",
        f"Days\nBy Ada Brook\n3 May 2020\n{TIDE}\n*****\nSnow\n4 May 2020\n{DOG}",
        f"Two views\n9 May 2023\n{TIDE}\n=====\nThe fisher\nBy Ada Brook\n{SCHOOLS}",
        f"Live\n9 May 2023\n{TIDE}\n-----\nNoon\n9 May 2023, 12:05\n{DOG}",
        f"Date: 4 May 2020\nPlace: Lowick\n{TIDE}\nDate: 5 May 2020\nPlace: Alnwick\n{DOG}",
        f"Harbour\n9 May 2023\n{TIDE}\n-----\nHarbour\n9 May 2023\n{SCHOOLS}",
        "=====\n\n-----\n",
        " \n",
    ],
)
def test_sections_speakers_and_mails_are_no_articles(text: str) -> None:
    """
    Nor are the pages of one text, below the same running head, nor an anthology, a diary and a
    ticker: above the first part alone stands what is of the whole.
    """
    assert articles_in(text) == [text]
