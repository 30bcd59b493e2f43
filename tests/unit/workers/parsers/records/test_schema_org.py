"""schema.org articles in JSON files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, score, values
from workers.parsers.base import RejectedItem
from workers.parsers.records.json_lines import JsonLines
from workers.parsers.records.schema_org import SchemaOrg

SCHEMA = SchemaOrg()
GOLDEN = Path(__file__).parents[4] / "golden" / "schema_org"
TEXT = "The tide was late."


def article(**more: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", "articleBody": TEXT, **more}


@pytest.mark.parametrize(
    ("more", "field", "read"),
    [
        ({"headline": "Tide"}, Field.HEADLINE, ["Tide"]),
        ({"author": {"@type": "Person", "name": "Ann"}}, Field.AUTHOR, ["Ann"]),
        ({"editor": {"name": "Li"}}, Field.EDITOR, ["Li"]),
        ({"publisher": {"name": "Herald"}}, Field.SOURCE, ["Herald"]),
        ({"datePublished": "2024-03-05"}, Field.PUBLISHED, ["2024-03-05"]),
        ({"dateModified": "2024-03-06"}, Field.UPDATED, ["2024-03-06"]),
        ({"identifier": "x-1"}, Field.GUID, ["x-1"]),
        ({"identifier": {"@type": "PropertyValue", "value": "x-1"}}, Field.GUID, ["x-1"]),
        ({"version": 2}, Field.VERSION, ["2"]),
        ({"dateline": "NORTHBY"}, Field.DATELINE, ["NORTHBY"]),
        ({"creativeWorkStatus": "Withdrawn"}, Field.PUB_STATUS, ["Withdrawn"]),
    ],
)
def test_a_property_is_a_claim(more: dict[str, object], field: Field, read: list[str]) -> None:
    """As in a page's JSON-LD, and what only files say."""
    assert values(one(SCHEMA, json.dumps(article(**more))), field) == read


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("<p>One.</p><p>Two.</p>", ("One.", "Two.")),
        (["One.", "Two."], ("One.", "Two.")),
    ],
)
def test_the_body_is_read_in_each_of_its_forms(body: object, read: tuple[str, ...]) -> None:
    """Plain, marked or a list."""
    assert one(SCHEMA, json.dumps(article(articleBody=body))).body == read


def test_a_graph_gives_its_articles_with_what_they_point_to() -> None:
    """An organisation of the graph is the publisher of those that name its id."""
    graph = {
        "@graph": [
            {"@type": "Organization", "@id": "#o", "name": "Herald"},
            article(publisher={"@id": "#o"}),
            article(articleBody=None),
            {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": article()}]},
        ]
    }
    first, second, third = parse(SCHEMA, json.dumps(graph))
    assert values(first, Field.SOURCE) == ["Herald"]
    assert isinstance(second, RejectedItem)
    assert third.item == "3"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (json.dumps(article(articleBody="")), Reason.NO_ARTICLE),
        (json.dumps({"@type": "Person"}), Reason.NO_ARTICLE),
        ("[]", Reason.NO_ARTICLE),
        (json.dumps(article())[:-3], Reason.MALFORMED),
    ],
    ids=["no text", "no article", "empty", "cut"],
)
def test_what_holds_no_article_is_refused(source: str, reason: Reason) -> None:
    """With the reason."""
    with pytest.raises(Rejected) as caught:
        parse(SCHEMA, source)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (json.dumps(article()), 0.95),
        (json.dumps([article()], indent=1), 0.95),
        (json.dumps({"@type": ["Thing", "BlogPosting"]}), 0.95),
        (json.dumps({"@type": "https://schema.org/Article"}), 0.95),
        (json.dumps(article()) + "\n" + json.dumps(article()), 0),
        (json.dumps({"@type": "Person"}), 0),
        ('<script>{"@type": "Article"}</script>', 0),
    ],
)
def test_the_score_follows_the_type(source: str, expected: float) -> None:
    """One JSON value with an article's type; never a page, never lines."""
    assert score(SCHEMA, source) == expected


@pytest.mark.parametrize(
    "around",
    [
        '{{"title": "Tide", "content": "It was late.", "seo": {{"schema": {{"@graph": [{0}]}}}}}}',
        '[{{"html": "x", "data": [{0}]}}]',
    ],
)
def test_an_article_inside_a_system_s_own_json_is_not_the_file_s(around: str) -> None:
    """WordPress answers with a post that has its page's JSON-LD somewhere inside."""
    assert score(SCHEMA, around.format('{"@type": "Article", "headline": "Tide"}')) == 0.0


def test_the_score_beats_the_general_reader_of_json() -> None:
    """Which would take the same keys for its own."""
    source = json.dumps(article(headline="Tide"))
    assert score(SCHEMA, source) > score(JsonLines(), source)


def test_a_live_blog_is_the_text_of_its_entries() -> None:
    """Each entry gives its headline and its paragraphs; the description stands for no text."""
    entries = [
        {"@type": "BlogPosting", "headline": "Trees down", "articleBody": "Three trees are down."},
        {"@type": "BlogPosting", "articleBody": "Rain.\n\nMore rain."},
        {"@type": "BlogPosting", "headline": "A picture"},
    ]
    live = article(description="Live.", articleBody=None, liveBlogUpdate=entries)
    assert one(SCHEMA, json.dumps(live)).body == (
        "Trees down",
        "Three trees are down.",
        "Rain.",
        "More rain.",
    )


@pytest.mark.parametrize("case", ["news_article", "graph", "live_blog"])
def test_a_damaged_document_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(SCHEMA, (GOLDEN / case / "input.json").read_bytes())
