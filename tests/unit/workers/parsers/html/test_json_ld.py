"""The article among a page's JSON-LD objects, and what it claims."""

from __future__ import annotations

import json

from shared.domain.article import Field
from workers.parsers.html import json_ld
from workers.parsers.html.evidence import Evidence


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
