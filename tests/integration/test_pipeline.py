"""The pipeline in this process, on real databases: what becomes of deliveries, whatever happens."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from shared.clock import now
from shared.config import Settings
from shared.raw import FolderStore
from tests.builders import FOREST, FOREST_TEXT, HARBOUR, json_lines
from tests.integration.receiving import Receiving
from workers.dedup.fingerprint import fingerprints
from workers.parsers.json_lines import JsonLines
from workers.steps import Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from shared.domain.article import Article
    from shared.domain.story import Fingerprint
    from workers.parsers.base import ParseContext, Parsed, RawFile

HARBOUR_TEXT = "Ship aground at harbour mouth\n\n" + "\n\n".join(HARBOUR) + "\n"


class Desk(Receiving):
    """A pipeline on a store that is handed bytes."""

    def __init__(self, home: Path, database_url: str) -> None:
        super().__init__(Settings(home=home, database_url=database_url))
        self.pipeline = self.make_pipeline()

    def articles(self) -> list[dict[str, Any]]:
        """Return all that is stored."""
        with self.storage.reading() as reading:
            return list(reading.export())

    def expire(self) -> None:
        """Let every lease run out."""
        with self.storage.reading() as reading:
            holders = reading.leases()
        with self.storage.unit_of_work() as uow:
            uow.deliveries.expire(holders, 1000)
            uow.commit()


@pytest.fixture
def desk(home: Path, database_url: str) -> Iterator[Desk]:
    """Give a desk on each database in turn."""
    made = Desk(home, database_url)
    yield made
    made.storage.close()


def test_a_batch_of_two_stories_is_stored(desk: Desk) -> None:
    """Two deliveries in one message give two articles, each with its provenance."""
    ids = [desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT)]

    assert desk.pipeline.process(ids, "task-1") == 2

    assert [desk.row(each)["outcome"] for each in ids] == ["new", "new"]
    forest, harbour = sorted(desk.articles(), key=lambda each: each["headline"])
    assert forest["headline"] == "City buys old forest"
    assert forest["body"] == "\n\n".join(FOREST)
    assert forest["provenance"]["headline"]["source"]
    assert harbour["delivery_id"] == ids[1]


def test_a_second_message_does_nothing(desk: Desk) -> None:
    """Work that is done is not done again."""
    delivery_id = desk.receive(FOREST_TEXT)

    assert desk.pipeline.process([delivery_id]) == 1
    assert desk.pipeline.process([delivery_id]) == 0
    assert len(desk.articles()) == 1


def test_a_message_as_large_as_a_transaction_takes_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last of its files ends with the others: no second transaction says that it is read."""
    monkeypatch.setattr("workers.pipeline.FULL", 4)
    contents = {f"{n}.txt": f"Story {n}\n\n" + "\n\n".join(FOREST[n:]) + "\n" for n in range(4)}
    steps: list[Step] = []

    desk.make_pipeline(after=steps.append).process(desk.receive_all(contents))

    assert steps.count(Step.READ) == 4
    assert steps.count(Step.COMMITTED) == 1


def test_the_same_bytes_again_are_a_redelivery(desk: Desk) -> None:
    """Known bytes are not even read, and the ledger names the first delivery."""
    first = desk.receive(FOREST_TEXT)
    desk.pipeline.process([first])
    second = desk.receive(FOREST_TEXT, name="again.txt")
    desk.pipeline.process([second])

    row = desk.row(second)
    assert (row["outcome"], row["same_as"]) == ("redelivery", first)
    assert len(desk.articles()) == 1


def test_the_same_bytes_in_one_batch_are_read_once(desk: Desk) -> None:
    """Of three deliveries of the same bytes in one message, one is new and two are redeliveries."""
    ids = [desk.receive(FOREST_TEXT, name=f"{number}.txt") for number in range(3)]
    desk.pipeline.process(ids)

    rows = [desk.row(each) for each in ids]
    assert [row["outcome"] for row in rows] == ["new", "redelivery", "redelivery"]
    assert [row["same_as"] for row in rows] == [None, ids[0], ids[0]]


def test_a_bad_file_is_laid_aside_with_its_reason_and_the_rest_goes_on(desk: Desk) -> None:
    """The bytes and `reason.json` lie in the quarantine; its neighbours are stored."""
    bad, good = desk.receive(bytes(range(256)) * 40, name="noise.bin"), desk.receive(FOREST_TEXT)
    desk.pipeline.process([bad, good])

    row = desk.row(bad)
    assert (row["outcome"], row["reason"]) == ("quarantined", "not_text")
    assert desk.row(good)["outcome"] == "new"
    kept = desk.settings.quarantine / bad.hex
    assert (kept / "noise.bin").read_bytes() == bytes(range(256)) * 40
    assert "not_text" in (kept / "reason.json").read_text()


