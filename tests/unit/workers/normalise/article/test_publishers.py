"""Whose article it is: what is said, what the address says, what the profile says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.domain.article import Claim, Field
from tests.unit.workers.normalise.article.items import item, read


def test_the_profile_says_what_items_do_not() -> None:
    """Zone, language and publisher of a provider stand in."""
    article = read(
        item(body=("12 345",), published="2020-07-18 16:42"),
        zone="Europe/Berlin",
        language="de",
        source="Wire",
    )
    assert article.published_at == datetime(2020, 7, 18, 14, 42, tzinfo=UTC)
    assert (article.language, article.source) == ("de", "Wire")
    assert article.provenance[Field.LANGUAGE].source == "provider default"
    assert article.provenance[Field.SOURCE].source == "provider default"


def test_an_address_as_source_is_its_host() -> None:
    """A publisher's home page names the publisher."""
    assert read(item(source="https://www.daily.example.com/")).source == "daily.example.com"


def test_an_article_that_names_no_publisher_is_its_host_s() -> None:
    """That this is assumed is said; what a provider's profile names comes first."""
    unnamed = item(url="https://www.daily.example.com/a")
    article = read(unnamed)
    assert article.source == "daily.example.com"
    assert article.provenance[Field.SOURCE].assumed is not None
    assert read(unnamed, source="Daily News").source == "Daily News"


def test_a_headline_in_the_place_of_the_publisher_names_none() -> None:
    """But for a publisher whose name stands in the address."""
    claims: dict[str, Any] = {
        "url": "https://www.daily.example.com/a",
        "headline": "Dikes hold",
        "source": "",
    }
    assert read(item(**claims | {"source": "Dikes hold"})).source == "daily.example.com"
    known = claims | {"headline": "The Daily", "source": "The Daily"}
    assert read(item(**known)).source == "The Daily"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("www.Harbour.example", "harbour.example"),
        ("Ada Brook ada@harbour.example", "Ada Brook"),
        ("ada@harbour.example", "ada@harbour.example"),
    ],
)
def test_a_source_has_no_address_of_mail_and_no_www(told: str, name: str) -> None:
    """Those are where somebody is found, not what he is called."""
    assert read(item(source=told)).source == name


@pytest.mark.parametrize("told", ["harbour_crawler", "news-spider", "bay_2_scraper"])
def test_what_fetched_an_article_is_no_publisher(told: str) -> None:
    """The host of the address is named then; a word that a paper has for its name stays."""
    url = "https://www.daily.example.com/a"
    assert read(item(url=url, source=told)).source == "daily.example.com"
    assert read(item(url=url, source="Spider")).source == "Spider"


def test_a_publisher_that_knows_nothing_of_its_host_yields_to_the_host_s_name() -> None:
    """A motto of .85 beside the site's name of .8."""
    claims = (Claim("Hope Comes Back", "json-ld", 0.85), Claim("The Harbour", "meta", 0.8))
    address = "https://theharbour.example/1"
    assert read(item(source=claims, url=address)).source == "The Harbour"
    assert read(item(source=claims, url="https://sea.example/1")).source == "Hope Comes Back"


@pytest.mark.parametrize("host", ["192.0.2.7:8080", "localhost:8000", "intranet"])
def test_a_host_without_a_name_of_its_own_is_no_publisher(host: str) -> None:
    """A number, or a machine of a local network."""
    assert read(item(url=f"http://{host}/a")).source is None


@pytest.mark.parametrize(
    ("told", "other", "name"),
    [
        ("harbourweekly.example", "Harbour Weekly", "Harbour Weekly"),
        ("https://www.harbourweekly.example/", "Harbour Weekly", "Harbour Weekly"),
        ("harbourweekly", "The Harbour Weekly", "The Harbour Weekly"),
        ("harbourweekly", "harbourweekly.example", "harbourweekly.example"),
        ("harbourweekly.example", "harbourweekly", "harbourweekly.example"),
        ("harbourweekly.example", "Garden", "harbourweekly.example"),
        ("Harbour Weekly AG", "Harbour Weekly", "Harbour Weekly"),
        ("Hafen-Magazin gGmbH", "HAFEN-Magazin", "HAFEN-Magazin"),
        ("C.A. ULTIMO PUERTO", "Último Puerto", "Último Puerto"),
        ("HAFEN Sp. z o.o. S.K.A", "Hafen", "Hafen"),
        ("Harbour Weekly GmbH", "harbourweekly.example", "Harbour Weekly"),
    ],
)
def test_a_publisher_is_called_as_people_write_it(told: str, other: str, name: str) -> None:
    """Systems have its address or its firm; a title has it as readers know it."""
    claims = (Claim(told, "meta og:site_name", 0.8), Claim(other, "title", 0.35))
    assert read(item(source=claims)).source == name


@pytest.mark.parametrize("first", ["harbourweekly", "Harbour Weekly GmbH"])
def test_a_name_as_people_write_it_counts_though_an_address_is_claimed_too(first: str) -> None:
    """An address is believed more, and says less."""
    claims = (
        Claim(first, "json-ld publisher", 0.8),
        Claim("harbourweekly.example", "title", 0.5),
        Claim("Harbour Weekly", "meta og:site_name", 0.3),
    )
    assert read(item(source=claims)).source == "Harbour Weekly"


def test_a_firm_is_called_as_its_host_though_nothing_else_says_so() -> None:
    """One with another name keeps its form: it is part of what it is called."""
    told = (Claim("quay24 GmbH", "json-ld publisher", 0.75),)
    assert read(item(source=told, url="https://news.quay24.example/1")).source == "quay24"
    assert read(item(source=told, url="https://sea.example/1")).source == "quay24 GmbH"


def test_a_sentence_that_is_one_of_the_headlines_is_no_publisher() -> None:
    """Some systems put a page's title in the place of the site's name."""
    long = "Bridges: how the town mends them all in one long summer"
    told = (Claim("How the town mends its bridges", "h1", 0.9), Claim(long, "title", 0.3))
    address = "https://sea.example/1"
    assert read(item(headline=told, source=long, url=address)).source == "sea.example"
