"""Tables whose columns are an article's fields."""

from __future__ import annotations

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    sources,
    values,
)
from workers.parsers.base import ParseContext, RawFile, RejectedItem
from workers.parsers.records.table import Table

TABLE = Table()
ROWS = (
    'title,author,text\nTide,Ann Ek,"The tide\nwas ""late""."\nEbb,Bo Li,\n\n'
    "Flood,Cy Fox,It rose.\n"
)


@pytest.mark.parametrize(
    ("content", "name", "least", "most"),
    [
        (ROWS, "a", 0.75, 0.75),
        ("\ufefftitel;autor;inhalt\nFlut;Ann Ek;Sie kam.\n", "a", 0.75, 0.75),
        ("headline\tbyline\tbody\nTide\tAnn Ek\tIt was late.\n", "a", 0.75, 0.75),
        ("price,amount\n1,2\n", "a.csv", 0.35, 0.35),
        ("price,amount\n1,2\n", "a", 0.0, 0.0),
        ("News | Story | Title\nThe tide was late.\n", "a", 0.0, 0.0),
        ("In the text, the author said, the title came last.\nSo it did, he said.", "a", 0.0, 0.0),
    ],
)
def test_columns_are_known_by_their_names(
    content: str, name: str, least: float, most: float
) -> None:
    """A header with the names of fields above a row; a menu or a sentence is none."""
    assert least <= score(TABLE, content, name) <= most


def test_each_row_is_an_article() -> None:
    """Line ends inside quotes are the text's; a row without a text costs no other."""
    found = parse(TABLE, ROWS)
    assert [each.item for each in found] == ["1", "2", "3"]
    assert isinstance(found[1], RejectedItem)
    assert values(found[0], Field.AUTHOR) == ["Ann Ek"]
    assert sources(found[0], Field.HEADLINE) == ["column title"]
    assert one(TABLE, ROWS.partition("Ebb")[0]).body == ("The tide", 'was "late".')


def test_a_table_of_figures_is_refused_with_its_columns() -> None:
    """The reason names them, so that a mapping can be written."""
    with pytest.raises(Rejected) as refused:
        parse(TABLE, "price,amount\n1,2\n", "a.csv")
    assert refused.value.reason is Reason.NO_ARTICLE
    assert "columns: price, amount" in refused.value.detail


def test_a_list_of_addresses_is_refused_with_what_to_drop_instead() -> None:
    """As search engines and readers of pages export what they found or kept."""
    with pytest.raises(Rejected, match="it lists where articles are: drop their pages"):
        parse(TABLE, "title,url,publish_date\nTide,https://x.example/1,2026-03-13\n")


def test_any_part_of_a_table_is_survived() -> None:
    """Cut anywhere, it is read or refused."""
    assert_survives(TABLE, ROWS.encode())


def test_a_text_may_be_under_a_loose_name() -> None:
    """As collections of news call it."""
    text = "The tide was late by eleven minutes. It rose when nobody waited for it. " * 2
    (item,) = parse(TABLE, f"title,article\nTide,{text}\n")
    assert values(item, Field.HEADLINE) == ["Tide"]


def test_a_report_has_lines_of_its_own_above_its_table() -> None:
    """Of a file that is named as a table, and of no other."""
    report = f"Report:,Ferries\nFrom:,Mon Mar 04\n\n{ROWS}"
    assert score(TABLE, report, "a.csv") == 0.75
    assert score(TABLE, report, "a.txt") == 0.0
    first, *_ = (item for item in TABLE.parse(RawFile("a.csv", content=report.encode()),
                                              ParseContext()))  # fmt: skip
    assert isinstance(first, RawItem)
    assert (first.item, first.first(Field.HEADLINE)) == ("1", "Tide")
