"""PubMed's lists of articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason
from tests.unit.workers.parsers.one_parser import assert_survives, parse, values
from tests.unit.workers.parsers.reading import read
from workers.parsers.xml_formats.pubmed import Pubmed

LIST = (Path(__file__).parents[4] / "golden" / "pubmed" / "abstracts" / "input.xml").read_bytes()
_TITLE = re.compile(rb"<ArticleTitle>.*?</ArticleTitle>", re.DOTALL)


def test_an_article_is_its_abstract_part_by_part() -> None:
    """Behind the labels of the parts; the rights below them are no text."""
    first, second = parse(Pubmed(), LIST)
    assert [values(one, Field.GUID) for one in (first, second)] == [["38400001"], ["38400002"]]
    assert values(first, Field.PUBLISHED) == ["2024-03-05"]
    assert values(first, Field.AUTHOR) == ["Ada Holm", "Bo Lind"]
    assert isinstance(first, RawItem)
    assert [one.partition(":")[0] for one in first.body] == ["BACKGROUND", "RESULTS"]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("[A wall at sea].", "A wall at sea"),
        ("[A wall at sea.]", "A wall at sea"),
        ("Uptake of [18F].", "Uptake of [18F]"),
        ("[18F] in bone", "[18F] in bone"),
    ],
)
def test_brackets_around_a_title_say_that_it_was_translated(told: str, title: str) -> None:
    """The full stop stands behind them; those of a formula are its own."""
    first, _ = parse(Pubmed(), _TITLE.sub(f"<ArticleTitle>{told}</ArticleTitle>".encode(), LIST))
    assert values(first, Field.HEADLINE) == [title]


def test_an_article_without_an_abstract_is_refused() -> None:
    """Alone in its list, the list is."""
    alone = b"<PubmedArticle><MedlineCitation><PMID>1</PMID></MedlineCitation></PubmedArticle>"
    assert read("a.xml", alone).reason is Reason.NO_ARTICLE


def test_a_broken_list_is_survived() -> None:
    """Cut anywhere, changed anywhere."""
    assert_survives(Pubmed(), LIST)
