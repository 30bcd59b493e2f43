"""JSON in the shapes in which people write articles down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from workers.parsers.base import Limits, ParseContext, RawFile, RejectedItem
from workers.parsers.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workers.parsers.base import Parsed

STORY = {"title": "Tide", "body": "The tide was late by eleven minutes."}


def parse(data: object, name: str = "a.json", **limits: int) -> list[Parsed]:
    content = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    file = RawFile(name=name, content=content)
    return list(JsonLines().parse(file, ParseContext(limits=Limits(**limits))))


def one(record: Mapping[str, object]) -> RawItem:
    (item,) = parse(record)
    assert isinstance(item, RawItem)
    return item


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
    ],
)
def test_a_key_is_read_as_people_write_it(
    key: str, field: Field, written: object, read: list[str]
) -> None:
    """Texts, numbers, objects with a name and lists of them give one claim a value."""
    claims = one({"body": "The tide was late.", key: written}).claims[field]
    assert [claim.value for claim in claims] == read
    assert {claim.source for claim in claims} == {f"json key {key}"}


def test_lines_are_items_named_by_their_numbers() -> None:
    """A blank line counts as a line and is no item."""
    data = b"\n".join([json.dumps(STORY).encode(), b"", json.dumps(STORY).encode()])
    assert [item.item for item in parse(data, "a.jsonl")] == ["1", "3"]


def test_a_bad_line_is_one_rejected_item_and_the_file_goes_on() -> None:
    """The reason names the line."""
    good = json.dumps(STORY).encode()
    first, bad, last = parse(good + b'\n{"title": "Ti\n' + good, "a.jsonl")
    assert isinstance(first, RawItem)
    assert isinstance(last, RawItem)
    assert isinstance(bad, RejectedItem)
    assert bad.item == "2"
    assert bad.rejected.reason is Reason.MALFORMED
    assert "line 2" in bad.rejected.detail


def test_a_line_above_the_limit_is_passed_over() -> None:
    """The lines behind it are still read."""
    good = json.dumps(STORY).encode()
    long, last = parse(b'{"body": "' + b"x" * 5000 + b'"}\n' + good, "a.jsonl", file_bytes=1000)
    assert isinstance(long, RejectedItem)
    assert long.rejected.reason is Reason.TOO_LARGE
    assert (last.item, isinstance(last, RawItem)) == ("2", True)


def test_lines_are_known_without_the_name() -> None:
    """Two objects on two lines are JSON lines under any name."""
    data = b"\n".join([json.dumps(STORY).encode()] * 2)
    assert [item.item for item in parse(data, "dump")] == ["1", "2"]


@pytest.mark.parametrize(
    "wrapped",
    [
        [STORY, STORY],
        {"articles": [STORY, STORY]},
        {"status": "ok", "data": {"items": [STORY, STORY]}},
        {"hits": {"hits": [{"_source": STORY}, {"_source": STORY}]}},
    ],
    ids=["array", "articles", "data.items", "hits.hits._source"],
)
def test_a_wrapper_gives_its_articles(wrapped: object) -> None:
    """They are named by their places, from 1."""
    items = parse(wrapped)
    assert [item.item for item in items] == ["1", "2"]
    assert all(isinstance(item, RawItem) and item.body == (STORY["body"],) for item in items)


def test_a_single_object_is_the_one_item() -> None:
    """It needs no name."""
    assert one(STORY).item == ""


def test_markup_in_the_body_becomes_paragraphs() -> None:
    """Figures and scripts go; entities are read; two breaks in a row part paragraphs."""
    body = (
        "<p>First &amp; foremost.</p><figure><figcaption>A boat</figcaption></figure>"
        "<div>Second<br>line.<br><br>Third.</div><script>x()</script>"
    )
    assert one({"body": body}).body == ("First & foremost.", "Second line.", "Third.")


def test_a_summary_stands_for_a_missing_body_and_is_said_to() -> None:
    """The note keeps anybody from taking it for the whole text."""
    item = one({"title": "Tide", "description": "The tide was late."})
    assert item.body == ("The tide was late.",)
    assert item.notes == ("no body: the summary stands for it",)


def test_a_record_without_text_is_no_article() -> None:
    """The reason lists the keys that were there."""
    with pytest.raises(Rejected) as caught:
        parse({"title": "Tide", "url": "https://example.org"})
    assert caught.value.reason is Reason.NO_ARTICLE
    assert "title, url" in caught.value.detail


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"title": "Ti', Reason.MALFORMED),
        (b"[" * 100_000, Reason.TOO_DEEP),
        (b"[]", Reason.NO_ARTICLE),
        (b"  \n ", Reason.EMPTY),
    ],
)
def test_broken_json_is_refused_with_its_reason(data: bytes, reason: Reason) -> None:
    """No other exception comes out."""
    with pytest.raises(Rejected) as caught:
        parse(data)
    assert caught.value.reason is reason


def test_json_that_is_not_utf_8_is_read() -> None:
    """A file from an old system in windows-1252 keeps its letters."""
    (item,) = parse(
        '{"title": "Ebbe", "body": "Das Hochwasser kam spät über die Brücke."}'.encode("cp1252")
    )
    assert isinstance(item, RawItem)
    assert item.body == ("Das Hochwasser kam spät über die Brücke.",)


@pytest.mark.parametrize(
    ("content", "least", "most"),
    [
        (b'{"title": "a", "body": "b"}', 0.7, 1),
        (b'\xef\xbb\xbf[{"headline": "a", "text": "b"}]', 0.7, 1),
        (b'{"rows": 4}', 0.1, 0.7),
        (b"<html>", 0, 0),
        (b"[Music] The band came on late.", 0, 0),
    ],
)
def test_the_score_follows_the_keys(content: bytes, least: float, most: float) -> None:
    """JSON with the keys of an article is surely this parser's; other text is not."""
    assert least <= JsonLines().score(RawFile(name="a", content=content)) <= most


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


