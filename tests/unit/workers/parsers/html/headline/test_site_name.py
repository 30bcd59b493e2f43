"""The site's name behind the headline in the title."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.headline import site_name
from workers.parsers.html.walk.tree import parse


def named(title: str, heading: str = "Prices rise", url: str | None = None) -> list[str]:
    page = parse(f"<html><head><title>{title}</title></head><body><h1>{heading}</h1></body></html>")
    evidence = Evidence()
    site_name.gather(page, evidence, url)
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


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Prices rise - Gärten Weekly - News for all", "Gärten Weekly"),
        ("Prices rise | Gaerten-Weekly | Sport", "Gaerten-Weekly"),
        ("Gärten Weekly » Archive » Prices rise", "Gärten Weekly"),
        ("www.gaerten-weekly.example: Gärten Weekly - Prices rise", "Gärten Weekly"),
        ("Prices rise | Gärten Weekly | Gärten Weeklyfragen", "Gärten Weekly"),
        ("Prices rise - News for all", "News for all"),
    ],
)
def test_of_several_parts_of_a_title_the_one_with_the_hosts_name_is_the_site(
    title: str, name: str
) -> None:
    """Mottos and sections stand behind it as well, and some sites stand before the headline."""
    assert named(title, url="https://www.gaerten-weekly.example/prices") == [name]


def test_what_stands_before_the_headline_without_the_hosts_name_is_a_section() -> None:
    """`Town - Prices rise` says nothing of the site."""
    assert named("Town - Prices rise", url="https://www.gaerten-weekly.example/prices") == []


def test_who_signed_the_page_is_no_site() -> None:
    """Some title their pages `… - By Ada Brook`."""
    page = parse("<title>Prices rise - By Ada Brook</title><h1>Prices rise</h1>")
    evidence = Evidence()
    evidence.add(Field.AUTHOR, "Ada Brook", "meta author", 0.8)
    site_name.gather(page, evidence)
    assert evidence.values(Field.SOURCE) == []
    assert named("Prices rise - By brook17") == []


@pytest.mark.parametrize(
    ("url", "names"),
    [("https://www.gaerten.example/p", []), ("https://economy.example/p", ["Economy"])],
)
def test_the_section_that_the_page_states_is_no_site(url: str, names: list[str]) -> None:
    """Some titles end with it: `Prices rise - Economy`; the host's name is one all the same."""
    page = parse("<title>Prices rise - Economy</title><h1>Prices rise</h1>")
    evidence = Evidence()
    evidence.add(Field.SECTION, "Economy", "meta article:section", 0.75)
    site_name.gather(page, evidence, url)
    assert evidence.values(Field.SOURCE) == names


@pytest.mark.parametrize(
    ("told", "weight", "known"),
    [
        ("harbourweekly.example", 0.8, True),
        ("harbourweekly", 0.85, True),
        ("Web Makers Ltd", 0.6, True),
        ("Harbour Weekly Ltd", 0.6, False),
        ("Web Makers Ltd", 0.85, False),
    ],
)
def test_the_title_is_asked_where_the_site_is_stated_by_an_address_or_a_firm(
    told: str,
    weight: float,
    known: bool,  # noqa: FBT001 - what the title adds
) -> None:
    """Who made the pages stands in `meta publisher` too: it has nothing of the host's name."""
    page = parse("<title>Prices rise | Harbour Weekly</title><h1>Prices rise</h1>")
    evidence = Evidence()
    evidence.add(Field.SOURCE, told, "meta publisher", weight)
    site_name.gather(page, evidence, "https://harbourweekly.example/1")
    assert ("Harbour Weekly" in evidence.values(Field.SOURCE)) is known
