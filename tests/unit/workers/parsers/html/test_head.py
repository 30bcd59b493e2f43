"""What meta tags of a page claim."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html import head
from workers.parsers.html.walk.page import Head


def gathered(*metas: dict[str, str]) -> Evidence:
    evidence = Evidence()
    head.gather(Head(metas=list(metas)), evidence)
    return evidence


def weights(evidence: Evidence, field: Field) -> list[float]:
    return [claim.weight for claim in evidence.claims[field]]


def test_item_properties_of_many_values_are_those_of_a_list() -> None:
    """Teasers have a `datePublished` each; two of one article can differ by their seconds."""
    days = [{"itemprop": "datePublished", "content": f"2024-03-0{day}"} for day in (1, 2, 3)]
    (own,) = set(weights(gathered(*days[:2]), Field.PUBLISHED))
    (listed,) = set(weights(gathered(*days), Field.PUBLISHED))
    assert listed < own / 2
    named = [{"property": "article:tag", "content": str(number)} for number in range(9)]
    assert len(gathered(*named).values(Field.KEYWORD)) == len(named)


def test_what_a_counter_of_readers_is_told_in_one_tag_is_claimed() -> None:
    """JSON in `parsely-page`; what is none, or no object, says nothing."""
    told = '{"title":"Rain","authors":["Ada Brook","Ben Carr"],"section":"Harbour","tags":null}'
    evidence = gathered({"name": "parsely-page", "content": told})
    assert evidence.values(Field.AUTHOR) == ["Ada Brook", "Ben Carr"]
    assert evidence.values(Field.SECTION) == ["Harbour"]
    for broken in ("{", "[1]", '"x"', "[" * 5000):
        assert gathered({"name": "parsely-page", "content": broken}).claims == {}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("web makers GmbH", False),
        ("Sail Makers AG, Pier Makers Ltd", False),
        ("Harbour Media GmbH", True),
        ("James S.A. Brook", True),
        ("Ada Brook", True),
    ],
)
def test_a_firm_with_nothing_of_the_host_s_name_made_the_page(name: str, kept: bool) -> None:  # noqa: FBT001 - what is left
    """Its name stands where the author's should, and it wrote no article."""
    evidence = Evidence()
    evidence.add(Field.AUTHOR, name, "meta author", 0.45)
    evidence.doubt_site_as_author("https://www.harbour.example/1")
    assert bool(evidence.values(Field.AUTHOR)) is kept


@pytest.mark.parametrize(
    "name", ["creator", "article:creator", "vr:author", "bt:author", "rbauthors", "DC.contributor"]
)
def test_an_author_is_read_under_the_names_of_many_systems(name: str) -> None:
    """Each has one of its own for what others call `author`."""
    assert gathered({"name": name, "content": "Ada Brook"}).values(Field.AUTHOR) == ["Ada Brook"]
