"""Files are read again by newer parsers: the store then answers as one that was filled anew."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa

from shared.clock import now
from shared.config import Settings
from shared.domain.searching import parse
from shared.storage.tables import former_readings
from tests.builders import FOREST, FOREST_TEXT, HARBOUR, HARBOUR_TEXT, json_lines
from tests.integration.receiving import Receiving
from workers.reading import Reader
from workers.rebuild import rebuild
from workers.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from uuid import UUID

    from shared.domain.article import Article
    from workers.parsers.base import RejectedItem
    from workers.reading import Clock, Source

MENU = tuple(f"All of today's news about {word}, with pictures." for word in "abcdefgh")


class Died(BaseException):
    """Stands for a kill: nothing catches it."""


class Older(Reader):
    """A reader that makes of each article what `spoils` does: None leaves it out."""

    def __init__(self, settings: Settings, spoils: Callable[[Article], Article | None]) -> None:
        super().__init__(settings)
        self._spoils = spoils

    def read(self, source: Source, clock: Clock) -> Iterator[Article | RejectedItem]:
        """Yield what an older version would have read."""
        for found in super().read(source, clock):
            spoilt = self._spoils(found)  # type: ignore[arg-type]  # these files have no bad items
            if spoilt is not None:
                yield spoilt


class Desk(Receiving):
    """A store whose files were read by an older version, and can be read by this one."""

    def __init__(self, home: Path, database_url: str) -> None:
        super().__init__(Settings(home=home, database_url=database_url))

    def process(
        self,
        ids: list[UUID],
        spoils: Callable[[Article], Article | None] | None = None,
        after: Callable[[Step], None] = lambda _: None,
    ) -> None:
        """Take deliveries to their outcome, by this version's parsers or by older ones."""
        self.make_pipeline(Older(self.settings, spoils) if spoils else None, after).process(ids)

    def read_again(self, ids: list[UUID]) -> list[UUID]:
        """Open deliveries to be read again."""
        with self.storage.unit_of_work() as uow:
            opened = uow.deliveries.read_again(ids)
            uow.commit()
        return opened

    def articles(self) -> list[dict[str, Any]]:
        """Return all that is stored, by delivery and item."""
        with self.storage.reading() as reading:
            return sorted(reading.export(), key=lambda row: (row["delivery_id"], row["item"]))

    def changes(self, since: int = 0) -> list[dict[str, Any]]:
        """Return the feed."""
        with self.storage.reading() as reading:
            return list(reading.changes(since))

    def found(self, words: str) -> list[UUID]:
        """Return what a search finds, with the index brought up to the feed."""
        with self.storage.unit_of_work() as uow:
            uow.search_index.catch_up(now())
            uow.commit()
        with self.storage.reading() as reading:
            return [row["id"] for row in reading.published(search=parse(words))]


@pytest.fixture
def desk(home: Path, database_url: str) -> Iterator[Desk]:
    """Give a desk on each database in turn."""
    made = Desk(home, database_url)
    yield made
    made.storage.close()


def as_menu(written: Article) -> Article:
    """Take the site's menu for the text, as a wrong reading does."""
    return replace(written, body=MENU, parser="text/0")


