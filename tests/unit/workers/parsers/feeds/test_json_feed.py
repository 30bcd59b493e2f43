"""JSON Feed as bloggers publish it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    until_refused,
    values,
)
from workers.parsers.base import RejectedItem
from workers.parsers.feeds.json_feed import JsonFeed

FEED = JsonFeed()
GOLDEN = Path(__file__).parents[4] / "golden" / "json_feed"


def feed(*entries: object, **more: object) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": entries, **more})


@pytest.mark.parametrize(
    ("entry", "field", "read"),
    [
        ({"id": 7}, Field.GUID, ["7"]),
        ({"url": "https://x.example/1"}, Field.URL, ["https://x.example/1"]),
        ({"title": "The <i>tide</i>"}, Field.HEADLINE, ["The tide"]),
        ({"date_published": "2024-03-05"}, Field.PUBLISHED, ["2024-03-05"]),
        ({"date_modified": "2024-03-06"}, Field.UPDATED, ["2024-03-06"]),
        ({"authors": [{"name": "Ann"}, {"name": "Bo"}]}, Field.AUTHOR, ["Ann", "Bo", "Host"]),
        ({"author": {"name": "Ann"}}, Field.AUTHOR, ["Ann", "Host"]),
        ({"tags": ["sea"]}, Field.KEYWORD, ["sea"]),
        ({"language": "sv"}, Field.LANGUAGE, ["sv", "en"]),
        ({}, Field.SOURCE, ["Notes"]),
    ],
)
def test_a_key_is_a_claim(entry: dict[str, object], field: Field, read: list[str]) -> None:
    """An entry's own before the feed's."""
    whole = feed(
        {"content_text": "The tide was late.", **entry},
        title="Notes",
        language="en",
        authors=[{"name": "Host"}],
    )
    assert values(one(FEED, whole), field) == read


@pytest.mark.parametrize(
    ("entry", "body", "notes"),
    [
        ({"content_html": "<p>One.</p><p>Two.</p>", "content_text": "x"}, ("One.", "Two."), ()),
        ({"content_text": "One.\n\nTwo.", "summary": "x"}, ("One.", "Two."), ()),
        ({"summary": "One."}, ("One.",), ("no full content: the summary stands for it",)),
    ],
)
def test_the_fullest_content_is_the_body(
    entry: dict[str, object], body: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    """A summary is said to be one."""
    found = one(FEED, feed(entry))
    assert (found.body, found.notes) == (body, notes)


def test_what_is_no_entry_is_one_rejected_item() -> None:
    """The others go on, with their own places."""
    found = parse(FEED, feed({"title": "Bare"}, "text", {"content_text": "One."}))
    reasons = [each.rejected.reason for each in found if isinstance(each, RejectedItem)]
    assert reasons == [Reason.NO_ARTICLE, Reason.MALFORMED]
    assert found[2].item == "3"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (feed(), Reason.NO_ARTICLE),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', Reason.MALFORMED),
        (feed({"content_text": "One."})[:-9], Reason.MALFORMED),
        ('{"items": ' + "[" * 100_000, Reason.TOO_DEEP),
    ],
    ids=["empty", "no list", "cut", "deep"],
)
def test_a_feed_that_is_none_is_refused(source: str, reason: Reason) -> None:
    """With the reason."""
    with pytest.raises(Rejected) as caught:
        parse(FEED, source)
    assert caught.value.reason is reason


def test_a_feed_that_breaks_off_gives_what_came_before() -> None:
    """Then it is malformed; half an entry is none."""
    whole = feed({"id": 1, "content_text": "One."}, {"id": 2, "content_text": "Two."})
    found, reason = until_refused(FEED, whole[:-8])
    assert [each.item for each in found] == ["1"]
    assert reason is Reason.MALFORMED


def test_a_feed_above_the_limit_is_too_large() -> None:
    """Before it is read."""
    with pytest.raises(Rejected) as caught:
        parse(FEED, feed({"content_text": "One." * 50}), file_bytes=100)
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (feed(), 0.98),
        (feed().replace("/", "\\/"), 0.98),
        ('{"items": []}', 0),
        ("https://jsonfeed.org/version/1.1", 0),
    ],
)
def test_the_score_follows_the_formats_address(source: str, expected: float) -> None:
    """With slashes escaped or not."""
    assert score(FEED, source) == expected


def test_a_damaged_feed_is_read_or_refused() -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(FEED, (GOLDEN / "blog" / "input.json").read_bytes())