def test_a_replayed_file_that_fails_again_is_quarantined_again(desk: Desk) -> None:
    """A replay is a new try, not a new delivery."""
    bad = desk.receive(b"", name="empty.txt")
    desk.pipeline.process([bad])
    with desk.storage.unit_of_work() as uow:
        assert uow.deliveries.reopen([bad], words=["quarantined"]) == [bad]
        uow.commit()
    desk.pipeline.process([bad])

    assert (desk.row(bad)["outcome"], desk.row(bad)["reason"]) == ("quarantined", "empty")


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


def test_a_worker_that_lost_its_lease_writes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another may have the delivery by now; the attempt is forgiven, for it killed no one."""
    delivery_id = desk.receive(FOREST_TEXT)
    read = desk.pipeline.reader.read

    def slow(*given: Any) -> Any:
        desk.expire()
        yield from read(*given)

    monkeypatch.setattr(desk.pipeline.reader, "read", slow)
    desk.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["state"], row["attempts"]) == ("received", 0)
    assert desk.articles() == []


def test_a_failing_disk_gives_the_delivery_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the disk is not the file's fault: it waits, and its attempt does not count."""
    sick, well = desk.receive(FOREST_TEXT), desk.receive(HARBOUR_TEXT)
    assert isinstance(desk.pipeline.raw, FolderStore)
    path = desk.pipeline.raw.path

    def fail(sha256: str) -> Path:
        if sha256 == desk.row(sick)["sha256"]:
            message = "Input/output error"
            raise OSError(5, message)
        return path(sha256)

    monkeypatch.setattr(FolderStore, "path", lambda _self, sha256: fail(sha256))
    desk.pipeline.process([sick, well])

    row = desk.row(sick)
    assert (row["state"], row["attempts"]) == ("received", 0)
    assert row["not_before"] > now()
    assert desk.row(well)["outcome"] == "new"


def test_a_defect_of_a_parser_is_a_reason_and_not_the_end_of_the_batch(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a parser raises, its file is quarantined as `parser_failed`."""
    broken = desk.receive(FOREST_TEXT)

    def fail(*_given: Any) -> Any:
        message = "index out of range"
        raise IndexError(message)
        yield

    monkeypatch.setattr("workers.parsers.registry.read", fail)
    desk.pipeline.process([broken])

    row = desk.row(broken)
    assert row["reason"] == "parser_failed"
    assert "IndexError: index out of range" in row["detail"]


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

    monkeypatch.setattr("workers.gathered.fingerprints", failing)
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


def test_a_container_of_many_passes_in_pieces(desk: Desk) -> None:
    """Six hundred articles of one delivery are stored in three transactions, one outcome."""
    delivery_id = desk.receive(json_lines(600), name="many.jsonl")
    desk.pipeline.process([delivery_id])

    row = desk.row(delivery_id)
    assert (row["outcome"], row["items"]) == ("new", {"new": 600})
    assert len(desk.articles()) == 600


def test_bad_lines_of_a_container_do_not_spoil_the_good(desk: Desk) -> None:
    """Each item that was not taken has its reason; the delivery has the word of the others."""
    body = " ".join(FOREST)
    delivery_id = desk.receive(
        f'{{"headline": "One", "body": "{body}"}}\n{{broken\n', name="two.jsonl"
    )
    desk.pipeline.process([delivery_id])

    assert desk.row(delivery_id)["items"] == {"new": 1, "quarantined": 1}
    with desk.storage.reading() as reading:
        [refused] = reading.rejected_items(delivery_id)
    assert refused["reason"] == "malformed"


def test_quarantine_forgets_a_file_that_is_taken_after_all(desk: Desk) -> None:
    """After a replay that succeeds, the quarantine no longer holds the delivery."""
    delivery_id = desk.receive(FOREST_TEXT)
    with desk.storage.unit_of_work() as uow:
        moment = now()
        [claimed] = uow.deliveries.claim([delivery_id], owner="x", now=moment, until=moment)
        uow.commit()
    from shared.domain.delivery import Outcome, OutcomeWord  # noqa: PLC0415

    outcome = Outcome(delivery_id=delivery_id, word=OutcomeWord.QUARANTINED, reason="empty")
    desk.pipeline.quarantine.keep(claimed, outcome)
    desk.expire()
    desk.pipeline.process([delivery_id])

    assert not (desk.settings.quarantine / delivery_id.hex).exists()
