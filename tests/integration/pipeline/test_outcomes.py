"""What becomes of deliveries when nothing is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.clock import now
from shared.domain.delivery import Outcome, OutcomeWord
from tests.builders import FOREST, FOREST_TEXT, HARBOUR_TEXT, json_lines
from workers.batches.steps import Step

if TYPE_CHECKING:
    import pytest

    from tests.integration.pipeline.conftest import Desk


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
    monkeypatch.setattr("workers.batches.batch.FULL", 4)
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
        assert uow.deliveries.reopen([bad], words=[OutcomeWord.QUARANTINED]) == [bad]
        uow.commit()
    desk.pipeline.process([bad])

    assert (desk.row(bad)["outcome"], desk.row(bad)["reason"]) == ("quarantined", "empty")


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

    outcome = Outcome(delivery_id=delivery_id, word=OutcomeWord.QUARANTINED, reason="empty")
    desk.pipeline.quarantine.keep(claimed, outcome)
    desk.expire()
    desk.pipeline.process([delivery_id])

    assert not (desk.settings.quarantine / delivery_id.hex).exists()
