"""The fields of an article in JSON: under which keys, and as what, people write them."""

from __future__ import annotations

import pytest

from shared.domain.article import Field, RawItem
from tests.unit.workers.parsers.one_parser import values
from tests.unit.workers.parsers.records.json_lines.records import FIRST, STORY, one, parse


@pytest.mark.parametrize(
    ("key", "field", "written", "read"),
    [
        ("headline", Field.HEADLINE, "Tide", ["Tide"]),
        ("datePublished", Field.PUBLISHED, "2024-01-02", ["2024-01-02"]),
        ("date_published", Field.PUBLISHED, "2024-01-02", ["2024-01-02"]),
        ("published", Field.PUBLISHED, 1700000000, ["2023-11-14T22:13:20+00:00"]),
        ("published", Field.PUBLISHED, 1700000000000, ["2023-11-14T22:13:20+00:00"]),
        ("dateModified", Field.UPDATED, "2024-01-03", ["2024-01-03"]),
        ("byline", Field.AUTHOR, "By Ann Ek", ["By Ann Ek"]),
        ("authors", Field.AUTHOR, ["Ann Ek", "Bo Ek"], ["Ann Ek", "Bo Ek"]),
        ("author", Field.AUTHOR, {"name": "Ann Ek"}, ["Ann Ek"]),
        ("authors", Field.AUTHOR, [{"name": "Ann Ek"}, {"name": "Bo"}], ["Ann Ek", "Bo"]),
        ("id", Field.GUID, 17, ["17"]),
        ("publisher", Field.SOURCE, {"name": "Herald"}, ["Herald"]),
        ("keywords", Field.KEYWORD, "sea, tide", ["sea", "tide"]),
        ("lang", Field.LANGUAGE, "sv", ["sv"]),
        ("publishedBylines", Field.AUTHOR, [{"id": 9, "name": "Ann Ek"}], ["Ann Ek"]),
        ("author", Field.AUTHOR, {"FirstName": "Ann", "LastName": "Ek"}, ["Ann Ek"]),
        ("primary_section", Field.SECTION, {"name": "News", "path": "/n"}, ["News"]),
        ("link", Field.URL, [{"rel": "a", "href": "https://x.example/1"}], ["https://x.example/1"]),
        ("title", Field.HEADLINE, {"$t": "Tide"}, ["Tide"]),
        ("user", Field.AUTHOR, {"id": 1, "screen_name": "tide"}, ["tide"]),
        ("issued", Field.PUBLISHED, {"date-parts": [[2024, 3, 5]]}, ["2024-03-05"]),
        (
            "published_at",
            Field.PUBLISHED,
            {"text": "5 March", "datetime": "2024-03-05"},
            ["2024-03-05"],
        ),
        ("container-title", Field.SOURCE, ["Herald"], ["Herald"]),
    ],
)
def test_a_key_is_read_as_people_write_it(
    key: str, field: Field, written: object, read: list[str]
) -> None:
    """Texts, numbers, objects with a name and lists of them give one claim a value."""
    claims = one({"body": "The tide was late.", key: written}).claims[field]
    assert [claim.value for claim in claims] == read
    assert {claim.source for claim in claims} == {f"json key {key}"}


@pytest.mark.parametrize(
    ("record", "field", "read"),
    [
        ({"date_gmt": "2024-05-03T14:15:00"}, Field.PUBLISHED, ["2024-05-03T14:15:00Z"]),
        (
            {"date": "2024-05-03", "time": "09:15"},
            Field.PUBLISHED,
            ["2024-05-03 09:15", "2024-05-03"],
        ),
        ({"Autor": "Ann Ek"}, Field.AUTHOR, ["Ann Ek"]),
        ({"fecha_publicacion": "3 mayo 2024"}, Field.PUBLISHED, ["3 mayo 2024"]),
        ({"authors": [{"first_name": "Ann", "last_name": "Ek"}]}, Field.AUTHOR, ["Ann Ek"]),
        ({"byline": {"original": "By Ann Ek"}}, Field.AUTHOR, ["By Ann Ek"]),
        ({"headline": {"main": "Tide"}}, Field.HEADLINE, ["Tide"]),
        ({"keywords": [{"name": "subject", "value": "Sea"}]}, Field.KEYWORD, ["Sea"]),
        (
            {"tags": [{"type": "contributor", "webTitle": "Ann Ek"}, "Sea", 7]},
            Field.KEYWORD,
            ["Sea"],
        ),
        ({"meta": {"publisher": "Herald"}}, Field.SOURCE, ["Herald"]),
        ({"source": "https://herald.example/a"}, Field.URL, ["https://herald.example/a"]),
    ],
)
def test_a_key_is_read_as_crawlers_and_interfaces_write_it(
    record: dict[str, object], field: Field, read: list[str]
) -> None:
    """Also in other languages, in parts, and in objects around."""
    claims = one({"body": "The tide was late.", **record}).claims[field]
    found = [claim.value for claim in claims]
    assert [value for value in found if value in read] == read or found == read


def test_what_a_wrapper_says_of_all_its_articles_is_weak_evidence() -> None:
    """Whose they are, and in which language; not its own title."""
    (item,) = parse({"publisher": "Herald", "title": "Feed", "articles": [STORY]})
    assert isinstance(item, RawItem)
    (source,) = item.claims[Field.SOURCE]
    assert (source.value, source.weight < 0.5) == ("Herald", True)
    assert [claim.value for claim in item.claims[Field.HEADLINE]] == ["Tide"]


@pytest.mark.parametrize("key", ["user", "account"])
def test_whose_account_a_message_is_of_is_weak_evidence(key: str) -> None:
    """An author beside it is surer."""
    found = one({"text": FIRST, key: {"id": "5", "name": "Herald"}, "author": "Ann Ek"})
    assert [claim.value for claim in found.claims[Field.AUTHOR]] == ["Ann Ek", "Herald"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("status", "draft"), ("draft", True), ("is_published", False), ("published", False)],
)
def test_a_draft_is_withheld(key: str, value: object) -> None:
    """As the exports of sites mark what they do not show."""
    (claim,) = one({**STORY, key: value}).claims[Field.PUB_STATUS]
    assert claim.value == "withheld"


@pytest.mark.parametrize("key", ["Annuleret", "is_killed", "withdrawn", "deleted"])
def test_a_key_that_says_true_takes_a_text_back(key: str) -> None:
    """The same key stands with `false` at every other text of its agency."""
    told = {"title": "Tide", "body": "The tide was late."}
    assert values(one({**told, key: True}), Field.PUB_STATUS) == ["canceled"]
    assert values(one({**told, key: False}), Field.PUB_STATUS) == []


def test_a_number_of_people_takes_nothing_back() -> None:
    """Reports of crashes and attacks count who was killed."""
    told = {"title": "Tide", "body": "The tide was late.", "killed": 1}
    assert values(one(told), Field.PUB_STATUS) == []


def test_what_is_said_to_editors_is_a_note() -> None:
    """It has a key of its own, and no place in the text."""
    read = one({"title": "Tide", "body": "The tide was late.", "editor_note": "Will be updated"})
    assert read.notes == ("edNote: Will be updated",)
    assert read.body == ("The tide was late.",)
