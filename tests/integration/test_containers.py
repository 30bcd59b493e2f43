"""Containers of many items: they give way, take what memory a piece of them takes, and get on."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from structlog.testing import capture_logs

from shared.clock import now
from shared.config import Settings
from shared.domain.delivery import Lane
from shared.storage.ledger.deliveries import Ledger
from tests.builders import json_lines
from tests.integration.receiving import Receiving
from workers.batches.batch import FULL
from workers.batches.giving_way import LOOK_SECONDS, GivingWay
from workers.batches.steps import Step
from workers.tasks import Tools

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from workers.pipeline import Pipeline


class Desk(Receiving):
    """A worker's pipeline on a store that is handed bytes."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.tools = Tools(settings)

    @property
    def pipeline(self) -> Pipeline:
        """One that looks for live files after every item."""
        always = GivingWay(clock=itertools.count(step=1).__next__)
        return dataclasses.replace(self.tools.pipeline, giving_way=always)

    def expire(self) -> None:
        """Let every lease run out."""
        with self.storage.reading() as reading:
            held = reading.leases()
        with self.storage.unit_of_work() as uow:
            uow.deliveries.expire(held, 1000)
            uow.commit()

    def close(self) -> None:
        """Let go of the databases."""
        self.tools.close()
        self.storage.close()


@pytest.fixture
def desk(home: Path, database_url: str) -> Iterator[Desk]:
    """Give a desk on each database in turn."""
    made = Desk(Settings(home=home, database_url=database_url))
    yield made
    made.close()


def test_a_live_file_does_not_wait_for_the_end_of_an_imported_container(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The child that reads the container takes it in between, though it is the only one."""
    container = desk.receive(json_lines(30), "crawl.jsonl", Lane.BULK)
    live = desk.receive(json_lines(1, first=500), "dropped.jsonl")
    with desk.storage.unit_of_work() as uow:
        uow.deliveries.hinted([live], now())
        uow.commit()

    monkeypatch.setattr("workers.batches.giving_way.GRACE", timedelta(0))
    desk.pipeline.process([container])

    rows = [desk.row(each) for each in (live, container)]
    assert [row["outcome"] for row in rows] == ["new", "new"]
    assert rows[0]["finished_at"] < rows[1]["finished_at"]


def test_a_worker_of_the_bulk_lane_gives_way_to_nobody(home: Path, database_url: str) -> None:
    """Others are there for what is dropped."""
    desk = Desk(Settings(home=home, database_url=database_url, lanes="bulk"))
    live = desk.receive(json_lines(1, first=500), "dropped.jsonl")
    container = desk.receive(json_lines(5), "crawl.jsonl", Lane.BULK)

    desk.pipeline.process([container])

    assert desk.row(live)["state"] == "received"
    assert desk.row(container)["outcome"] == "new"
    desk.close()


def test_it_is_time_to_look_now_and_then() -> None:
    """Not at once, and once for each while."""
    moments = iter([0.0, LOOK_SECONDS / 2, LOOK_SECONDS, LOOK_SECONDS * 1.5, LOOK_SECONDS * 2])
    giving_way = GivingWay(clock=moments.__next__)

    assert [giving_way.is_due() for _ in range(4)] == [False, True, False, True]


def test_what_has_come_of_a_container_is_told_before_its_end(desk: Desk) -> None:
    """Who watches a file of a million articles sees it move, whatever becomes of its items."""
    items = json_lines(FULL) + "\n" + "\n".join("{" for _ in range(FULL)) + "\n" + json_lines(9)
    container = desk.receive(items, "crawl.jsonl", Lane.BULK)
    told: list[dict[str, int] | None] = []

    def look(step: Step) -> None:
        if step is Step.COMMITTED:
            row = desk.row(container)
            told.append(row["items"] if row["state"] == "processing" else None)

    dataclasses.replace(desk.pipeline, after=look).process([container])

    assert told == [{"new": FULL}, {"new": FULL, "quarantined": FULL}, None]
    assert desk.row(container)["items"] == {"new": FULL, "exact_duplicate": 9, "quarantined": FULL}


def test_the_log_tells_how_far_a_long_container_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Now and then, not for each piece; what is read in one piece has its last line alone."""
    monkeypatch.setattr("workers.batches.tally.TOLD_SECONDS", 0.0)
    container = desk.receive(json_lines(2 * FULL + 5), "crawl.jsonl", Lane.BULK)
    small = desk.receive(json_lines(3, first=5000), "small.jsonl", Lane.BULK)
    with capture_logs() as lines:
        desk.pipeline.process([container, small])
    told = [line["items"] for line in lines if line["event"] == "delivery_under_way"]
    assert told == [{"new": FULL}, {"new": 2 * FULL}]


def test_items_that_are_not_taken_are_written_in_pieces(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crawl of a million pages without an article is no million of reasons in memory."""
    broken = "\n".join("{" for _ in range(2 * FULL + 10))
    container = desk.receive(json_lines(1) + "\n" + broken, "crawl.jsonl", Lane.BULK)
    pieces: list[int] = []
    _watch_pieces(monkeypatch, pieces)

    desk.pipeline.process([container])

    row = desk.row(container)
    with desk.storage.reading() as reading:
        kept = reading.rejected_items(container, 10_000)
    assert row["items"] == {"new": 1, "quarantined": 2 * FULL + 10}
    assert len(kept) == 2 * FULL + 10
    assert [count for count in pieces if count] == [FULL, FULL, 10]


def _watch_pieces(monkeypatch: pytest.MonkeyPatch, pieces: list[int]) -> None:
    real = Ledger.reject_items

    def reject_items(self: Ledger, delivery_id: UUID, rejected: Any) -> None:
        pieces.append(len(rejected))
        real(self, delivery_id, rejected)

    monkeypatch.setattr(Ledger, "reject_items", reject_items)


class PowerCut(BaseException):
    """Ends a pipeline as a kill would: nothing of ours catches it."""


def test_a_container_that_gets_further_each_time_is_not_given_up(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Attempts are counted where it stands still: a deployment a day ends no crawl of a week."""
    container = desk.receive(json_lines(3 * FULL, words=20), "crawl.jsonl", Lane.BULK)
    attempts = []
    for last in (FULL + 5, FULL + 5, 2 * FULL + 5):
        with monkeypatch.context() as patched:
            _cut_after(patched, desk, last)
            with pytest.raises(PowerCut):
                desk.pipeline.process([container])
        desk.expire()
        attempts.append(desk.row(container)["attempts"])
    desk.pipeline.process([container])

    assert attempts == [1, 2, 2], "the third came further, and does not count"
    assert desk.row(container)["outcome"] == "new"
    with desk.storage.reading() as reading:
        assert reading.totals()["articles"] == 3 * FULL


def _cut_after(monkeypatch: pytest.MonkeyPatch, desk: Desk, last: int) -> None:
    """Let the reading of this many items go well, and then nothing."""
    reader = desk.tools.pipeline.reader
    real = reader.parsed

    def parsed(*given: Any) -> Iterator[Any]:
        yield from itertools.islice(real(*given), last)
        raise PowerCut

    monkeypatch.setattr(reader, "parsed", parsed)
