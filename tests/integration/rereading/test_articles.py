"""Files are read again by newer parsers: their articles then say what the files say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.tables import former_readings
from tests.builders import FOREST, FOREST_TEXT, json_lines
from tests.integration.rereading.desks import MENU, Desk, as_menu

if TYPE_CHECKING:
    from shared.domain.article import Article


def test_an_article_that_was_read_badly_says_what_its_file_says(desk: Desk) -> None:
    """Under the id that it had; what it said is kept, the feed and the search know of it."""
    delivery = desk.receive(FOREST_TEXT)
    desk.process([delivery], as_menu)
    [before] = desk.articles()
    assert desk.found("pictures") == [before["id"]]
    end = len(desk.changes())

    assert desk.read_again([delivery]) == [delivery]
    desk.process([delivery])

    [after] = desk.articles()
    assert (after["id"], after["body"]) == (before["id"], "\n\n".join(FOREST))
    row = desk.row(delivery)
    assert (row["outcome"], row["same_as"]) == ("new", None)
    [change] = desk.changes(end)
    assert change["kind"] == "article_reread"
    assert change["detail"]["fields"] == ["body"]
    assert change["detail"]["was"] == "text/0"
    assert desk.found("pictures") == []
    assert desk.found("forest") == [before["id"]]
    with desk.storage.engine.connect() as connection:
        kept = connection.execute(sa.select(former_readings)).one()
    assert (kept.article_id, kept.parser) == (before["id"], "text/0")
    assert kept.reading["body"] == "\n\n".join(MENU)


def test_what_is_read_as_before_changes_nothing(desk: Desk) -> None:
    """The feed stays silent, and the outcome is what it was."""
    delivery = desk.receive(json_lines(3), "three.jsonl")
    desk.process([delivery])
    before, row, end = desk.articles(), desk.row(delivery), len(desk.changes())
    desk.read_again([delivery])
    desk.process([delivery])
    assert desk.articles() == before
    assert desk.changes(end) == []
    assert desk.row(delivery)["outcome"] == row["outcome"]
    assert desk.row(delivery)["items"] == row["items"] == {"new": 3}


def test_items_that_were_not_seen_before_come_and_those_that_are_none_go(desk: Desk) -> None:
    """A file that was read as one article holds three; the one is gone, and the feed says so."""
    delivery = desk.receive(json_lines(3), "three.jsonl")

    def as_one(written: Article) -> Article | None:
        return replace(written, item="") if written.item == "1" else None

    desk.process([delivery], as_one)
    [one] = desk.articles()
    end = len(desk.changes())
    desk.read_again([delivery])
    desk.process([delivery])

    assert [row["item"] for row in desk.articles()] == ["1", "2", "3"]
    assert one["id"] not in {row["id"] for row in desk.articles()}
    kinds = [(each["kind"], each["article_id"]) for each in desk.changes(end)]
    assert kinds[0] == ("article_removed", one["id"])
    assert desk.row(delivery)["items"] == {"new": 3}
    with desk.storage.reading() as reading:
        ended = reading.story(one["story_id"])
    assert ended is None  # nobody else was in it


def test_a_file_that_can_no_longer_be_read_keeps_what_was_read(desk: Desk) -> None:
    """Its articles stay, its outcome stays, and the reason is told."""
    delivery = desk.receive(FOREST_TEXT)
    desk.process([delivery])
    before = desk.articles()
    sha256 = desk.row(delivery)["sha256"]
    with desk.raw.at_hand([sha256]) as at_hand:
        Path(at_hand.file(sha256)).unlink()
    desk.read_again([delivery])
    desk.process([delivery])
    row = desk.row(delivery)
    assert desk.articles() == before
    assert (row["outcome"], row["reason"]) == ("new", "bytes_missing")
    assert row["detail"].endswith("what was read of it before stays")


def test_a_container_of_many_is_read_again_in_pieces(desk: Desk) -> None:
    """More than one transaction's worth: each piece is brought up to date by itself."""
    delivery = desk.receive(json_lines(600), "many.jsonl")

    def shortened(written: Article) -> Article:
        return replace(written, headline=written.headline.lower())

    desk.process([delivery], shortened)
    desk.read_again([delivery])
    desk.process([delivery])
    assert all(row["headline"].startswith("Report") for row in desk.articles())
    assert desk.row(delivery)["items"] == {"new": 600}


def test_what_is_in_quarantine_is_not_opened(desk: Desk) -> None:
    """That is what a replay is for; nor is what waits."""
    bad, waiting = desk.receive(b"", "empty.txt"), desk.receive(FOREST_TEXT)
    desk.process([bad])
    assert desk.read_again([bad, waiting]) == []
