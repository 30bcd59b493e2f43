"""Records that only refer to persons and terms, which their wrapper keeps in other lists."""

from __future__ import annotations

import json
from typing import Any

import pytest

from shared.domain.article import Field, RawItem
from tests.unit.workers.parsers.records.json_lines.records import FIRST, SECOND, parse

TEXT = f"{FIRST} {SECOND}"
RICH = {"nodeType": "document", "content": [{"nodeType": "paragraph", "content": [
    {"nodeType": "text", "value": TEXT}]}]}  # fmt: skip

DRUPAL = {
    "data": [{
        "type": "node--article", "id": "n1", "attributes": {"title": "Tide", "body": TEXT},
        "relationships": {
            "field_tags": {"data": [{"type": "taxonomy_term--tags", "id": "t1"}]},
            "uid": {"data": {"type": "user--user", "id": "u1"}},
        },
    }],
    "included": [
        {"type": "taxonomy_term--tags", "id": "t1", "attributes": {"name": "Sea"}},
        {"type": "user--user", "id": "u1", "attributes": {"display_name": "Ann Ek"}},
    ],
}  # fmt: skip
CONTENTFUL = {
    "items": [{
        "sys": {"id": "c1"},
        "fields": {"title": "Tide", "body": RICH, "tags": ["Sea"],
                   "author": {"sys": {"type": "Link", "linkType": "Entry", "id": "a1"}}},
    }],
    "includes": {"Entry": [{"sys": {"id": "a1"}, "fields": {"name": "Ann Ek"}}]},
}  # fmt: skip
GHOST = {
    "db": [{"data": {
        "posts": [{"id": "1", "title": "Tide", "html": f"<p>{TEXT}</p>"}],
        "tags": [{"id": "1", "name": "Sea"}],
        "users": [{"id": "1", "name": "Ann Ek"}],
        "posts_tags": [{"id": "x", "post_id": "1", "tag_id": "1"}],
        "posts_authors": [{"post_id": "1", "author_id": "1"}],
    }}],
}  # fmt: skip
SHORT_POSTS = {
    "data": [{"id": "7", "title": "Tide", "text": TEXT, "author_id": "9", "tags": ["Sea"]}],
    "includes": {"users": [{"id": "9", "name": "Ann Ek"}]},
}


@pytest.mark.parametrize("answer", [DRUPAL, CONTENTFUL, GHOST, SHORT_POSTS])
def test_names_are_looked_up_in_the_wrapper(answer: dict[str, Any]) -> None:
    """By type and identity, by a link, by pairs of identities, by a key that ends in `_id`."""
    (item,) = parse(answer)
    assert isinstance(item, RawItem)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ann Ek"]
    assert [claim.value for claim in item.claims[Field.KEYWORD]] == ["Sea"]
    assert item.body == (TEXT,)


@pytest.mark.parametrize(
    "beside",
    [
        {"users": [{"id": "8", "name": "Bo Ek"}]},
        {"boats": [{"id": "9", "name": "Ferry"}]},
        {"users": [{"id": "9"}, {"name": "Bo Ek"}]},
        {"includes": ["9"]},
        {"pairs": [{"_id": "9", "user_id": "9"}]},
    ],
)
def test_what_the_wrapper_does_not_have_is_left(beside: dict[str, Any]) -> None:
    """Another identity, another kind of thing, lists of something else."""
    (item,) = parse({"data": SHORT_POSTS["data"], **beside})
    assert isinstance(item, RawItem)
    assert Field.AUTHOR not in item.claims


def test_many_references_take_time_by_their_number() -> None:
    """A wrapper of thousands is read in one go."""
    count = 3000
    posts = [{"id": str(at), "title": "Tide", "text": TEXT, "user_id": at} for at in range(count)]
    users = [{"id": at, "name": f"Ann {at}"} for at in range(count)]
    items = parse(json.dumps({"data": posts, "users": users}).encode())
    assert [item.first(Field.AUTHOR) for item in items if isinstance(item, RawItem)] == [
        f"Ann {at}" for at in range(count)
    ]


COUNTED = {
    "type": "articles", "id": "1", "attributes": {"title": "Tide", "body": TEXT},
    "relationships": {
        "author": {"data": {"type": "people", "id": "1"}},
        "tags": {"data": [{"type": "tags", "id": "1"}]},
    },
}  # fmt: skip
INCLUDED = [
    {"type": "tags", "id": "1", "attributes": {"name": "Sea"}},
    {"type": "people", "id": "1", "attributes": {"name": "Ann Ek"}},
]


def test_an_identity_is_that_of_a_kind() -> None:
    """Frameworks count the persons from one, and the tags too: the author was a tag."""
    (item,) = parse({"data": [COUNTED], "included": INCLUDED})
    assert isinstance(item, RawItem)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ann Ek"]
    assert [claim.value for claim in item.claims[Field.KEYWORD]] == ["Sea"]


@pytest.mark.parametrize(
    ("beside", "authors"),
    [(5, ["Ann Ek"]), (None, ["Ann Ek"]), ("Bo Li", ["Bo Li", "Ann Ek"])],
)
def test_what_a_record_says_itself_stays_beside_what_it_refers_to(
    beside: object, authors: list[str]
) -> None:
    """A name was taken apart into its letters, and a number broke the reader."""
    (item,) = parse({"data": [{**COUNTED, "account": beside}], "included": INCLUDED})
    assert isinstance(item, RawItem)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == authors


def test_an_identity_told_over_and_over_takes_time_by_the_number() -> None:
    """Of the references and of what they name: each with each was minutes."""
    many = 20_000
    related = {"tags": {"data": [{"type": "tags", "id": "1"}] * many}}
    pairs = [{"post_id": "1", "tag_id": "1"}] * many
    answer = {
        "data": [{**COUNTED, "relationships": related}],
        "included": INCLUDED[:1] * many, "posts_tags": pairs,
    }  # fmt: skip
    (item,) = parse(answer)
    assert isinstance(item, RawItem)
    assert {claim.value for claim in item.claims[Field.KEYWORD]} == {"Sea"}