def test_an_envelope_and_what_stands_beside_it_are_one_article() -> None:
    """The text lies in one object, the rest in another."""
    item = one({"article": STORY, "meta": {"author": "Ann Ek", "language": "en"}})
    assert item.body == (STORY["body"],)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ann Ek"]


def test_what_a_wrapper_says_of_all_its_articles_is_weak_evidence() -> None:
    """Whose they are, and in which language; not its own title."""
    (item,) = parse({"publisher": "Herald", "title": "Feed", "articles": [STORY]})
    assert isinstance(item, RawItem)
    (source,) = item.claims[Field.SOURCE]
    assert (source.value, source.weight < 0.5) == ("Herald", True)
    assert [claim.value for claim in item.claims[Field.HEADLINE]] == ["Tide"]


def test_articles_under_an_unknown_key_are_found_by_their_look() -> None:
    """A list of objects with texts and headlines is what was meant."""
    assert [item.item for item in parse({"meldungen": [STORY, STORY]})] == ["1", "2"]


def test_a_text_that_the_provider_cut_off_says_so() -> None:
    """The mark is no text."""
    item = one({"title": "Tide", "content": "The tide was late by eleven… [+1234 chars]"})
    assert item.body == ("The tide was late by eleven …",)
    assert item.notes == ("the provider cut the text off: 1234 characters are missing",)


def test_the_blocks_of_an_editor_are_paragraphs() -> None:
    """Pictures and links between them are none; pieces of one block are one paragraph."""
    blocks = [
        {"type": "paragraph", "content": [{"type": "text", "text": "The "}, {"text": "tide."}]},
        {"type": "image", "caption": "A boat", "url": "a.jpg"},
        {"_type": "block", "children": [{"_type": "span", "text": "It was late."}]},
    ]
    assert one({"title": "Tide", "body": blocks}).body == ("The tide.", "It was late.")


@pytest.mark.parametrize("mark", ["[Removed]", "null", "N/A"])
def test_a_mark_in_the_place_of_a_text_is_none(mark: str) -> None:
    """Interfaces leave one where a publisher withdrew its text."""
    content = json.dumps({"title": "Tide", "content": mark}).encode()
    with pytest.raises(Rejected) as refused:
        list(JsonLines().parse(RawFile(name="a", content=content), ParseContext()))
    assert refused.value.reason is Reason.NO_ARTICLE


@pytest.mark.parametrize("key", ["article", "document"])
def test_a_text_under_a_loose_key_is_the_body_where_there_is_no_other(key: str) -> None:
    """Sets for research have it so; a word under that key is no text."""
    text = "The tide was late by eleven minutes. " * 4
    assert one({key: text, "summary": "A late tide."}).body == (text.strip(),)
    assert one({key: "A-17", "summary": "A late tide."}).body == ("A late tide.",)
    assert one({key: text, "body": "The tide was late."}).body == ("The tide was late.",)


def test_a_text_that_was_set_in_lines_has_its_paragraphs_back() -> None:
    """Lines that are full go on; a blank line or a first line that stands in parts them."""
    set_in_lines = (
        "The tide was late by eleven minutes on Tuesday, and\nnobody in the harbour could say "
        "why that was so, or\nwhether it had ever happened.\n   The pilots, who had waited since "
        "the early\nmorning, went home.\n Reuter\n"
    )
    body = one({"title": "Tide", "text": set_in_lines}).body
    assert [part[:10] for part in body] == ["The tide w", "The pilots"]
    assert body[-1].endswith("went home.")


