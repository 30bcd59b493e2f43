"""The article among a page's JSON-LD objects, and what it claims."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field
from workers.parsers.html import json_ld
from workers.parsers.html.evidence import Evidence
from workers.parsers.html.json_ld_choice import PageNames, sections
from workers.parsers.html.page import Head


def gathered(*scripts: object) -> Evidence:
    evidence = Evidence()
    texts = [one if isinstance(one, str) else json.dumps(one) for one in scripts]
    json_ld.gather(json_ld.objects(texts), evidence)
    return evidence


def test_the_article_is_found_inside_a_graph_and_authors_by_their_ids() -> None:
    """`@graph` is opened; an author that is only an id is looked up."""
    evidence = gathered(
        {
            "@graph": [
                {"@type": "WebSite", "name": "Site"},
                {"@type": "Person", "@id": "#a", "name": "Ada Brook"},
                {"@type": "NewsArticle", "headline": "Rain", "author": {"@id": "#a"}},
            ]
        }
    )
    assert evidence.values(Field.HEADLINE) == ["Rain"]
    assert evidence.values(Field.AUTHOR) == ["Ada Brook"]


def test_the_fullest_article_wins_over_teasers() -> None:
    """Of several articles the one with date, author and body is the page's."""
    evidence = gathered(
        {"@type": "NewsArticle", "headline": "Teaser"},
        {"@type": "NewsArticle", "headline": "Story", "datePublished": "2024-01-02", "author": "X"},
    )
    assert evidence.values(Field.HEADLINE) == ["Story"]


def test_an_organisation_as_author_weighs_less_than_a_person() -> None:
    """A newsroom is named only where no person is."""
    evidence = gathered(
        {
            "@type": "Article",
            "author": [
                {"@type": "Organization", "name": "Desk"},
                {"@type": "Person", "name": "Ada Brook"},
            ],
        }
    )
    weights = {claim.value: claim.weight for claim in evidence.claims[Field.AUTHOR]}
    assert weights["Ada Brook"] > 2 * weights["Desk"]


def test_nearly_json_is_mended_and_worse_is_passed_over() -> None:
    """Raw line breaks and trailing commas are read; a cut-off script claims nothing."""
    broken = '{"@type": "Article", "headline": "Line\nbreak",}'
    assert gathered(broken).values(Field.HEADLINE) == ["Line break"]
    assert gathered('{"@type": "Article", "headline": "cut').claims == {}


def test_entities_in_json_ld_are_characters() -> None:
    """Some sites escape for HTML inside JSON."""
    evidence = gathered({"@type": "Article", "headline": "Bread &amp; roses"})
    assert evidence.values(Field.HEADLINE) == ["Bread & roses"]


def test_deep_nesting_ends_quietly() -> None:
    """Ten thousand lists in lists are no article and no crash."""
    assert gathered("[" * 10_000 + "]" * 10_000).claims == {}


def test_a_video_tells_its_time_where_the_page_has_no_article() -> None:
    """A page of a film has its upload alone; beside an article it is another's."""
    video = {"@type": "VideoObject", "name": "Bridge", "uploadDate": "2024-03-14T09:30:00Z"}
    assert gathered(video).values(Field.PUBLISHED) == ["2024-03-14T09:30:00Z"]
    article = {"@type": "NewsArticle", "headline": "Rain"}
    assert Field.PUBLISHED not in gathered(article, video).claims


def test_a_platform_is_hardly_the_publisher() -> None:
    """It says so of every blog that it keeps."""
    evidence = gathered(
        {"@type": "BlogPosting", "headline": "Rain", "publisher": {"name": "Blogger"}}
    )
    (claim,) = evidence.claims[Field.SOURCE]
    assert claim.weight < 0.5


def test_a_publisher_with_its_legal_form_weighs_less_than_the_site_s_name() -> None:
    """Readers know `The Harbour`, not `Harbour Media GmbH`."""
    for name, weight in (("Harbour Media GmbH", 0.75), ("The Harbour", 0.85), ("Flag", 0.85)):
        (claim,) = gathered({"@type": "NewsArticle", "publisher": {"name": name}}).claims[
            Field.SOURCE
        ]
        assert claim.weight == weight


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


def test_a_person_s_name_can_be_in_two_parts_or_two_lists() -> None:
    """`givenName` and `familyName`; a list in a list; an object without a name is nobody."""
    evidence = gathered(
        {
            "@type": "Article",
            "author": [[{"givenName": "Ada", "familyName": "Brook"}], [{"name": "Ben Carr"}], [{}]],
        }
    )
    assert evidence.values(Field.AUTHOR) == ["Ada Brook", "Ben Carr"]


def test_a_live_blog_was_published_when_it_began() -> None:
    """Where it says no more than when what it tells of began."""
    live = {"@type": "LiveBlogPosting", "coverageStartTime": "2024-03-14T06:00:00Z"}
    assert gathered(live).values(Field.PUBLISHED) == ["2024-03-14T06:00:00Z"]
    dated = {**live, "datePublished": 1710437400000}
    assert gathered(dated).values(Field.PUBLISHED) == ["1710437400000"]


def test_what_an_article_is_part_of_is_its_source_unless_it_is_a_page() -> None:
    """Paywalls name the paper there, content systems the page."""
    whole = {"@type": ["CreativeWork", "Product"], "name": "Harbour News"}
    assert gathered({"@type": "Article", "isPartOf": whole}).values(Field.SOURCE) == [
        "Harbour News"
    ]
    page = {"@type": "WebPage", "name": "Ferry"}
    assert gathered({"@type": "Article", "isPartOf": page}).values(Field.SOURCE) == []


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


def test_a_day_is_no_dateline() -> None:
    """Some programs write when, not where."""
    assert gathered({"@type": "Article", "dateline": "OSLO"}).values(Field.DATELINE) == ["OSLO"]
    assert gathered({"@type": "Article", "dateline": "2024-03-14"}).values(Field.DATELINE) == []


@pytest.mark.parametrize("odd", [[1], {}, {"a": "b"}, 5, None, True, [[]]])
def test_an_id_that_is_no_text_is_none(odd: object) -> None:
    thing = {
        "@type": "NewsArticle",
        "@id": odd,
        "headline": "Bridge",
        "author": {"@id": odd},
        "publisher": {"@id": odd},
        "isPartOf": {"@type": "WebSite", "@id": odd},
    }
    evidence = Evidence()
    json_ld.gather([thing], evidence)
    assert evidence.values(Field.HEADLINE) == ["Bridge"]
    assert not evidence.values(Field.AUTHOR)


def test_of_a_list_of_thousands_of_steps_only_the_first_are_read() -> None:
    steps = [{"name": f"Step {n}", "item": f"https://a.example/{n}"} for n in range(10_000)]
    page = PageNames(paths=frozenset({"/9999/story"}))
    told = sections([{"@type": "BreadcrumbList", "itemListElement": steps}], page)
    assert told == [("Step 0", False)]
