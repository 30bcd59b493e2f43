"""The site's name behind the headline in the title."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.headline import site_name
from workers.parsers.html.walk.tree import parse


def named(title: str, heading: str = "Prices rise") -> list[str]:
    page = parse(f"<html><head><title>{title}</title></head><body><h1>{heading}</h1></body></html>")
    evidence = Evidence()
    site_name.gather(page, evidence)
    return evidence.values(Field.SOURCE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Prices rise | Garden Weekly", "Garden Weekly"),
        ("Prices rise - Town - Garden Weekly", "Garden Weekly"),
        ("Prices rise — Garden Weekly", "Garden Weekly"),
    ],
)
def test_the_last_part_of_the_title_behind_the_headline_is_the_site(title: str, name: str) -> None:
    """A section may stand between the two."""
    assert named(title) == [name]


@pytest.mark.parametrize("title", ["Prices rise", "Prices rise in May", "Prices rise - Seite 34"])
def test_a_title_without_a_site_names_none(title: str) -> None:
    """Words that go on, and numbers of pages, are none."""
    assert named(title) == []


def test_the_site_is_not_guessed_where_the_page_states_it() -> None:
    """`og:site_name` and its like know better."""
    page = parse("<title>Prices rise | Garden</title><h1>Prices rise</h1>")
    evidence = Evidence()
    evidence.add(Field.SOURCE, "Garden Weekly", "meta og:site_name", 0.8)
    site_name.gather(page, evidence)
    assert evidence.values(Field.SOURCE) == ["Garden Weekly"]
