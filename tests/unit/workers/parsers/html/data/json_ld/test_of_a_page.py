"""Of many objects one is the page's article, and one step its section."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.data import json_ld
from workers.parsers.html.data.json_ld_choice import PageNames, sections
from workers.parsers.html.walk.page import Head

OTHERS = [
    {
        "@type": "NewsArticle",
        "headline": f"Other story number {number}",
        "author": {"@type": "Person", "name": "Cy Other"},
        "datePublished": f"2024-02-0{number}",
        "articleBody": "A text.",
        "publisher": {"name": "Harbour"},
        "url": f"https://harbour.example/other-{number}",
    }
    for number in (1, 2)
]
"""Stories that a page links to, which say more of themselves than the page of its own."""


def of_page(*scripts: object, title: str = "Ferry line closes | Harbour") -> Evidence:
    head = Head(titles=[title])
    evidence = Evidence()
    things = json_ld.objects(map(json.dumps, scripts))
    page = PageNames.of(head, "https://harbour.example/ferry?utm=x")
    json_ld.gather(things, evidence, page)
    return evidence


@pytest.mark.parametrize(
    "own",
    [
        {"@type": "NewsArticle", "headline": "Ferry line closes", "author": "Ada Brook"},
        {"@type": "NewsArticle", "url": "https://harbour.example/ferry/", "author": "Ada Brook"},
        {
            "@type": "WebPage",
            "hasPart": OTHERS,
            "mainEntity": {
                "@type": "Article",
                "headline": "Ferry line closes",
                "author": "Ada Brook",
            },
        },
    ],
)
def test_the_article_of_a_page_has_its_title_or_its_address(own: dict[str, object]) -> None:
    """Linked stories are objects too, before it, behind it and fuller than it."""
    assert of_page(OTHERS[0], own, OTHERS[1]).values(Field.AUTHOR) == ["Ada Brook"]


def test_stories_that_a_page_links_to_are_none_of_its_own() -> None:
    """Other titles, other addresses: nothing is claimed."""
    assert of_page(*OTHERS).claims == {}


def test_one_article_is_the_page_s_whatever_it_calls_itself() -> None:
    """Titles are written for search engines; extensions write the same object twice."""
    twin = {"@type": "BlogPosting", "headline": "Another title", "url": "https://h.example/p/1"}
    assert of_page(twin).values(Field.HEADLINE) == ["Another title"]
    assert of_page(twin, twin).values(Field.HEADLINE) == ["Another title"]


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        ([("Home", "/"), ("Business", "/business"), ("Ferry line closes", None)], ["Business"]),
        ([("Startseite", "/start"), ("Wirtschaft", "/w"), ("Hafen", "/w/h")], ["Wirtschaft"]),
        ([("Harbour", "/"), ("Ferry line closes", "/ferry")], []),
        ([("Ferry line closes", None)], ["Ferry line closes"]),
        ([], []),
    ],
)
def test_the_first_bread_crumb_behind_the_front_page_is_the_section(
    steps: list[tuple[str, str | None]], section: list[str]
) -> None:
    """With the address in the step, or in an object of its own."""
    site = "https://harbour.example"
    plain = [{"name": name, **({"item": site + to} if to else {})} for name, to in steps]
    inside = [{"item": {"name": name, **({"@id": site + to} if to else {})}} for name, to in steps]
    for told in (plain, inside):
        crumbs = {"@type": "BreadcrumbList", "itemListElement": told}
        assert of_page(crumbs).values(Field.SECTION) == section


def test_a_crumb_in_whose_folder_the_page_is_outweighs_the_first_one() -> None:
    """`All articles` and the like are passed over."""
    site = "https://harbour.example"
    names = {"News": "/news", "Special": "/special", "Sport": "/sport", "Cup": "/sport/cup/final"}
    steps = [{"name": name, "item": site + path} for name, path in names.items()]
    evidence = Evidence()
    things: list[dict[str, object]] = [{"@type": "BreadcrumbList", "itemListElement": [*steps, 7]}]
    page = PageNames.of(Head(), f"{site}/sport/cup/final")
    json_ld.gather(things, evidence, page)
    assert evidence.values(Field.SECTION) == ["Sport"]


def test_of_a_list_of_thousands_of_steps_only_the_first_are_read() -> None:
    steps = [{"name": f"Step {n}", "item": f"https://a.example/{n}"} for n in range(10_000)]
    page = PageNames(paths=frozenset({"/9999/story"}))
    told = sections([{"@type": "BreadcrumbList", "itemListElement": steps}], page)
    assert told == [("Step 0", False)]
