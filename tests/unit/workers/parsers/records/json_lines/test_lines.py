"""JSON lines and files of one document: where an item begins, and what costs it alone."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.records.json_lines.records import STORY, parse
from workers.parsers.base import RawFile, RejectedItem
from workers.parsers.records.json_lines import JsonLines


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


def test_values_one_after_the_other_are_records() -> None:
    """As `jq` prints them over several lines, or with a sign before each (RFC 7464)."""
    pretty = "\n".join(json.dumps({**STORY, "id": at}, indent=1) for at in range(3)).encode()
    marked = b"".join(b"\x1e" + json.dumps({**STORY, "id": at}).encode() + b"\n" for at in range(3))
    for data in (pretty, pretty.replace(b"}\n{", b"},\n{"), marked):
        items = [item for item in parse(data) if isinstance(item, RawItem)]
        assert [item.item for item in items] == ["1", "2", "3"]
        told = [item.first(Field.GUID) for item in items if isinstance(item, RawItem)]
        assert told == ["0", "1", "2"]


def test_values_with_something_else_behind_them_are_broken() -> None:
    """The place of the first break is told."""
    with pytest.raises(Rejected) as caught:
        parse(json.dumps(STORY, indent=1).encode() + b"\nand so on")
    assert caught.value.reason is Reason.MALFORMED
    assert "Extra data" in caught.value.detail


def test_what_a_search_engine_is_to_do_is_passed_over() -> None:
    """Its bulk files have a line for that before each record."""
    lines = ['{"index": {"_index": "news", "_id": "7"}}', json.dumps(STORY), '{"create":{}}']
    (item,) = parse("\n".join(lines).encode(), "a.ndjson")
    assert item.item == "2"
    with pytest.raises(Rejected) as caught:
        parse(lines[0].encode(), "a.ndjson")
    assert caught.value.reason is Reason.NO_ARTICLE
