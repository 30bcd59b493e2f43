"""What an object of JSON-LD claims for its article."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.html.data.json_ld.scripts import gathered
from workers.parsers.claims.evidence import Evidence
from workers.parsers.html.data import json_ld


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


def test_who_wrote_it_is_hardly_the_publisher() -> None:
    """Blogs state the person who keeps them; the site has a name besides."""
    person = {"@type": "Person", "name": "Maren Oakes"}
    for told in ({"author": person, "publisher": {"name": "Maren Oakes"}}, {"publisher": person}):
        claims = gathered({"@type": "BlogPosting", "headline": "Rain", **told}).claims
        assert [claim.weight for claim in claims[Field.SOURCE]] == [0.3]
    firm = {"@type": "BlogPosting", "author": {"name": "Quay"}, "publisher": {"name": "Quay"}}
    assert [claim.weight for claim in gathered(firm).claims[Field.SOURCE]] == [0.85]


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


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"schema:NewsArticle","schema:headline":"Rain","schema:author":"Ada Brook"}',
        (
            "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Rain&quot;,"
            "&quot;author&quot;:&quot;Ada Brook&quot;}"
        ),
        '{"@type":"NewsArticle","headline":"<b>Rain</b>","contributor":"Ada Brook"}',
    ],
)
def test_an_object_is_read_however_its_template_wrote_it(script: str) -> None:
    """With prefixes, with entities for quotation marks, with markup in its texts."""
    evidence = gathered(script)
    assert evidence.values(Field.HEADLINE) == ["Rain"]
    assert evidence.values(Field.AUTHOR) == ["Ada Brook"]