def answer(articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what a store answers, without what tells of the arrival."""
    arrival = {"outcome", "received_at", "seq", "verdict", "verdict_of", "since"}
    return [{key: value for key, value in row.items() if key not in arrival} for row in articles]


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


def test_stories_that_a_wrong_reading_joined_are_parted(desk: Desk) -> None:
    """Two pages whose menus were taken for their texts were one story; they are two then."""
    ids = [desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT), desk.receive(FOREST_TEXT + "\n")]
    desk.process(ids, as_menu)
    assert len({row["story_id"] for row in desk.articles()}) == 1
    desk.read_again(ids[:2])
    desk.process(ids[:2])
    desk.read_again(ids[2:])
    desk.process(ids[2:])

    forest, harbour, again = desk.articles()
    assert forest["story_id"] == again["story_id"] != harbour["story_id"]
    assert rebuild(desk.storage) == 0
    heads = {row["id"] for row in desk.articles() if row["canonical"]}
    assert len(heads) == 2


def test_a_store_that_was_read_again_answers_as_one_that_was_filled_anew(
    desk: Desk, database_url: str
) -> None:
    """Versions, copies and what they join come out the same, in whatever order they are reread."""
    cut = "City buys old forest\n\n" + "\n\n".join(FOREST[:4]) + "\n"
    first = json.dumps({"headline": "Ship aground", "body": HARBOUR[:3], "id": "ship-2026-aground"})
    later = json.dumps({"headline": "Ship freed", "body": HARBOUR, "id": "ship-2026-aground"})
    files = {"a.txt": FOREST_TEXT, "b.txt": cut, "c.json": first, "d.json": later}
    ids = desk.receive_all(files)

    def spoilt(written: Article) -> Article:
        return replace(written, headline="Home", body=MENU, guid=None, published_at=now())

    desk.process(ids, spoilt)
    for one in reversed(ids):
        desk.read_again([one])
        desk.process([one])
    reread = answer(desk.articles())
    assert rebuild(desk.storage) == 0
    assert answer(desk.articles()) == reread
    assert [row["current"] for row in reread] == [True, True, False, True]
    stories = [row["story_id"] for row in reread]
    assert stories[0] == stories[1] != stories[2] == stories[3]


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
        at_hand.path(sha256).unlink()
    desk.read_again([delivery])
    desk.process([delivery])
    row = desk.row(delivery)
    assert desk.articles() == before
    assert (row["outcome"], row["reason"]) == ("new", "bytes_missing")
    assert row["detail"].endswith("what was read of it before stays")


def test_a_redelivery_meanwhile_is_one(desk: Desk) -> None:
    """Its bytes are known, though just being read again; both end, in either order."""
    delivery = desk.receive(FOREST_TEXT)
    desk.process([delivery], as_menu)
    desk.read_again([delivery])
    twin, later = desk.receive(FOREST_TEXT, "twin.txt"), desk.receive(FOREST_TEXT, "later.txt")
    desk.process([twin])
    desk.process([later, delivery])

    assert desk.row(twin)["outcome"] == "redelivery"
    assert desk.row(later)["outcome"] == "redelivery"
    assert desk.row(delivery)["outcome"] == "new"
    [after] = desk.articles()
    assert after["body"] == "\n\n".join(FOREST)


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


@pytest.mark.parametrize("step", Step)
def test_a_worker_that_dies_at_any_step_leaves_what_can_be_read_again(
    desk: Desk, step: Step
) -> None:
    """The next one comes to the same: one article, changed once."""
    delivery = desk.receive(json_lines(2), "two.jsonl")
    desk.process([delivery], as_menu)
    end = len(desk.changes())
    desk.read_again([delivery])

    def dies(at: Step) -> None:
        if at is step:
            raise Died

    with pytest.raises(Died):
        desk.process([delivery], after=dies)
    with desk.storage.reading() as reading:
        holders = reading.leases()
    with desk.storage.unit_of_work() as uow:
        uow.deliveries.expire(holders, 1000)
        uow.commit()
    desk.process([delivery])

    assert all(row["body"] != "\n\n".join(MENU) for row in desk.articles())
    changed = [each["kind"] for each in desk.changes(end) if each["kind"] == "article_reread"]
    assert len(changed) == 2
    assert desk.row(delivery)["items"] == {"new": 1, "exact_duplicate": 1}
    assert rebuild(desk.storage) == 0


def test_what_is_in_quarantine_is_not_opened(desk: Desk) -> None:
    """That is what a replay is for; nor is what waits."""
    bad, waiting = desk.receive(b"", "empty.txt"), desk.receive(FOREST_TEXT)
    desk.process([bad])
    assert desk.read_again([bad, waiting]) == []
