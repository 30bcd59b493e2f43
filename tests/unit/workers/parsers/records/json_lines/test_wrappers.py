"""Where in a document the articles lie: in arrays, under wrappers, in envelopes of interfaces."""

from __future__ import annotations

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Rejected
from tests.unit.workers.parsers.records.json_lines.records import FIRST, STORY, one, parse


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


def test_an_envelope_and_what_stands_beside_it_are_one_article() -> None:
    """The text lies in one object, the rest in another."""
    item = one({"article": STORY, "meta": {"author": "Ann Ek", "language": "en"}})
    assert item.body == (STORY["body"],)
    assert [claim.value for claim in item.claims[Field.AUTHOR]] == ["Ann Ek"]


def test_articles_under_an_unknown_key_are_found_by_their_look() -> None:
    """A list of objects with texts and headlines is what was meant."""
    assert [item.item for item in parse({"meldungen": [STORY, STORY]})] == ["1", "2"]


def test_the_articles_of_one_object_in_a_list_are_found() -> None:
    """Exports of a blog's database are kept so."""
    export = {"db": [{"meta": {"version": "5"}, "data": {"posts": [STORY, STORY]}}]}
    assert [each.item for each in parse(export)] == ["1", "2"]


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


def test_what_a_server_posted_is_a_list_of_articles() -> None:
    """The outbox of ActivityPub."""
    post = {"type": "Create", "object": {"type": "Note", "content": "<p>The tide was late.</p>"}}
    (item,) = parse({"type": "OrderedCollection", "orderedItems": [post]})
    assert isinstance(item, RawItem)
    assert item.body == ("The tide was late.",)


def test_a_list_of_articles_under_a_key_for_texts_is_no_text() -> None:
    """Titles, times and addresses tell articles from an editor's sections."""
    story = {**STORY, "url": "https://x.example/1"}
    items = parse({"success": 1, "content": {"story": [story, story]}})
    assert [item.item for item in items] == ["1", "2"]
    (item,) = parse({"title": "Tide", "content": {"story": [STORY]}})
    assert item.item == ""


def test_an_article_with_columns_and_data_is_no_table() -> None:
    """Nor are figures by their numbers, however many: one refusal says so."""
    assert one({**STORY, "columns": ["Harbour"], "data": [["Ada"]]}).body == (STORY["body"],)
    with pytest.raises(Rejected):
        parse({"low": {"1": 2, "2": 3}, "high": {"1": 4, "2": 5}})


def test_a_printed_list_of_keywords_that_does_not_end_is_read_at_once() -> None:
    """Each space between its words was tried in two ways."""
    words = "' '".join(f"tide{number}" for number in range(2000))
    assert one({**STORY, "keywords": f"['{words}' it's]"}).body == (STORY["body"],)
    told = one({**STORY, "keywords": "['tide' 'moon']"}).claims[Field.KEYWORD]
    assert [claim.value for claim in told] == ["tide", "moon"]


def test_a_program_as_a_text_is_no_mark() -> None:
    """What has lost its letters has signs alone; the summary in another writing proves nothing."""
    code = "def late(by): return by * 2; print(late(3)); tides = [1, 2, 3]"
    assert one({"title": "潮", "summary": "潮水晚到了。程序如下。", "content": code}).body == (
        code,
    )
