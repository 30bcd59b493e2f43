"""Records without a text of their own: what may stand for one, and what is no article."""

from __future__ import annotations

import json

import pytest

from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.records.json_lines.records import one, parse
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.records.json_lines import JsonLines


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


@pytest.mark.parametrize("mark", ["[Removed]", "null", "N/A"])
def test_a_mark_in_the_place_of_a_text_is_none(mark: str) -> None:
    """Interfaces leave one where a publisher withdrew its text."""
    content = json.dumps({"title": "Tide", "content": mark}).encode()
    with pytest.raises(Rejected) as refused:
        list(JsonLines().parse(RawFile(name="a", content=content), ParseContext()))
    assert refused.value.reason is Reason.NO_ARTICLE


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


@pytest.mark.parametrize(
    "record",
    [
        {"description": "Forum on tides", "startDate": "2022-06-15", "endDate": "2022-06-16",
         "venue": "Pier Hotel"},
        {"title": "Tide day", "timeStart": "2016-09-05T09:00", "timeEnd": "2016-09-05T16:00",
         "alldayevent": "false", "content": "A day about the tide."},
    ],
)  # fmt: skip
def test_what_somebody_plans_is_no_article(record: dict[str, object]) -> None:
    """A calendar says when it begins and ends, and in which hall; what it is about is short."""
    with pytest.raises(Rejected, match="an event of a calendar, with what it is about"):
        parse(record)


def test_a_report_with_the_times_of_an_event_is_an_article() -> None:
    """It tells more than what the event is about."""
    story = "The fair was long.\n\nIt was loud.\n\nIt was late."
    told = {
        "title": "Fair",
        "start": "2024-03-05",
        "end": "2024-03-06",
        "venue": "Hall",
        "text": story,
    }
    assert len(one(told).body) == 3


def test_a_signed_review_of_an_event_is_an_article() -> None:
    """However short it is: nobody signs what a calendar says of it."""
    told = {
        "title": "A fine evening",
        "start_date": "2024-03-05",
        "end_date": "2024-03-06",
        "venue": "Hall",
        "byline": "By Ada Brook",
        "text": "The concert was long, and nobody left before its end.",
    }
    assert len(one(told).body) == 1
