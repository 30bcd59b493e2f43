"""The host's name as the page spells it."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.headline import host_name
from workers.parsers.html.walk.tree import parse


def named(url: str | None, text: str, *told: str) -> list[str]:
    page = parse(f"<html><body><h1>Prices rise</h1><p>{text}</p></body></html>")
    evidence = Evidence()
    evidence.add(Field.HEADLINE, "Prices rise", "h1", 0.5)
    for name in told:
        evidence.add(Field.SOURCE, name, "title", 0.35)
    host_name.gather(page, url, evidence)
    return evidence.values(Field.SOURCE)


@pytest.mark.parametrize(
    ("host", "text", "name"),
    [
        ("www.harbourweekly.example", "© Harbour Weekly", "Harbour Weekly"),
        ("harbour-weekly.example", "The HarbourWeekly reports", "HarbourWeekly"),
        ("news.harbourweekly.co.example", "Harbourweekly and more", "Harbourweekly"),
        ("hafenblaetter.example", "Impressum der Hafenblätter", "Hafenblätter"),
        ("wdqp.example", "WDQP is a union of ports", "WDQP"),
        ("quay.example", "All of Quay.example in one place", "Quay.example"),
        ("lighthouse.blogspot.com", "About Lighthouse", "Lighthouse"),
        ("www.harbour.example//2026//lateness", "The Harbour's Lateness", "Harbour"),
        ("web.archive.org/web/2019/https://www.harbour.example", "The Harbour", "Harbour"),
    ],
)
def test_the_page_tells_how_the_name_of_its_host_is_written(
    host: str, text: str, name: str
) -> None:
    """In words, without or with hyphens and umlauts; an archive names the page's own host."""
    assert named(f"https://{host}/news/1", text) == [name]


@pytest.mark.parametrize(
    ("host", "text"),
    [
        (
            "harbourweekly.example",
            "write to Post@HarbourWeekly.example or //HarbourWeekly.example/",
        ),
        ("harbourweekly.example", "harbourweekly in small letters alone"),
        ("quay.example", "Quay is a word of the text as well"),
        ("192.0.2.7", "192"),
        ("localhost", "Localhost"),
    ],
)
def test_addresses_and_words_of_the_text_are_no_spelling_of_it(host: str, text: str) -> None:
    """A short word in capitals at its start alone may mean anything."""
    assert named(f"https://{host}/news/1", text) == []


def test_a_page_that_names_its_site_is_not_asked() -> None:
    """A name that is the headline, written in the wrong place, names none."""
    url, text = "https://harbourweekly.example/1", "Harbour Weekly"
    assert named(url, text, "Quay Times") == ["Quay Times"]
    assert named(url, text, "Prices rise") == ["Prices rise", "Harbour Weekly"]


def test_without_an_address_there_is_no_name() -> None:
    """A folder's page may come from anywhere."""
    assert named(None, "Harbour Weekly") == []


def test_a_page_that_repeats_the_name_is_read_in_time_that_grows_with_it() -> None:
    """Each place is tried once."""
    text = "h a r b o u r w e e k l " * 8_000
    assert named("https://harbourweekly.example/1", text) == []


def test_a_name_in_one_word_of_small_letters_is_spelled_by_the_page_too() -> None:
    """That is what a system has; a host's whole address is what the site calls itself."""
    url = "https://harbourweekly.example/1"
    told = named(url, "© Harbour Weekly", "harbourweekly")
    assert told == ["harbourweekly", "Harbour Weekly"]
    assert named(url, "© Harbour Weekly", "harbourweekly.example") == ["harbourweekly.example"]
