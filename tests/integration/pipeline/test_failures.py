"""What becomes of deliveries when parsers, workers and disks fail."""

from __future__ import annotations

import errno
import gzip
import json
import threading
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from shared.clock import now
from shared.raw import FolderStore
from shared.storage import Storage
from tests.builders import FOREST_TEXT, HARBOUR_TEXT, json_lines
from tests.integration.pipeline.conftest import Desk
from workers.batches.steps import Step
from workers.dedup.texts.fingerprint import fingerprints
from workers.limits import time_and_memory
from workers.limits.time_and_memory import end_soon
from workers.parsers.records.json_lines import JsonLines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shared.domain.article import Article
    from shared.domain.story import Fingerprint
    from workers.parsers.base import ParseContext, Parsed, RawFile

AWAY = "postgresql+psycopg://nobody@:5432/nothing?host=/nowhere"
"""A database that cannot be reached."""


def test_a_file_that_kills_its_workers_is_quarantined_after_three(desk: Desk) -> None:
    """A claim that ends in silence counts; the fourth ends the delivery, unread."""
    poison = desk.receive(FOREST_TEXT)
    for _ in range(3):
        with desk.storage.unit_of_work() as uow:
            moment = now()
            uow.deliveries.claim([poison], owner="killed", now=moment, until=moment)
            uow.commit()
        desk.expire()
    desk.pipeline.process([poison])

    row = desk.row(poison)
    assert (row["outcome"], row["reason"]) == ("quarantined", "worker_killed")
    assert "each of the 3 times" in row["detail"]
    assert desk.articles() == []


def test_half_a_character_ends_no_batch(desk: Desk) -> None:
    """JSON can hold one in a key, an id or a name: the reason quotes it, the article has a sign."""
    quoted = desk.receive('{"x\\ud83d": 1}', "quoted.json")
    story = {"id": "\ud83d", "headline": "Ferry \ud83d", "url": "http://x.example/\ud83d"}
    named = desk.receive(json.dumps(story | {"body": FOREST_TEXT}), "named.json")
    desk.pipeline.process([quoted, named])

    assert (desk.row(quoted)["reason"], desk.row(named)["outcome"]) == ("no_article", "new")
    assert "x\\ud83d" in desk.row(quoted)["detail"]
    [article] = desk.articles()
    assert article["headline"] == "Ferry \ufffd"


def test_a_worker_that_lost_its_lease_writes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another may have the delivery by now; the attempt is forgiven, for it killed no one."""
    delivery_id = desk.receive(FOREST_TEXT)
    parsed = desk.pipeline.reader.parsed

    def slow(*given: Any) -> Any:
        desk.expire()
        yield from parsed(*given)

    monkeypatch.setattr(desk.pipeline.reader, "parsed", slow)
    desk.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["state"], row["attempts"]) == ("received", 0)
    assert desk.articles() == []


def test_a_container_that_was_lost_is_read_no_further(desk: Desk) -> None:
    """Nothing more of it may be written, and it may keep a pool child for hours."""
    read: list[Step] = []

    def lose(step: Step) -> None:
        read.append(step)
        if step is Step.COMMITTED:
            desk.expire()

    container = desk.receive(json_lines(600), name="many.jsonl")
    desk.make_pipeline(after=lose).process([container])

    assert Step.READ not in read, "it was not read to its end"
    assert read.count(Step.COMMITTED) == 2, "one piece, and the one that was not held any more"
    assert len(desk.articles()) == 256


@pytest.mark.parametrize("told_after", [0.0, 0.05], ids=["before", "while it waits"])
def test_a_worker_that_ends_while_the_database_is_away_leaves_its_message_to_the_ledger(
    desk: Desk, told_after: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No task fails by it: nothing was claimed, and the next worker takes all."""
    delivery_id = desk.receive(FOREST_TEXT)
    with monkeypatch.context() as told, closing(Storage.open(AWAY)) as away:
        told.setattr(time_and_memory._State, "ending", told_after == 0)
        soon = threading.Timer(told_after, end_soon)
        soon.start()
        assert replace(desk.pipeline, storage=away).process([delivery_id]) == 0
        soon.join()

    assert desk.row(delivery_id)["attempts"] == 0
    assert desk.pipeline.process([delivery_id]) == 1
    assert desk.row(delivery_id)["outcome"] == "new"


def test_a_failing_disk_gives_the_delivery_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the disk is not the file's fault: it waits, and its attempt does not count."""
    sick, well = desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT)
    assert isinstance(desk.pipeline.raw, FolderStore)
    file = desk.pipeline.raw.file

    def fail(sha256: str) -> str:
        if sha256 == desk.row(sick)["sha256"]:
            message = "Input/output error"
            raise OSError(5, message)
        return file(sha256)

    monkeypatch.setattr(FolderStore, "file", lambda _self, sha256: fail(sha256))
    desk.pipeline.process([sick, well])

    row = desk.row(sick)
    assert (row["state"], row["attempts"]) == ("received", 0)
    assert row["not_before"] > now()
    assert desk.row(well)["outcome"] == "new"