def test_the_articles_of_one_object_in_a_list_are_found() -> None:
    """Exports of a blog's database are kept so."""
    export = {"db": [{"meta": {"version": "5"}, "data": {"posts": [STORY, STORY]}}]}
    assert [each.item for each in parse(export)] == ["1", "2"]


FIRST, SECOND = "The tide was late by eleven minutes.", "Nobody could say why."
BOTH = (FIRST, SECOND)


@pytest.mark.parametrize(
    "body",
    [
        {"ops": [{"insert": f"{FIRST}\n"}, {"insert": {"image": "a.jpg"}}, {"insert": SECOND}]},
        {"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": one}]}
                               for one in BOTH]}},
        {"*": f"<p>{FIRST}</p><p>{SECOND}</p>"},
        [{"type": "bold", "text": "The tide"}, f"{FIRST[8:]}\n\n{SECOND}"],
        [FIRST, {"type": "image", "text": "The tide."}, SECOND],
        [FIRST, {"text": SECOND}],
        ["The ", {"type": "link", "text": "tide"}, f"{FIRST[8:]}\n", {"text": SECOND}],
    ],
)  # fmt: skip
def test_the_documents_of_more_editors_are_paragraphs(body: object) -> None:
    """Changes that made a text, trees under `root`, a wiki's `*`, pieces of one text."""
    assert one({"title": "Tide", "body": body}).body == BOTH


@pytest.mark.parametrize(
    "record",
    [
        {"data": {"children": [{"kind": "t3", "data": {"title": "Tide", "selftext": FIRST}}]}},
        {"query": {"pages": {"12": {"title": "Tide", "extract": " ".join([FIRST] * 4)}}}},
        {"parse": {"title": "Tide", "text": {"*": f"<p>{FIRST}</p>"}}},
        {"name": "Herald", "messages": [{"title": "Tide", "text": [FIRST, {"text": ""}]}]},
    ],
)  # fmt: skip
def test_the_answers_of_forums_wikis_and_messengers_hold_articles(
    record: dict[str, object],
) -> None:
    """Each under keys of its own, wikis each page at its number."""
    found = one(record)
    assert FIRST in found.body[0]
    assert found.first(Field.HEADLINE) == "Tide"


def test_a_text_that_was_cut_off_needs_no_plus_to_say_so() -> None:
    """Two interfaces mark it, each in its way."""
    found = one({"title": "Tide", "content": "The tide was late... [120 chars]"})
    assert found.body == ("The tide was late …",)


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


def test_sections_have_their_headings_above_their_paragraphs() -> None:
    """The text of extractors that keep both apart."""
    sections = [
        {"headline": [], "paragraphs": ["It rose."]},
        {"headline": ["Ebb"], "paragraphs": ["It fell."]},
    ]
    assert one({"title": "Tide", "body": {"sections": sections}}).body == (
        "It rose.",
        "Ebb",
        "It fell.",
    )


def test_what_a_server_posted_is_a_list_of_articles() -> None:
    """The outbox of ActivityPub."""
    post = {"type": "Create", "object": {"type": "Note", "content": "<p>The tide was late.</p>"}}
    (item,) = parse({"type": "OrderedCollection", "orderedItems": [post]})
    assert isinstance(item, RawItem)
    assert item.body == ("The tide was late.",)


@pytest.mark.parametrize(
    "record",
    [
        {"name": "gull", "version": "1.0", "description": "Reads the news of the coast."},
        {"$schema": "x", "title": "Gull", "description": "Reads the news.", "type": "object"},
        {"id": "7", "type": "object", "description": "Reads the news of the coast."},
    ],
)
def test_what_describes_a_program_is_no_article(record: dict[str, object]) -> None:
    """A package's settings, a schema: they have a description, and no title and no time."""
    with pytest.raises(Rejected, match="settings or data of a program") as refused:
        parse(record)
    assert refused.value.reason is Reason.NO_ARTICLE


def test_a_long_description_is_a_text() -> None:
    """As crawlers keep it beside an address alone; a program's is a sentence."""
    story = "The tide was late, and the harbour office could not say why it was so. " * 4
    assert one({"url": "https://x.example/tide", "description": story}).notes
    with pytest.raises(Rejected, match="settings or data of a program"):
        parse({"$schema": "x", "description": story})


@pytest.mark.parametrize("more", [{"title": "Tide"}, {"date": "2026-05-12"}])
def test_a_summary_with_a_title_or_a_time_stands_for_the_text(more: dict[str, object]) -> None:
    """As services that search for news answer; the item says so."""
    assert one({"description": "The tide was late.", **more}).notes