def test_what_fails_beside_the_file_gives_the_delivery_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a language or a zone the first article loads what is known of it, from the disk."""
    delivery_id = desk.receive(FOREST_TEXT)

    def fail(*_given: Any, **_named: Any) -> Any:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("workers.reading.normalise", fail)
    desk.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["state"], row["attempts"], row["reason"]) == ("received", 0, None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (IndexError("index out of range"), "IndexError: index out of range"),
        (gzip.BadGzipFile("CRC check failed"), "BadGzipFile: CRC check failed"),
        (OSError(errno.EINVAL, "Invalid argument"), "Invalid argument"),
    ],
)
def test_a_defect_of_a_parser_is_a_reason_and_not_the_end_of_the_batch(
    error: Exception, said: str, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Whatever a parser raises, its file is quarantined as `parser_failed`.

    What a library calls an `OSError`, as gzip does broken bytes, is none of the disk: the file
    would be given back for ever.
    """
    broken = desk.receive(FOREST_TEXT)

    def fail(*_given: Any) -> Any:
        raise error
        yield

    monkeypatch.setattr("workers.parsers.registry.read", fail)
    desk.pipeline.process([broken])

    row = desk.row(broken)
    assert row["reason"] == "parser_failed"
    assert said in row["detail"]


def test_a_defect_of_ours_in_the_transaction_ends_in_a_reason(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be decided is tried again alone, three times, and then quarantined."""
    ids = [desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT)]

    def fail(*_given: Any) -> Any:
        message = "buffer size"
        raise ValueError(message)

    with monkeypatch.context() as patched:
        patched.setattr("workers.pipeline.decide", fail)
        desk.pipeline.process(ids)
        assert [desk.row(each)["attempts"] for each in ids] == [1, 1]
        for _ in range(3):
            desk.pipeline.process(ids[:1])
    desk.pipeline.process(ids[1:])

    assert desk.row(ids[0])["reason"] == "worker_killed"
    assert desk.row(ids[1])["outcome"] == "new"


def test_an_article_whose_fingerprint_fails_costs_the_others_of_its_message_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are fingerprinted together; after a defect each comes again alone."""
    bad, good = desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT)

    def failing(articles: Sequence[Article]) -> list[Fingerprint]:
        if any(each.headline == "City buys old forest" for each in articles):
            message = "buffer size"
            raise ValueError(message)
        return fingerprints(articles)

    monkeypatch.setattr("workers.batches.gathered.fingerprints", failing)
    desk.pipeline.process([bad, good])
    assert [desk.row(each)["state"] for each in (bad, good)] == ["received", "received"]
    for _ in range(3):
        desk.pipeline.process([bad])
    desk.pipeline.process([good])

    assert desk.row(bad)["reason"] == "worker_killed"
    assert desk.row(good)["outcome"] == "new"


def test_a_file_that_takes_too_long_is_quarantined(
    home: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit of time ends a parser that would never end."""
    desk = Desk(home, sqlite_url)
    desk.pipeline.reader._seconds = 0.1

    def forever(*_given: Any) -> Any:
        while True:
            pass
        yield

    monkeypatch.setattr("workers.parsers.registry.read", forever)
    slow = desk.receive(FOREST_TEXT)
    desk.pipeline.process([slow])

    assert desk.row(slow)["reason"] == "too_slow"
    desk.storage.close()


def test_a_member_that_takes_too_long_costs_nothing_but_itself(
    home: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The alarm rings in it; the rest of the archive is read, and nothing of it twice."""
    desk = Desk(home, sqlite_url)
    desk.pipeline.reader._seconds = 0.2
    whole = JsonLines.parse

    def parse(self: JsonLines, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        yield from whole(self, file, context)
        while file.name == "slow.jsonl":
            pass

    monkeypatch.setattr(JsonLines, "parse", parse)
    sink = BytesIO()
    with ZipFile(sink, "w") as archive:
        for number, name in enumerate(("first", "slow", "last")):
            archive.writestr(f"{name}.jsonl", json_lines(2, first=number * 100))
    delivery_id = desk.receive(sink.getvalue(), name="all.zip")
    desk.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["outcome"], row["items"]) == ("new", {"new": 6, "quarantined": 1})
    assert len(desk.articles()) == 6
    with desk.storage.reading() as reading:
        [refused] = reading.rejected_items(delivery_id)
    assert (refused["item"], refused["reason"]) == ("slow.jsonl", "too_slow")
    desk.storage.close()
