"""A batch: twins, words, and what comes to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.config import Settings
from shared.domain.article import RawItem
from shared.domain.delivery import OutcomeWord
from shared.errors import Reason, Rejected
from tests.builders import FOREST, NOON, article, delivery, filed
from workers.batches.batch import Batch
from workers.reading import Reader

if TYPE_CHECKING:
    import pytest


def batch_of(*deliveries: object) -> Batch:
    reader = Reader(Settings())
    return Batch.of(deliveries, reader, owner="me", task_id="task", now=NOON)  # type: ignore[arg-type]


def test_a_delivery_takes_the_first_word_that_an_item_earned() -> None:
    """Of a new item, a copy and a rejected one, the delivery is new; each is counted."""
    one = delivery()
    batch = batch_of(one)
    batch.tallies[0].reject("3", Rejected(Reason.MALFORMED, "line 3 is no JSON"))
    items = [
        filed(article(body=(text,), item=str(number)), delivery_id=one.id)
        for number, text in enumerate(FOREST[:2])
    ]
    batch.pending += items
    batch.finished.append(batch.tallies[0])
    words = dict(
        zip(
            (each.entry.article_id for each in items),
            (OutcomeWord.EXACT_DUPLICATE, OutcomeWord.NEW),
            strict=True,
        )
    )

    [end] = batch.ends(words, held={one.id}, known={}, stored={"store": 0.001})

    assert end.outcome.word is OutcomeWord.NEW
    assert end.outcome.items == {"new": 1, "exact_duplicate": 1, "quarantined": 1}
    assert end.outcome.reason is None


def test_a_delivery_of_rejected_items_has_their_commonest_reason() -> None:
    """Where nothing was taken, the delivery says why most of it was not."""
    one = delivery()
    batch = batch_of(one)
    tally = batch.tallies[0]
    tally.reject("1", Rejected(Reason.EMPTY, "nothing in line 1"))
    tally.reject("2", Rejected(Reason.MALFORMED, "line 2 is no JSON"))
    tally.reject("3", Rejected(Reason.MALFORMED, "line 3 is no JSON"))
    batch.finished.append(batch.tallies[0])

    [end] = batch.ends({}, held={one.id}, known={}, stored={})

    assert end.outcome.word is OutcomeWord.QUARANTINED
    assert (end.outcome.reason, end.outcome.detail) == (Reason.MALFORMED, "line 2 is no JSON")


def test_a_file_without_any_item_says_so() -> None:
    """A parser that yields nothing and raises nothing still gives a reason."""
    one = delivery()
    batch = batch_of(one)
    batch.finished.append(batch.tallies[0])

    [end] = batch.ends({}, held={one.id}, known={}, stored={})

    assert end.outcome.reason == Reason.NO_ARTICLE


def test_twins_of_a_bad_file_are_quarantined_too() -> None:
    """The same bytes have the same reason, under each name."""
    one, two = delivery(sha256="a" * 64), delivery(sha256="a" * 64)
    batch = batch_of(one, two)
    batch.tallies[0].rejected = Rejected(Reason.EMPTY, "nothing")
    batch.finished.append(batch.tallies[0])

    ends = batch.ends({}, held={one.id, two.id}, known={}, stored={})

    assert [(end.delivery.id, end.outcome.reason) for end in ends] == [
        (one.id, Reason.EMPTY),
        (two.id, Reason.EMPTY),
    ]


def test_what_is_no_longer_held_has_no_end_and_is_forgotten() -> None:
    """A lost delivery is another worker's; its articles are not written either."""
    one = delivery()
    batch = batch_of(one)
    batch.pending.append(filed(article(), delivery_id=one.id))
    batch.finished.append(batch.tallies[0])

    assert batch.fileable(held=set(), known={}) == []
    assert batch.ends({}, held=set(), known={}, stored={}) == []
    batch.written({}, held=set())
    assert (batch.tallies, batch.pending, batch.finished) == ([], [], [])


def test_large_articles_are_written_by_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a container of books, 256 would else be in memory at once."""
    monkeypatch.setattr("workers.batches.batch.LETTERS", 2 * sum(map(len, FOREST)))
    one = delivery()
    batch = batch_of(one)
    [tally] = batch.tallies
    for number in range(2):
        assert not batch.is_full(tally)
        batch.take(tally, RawItem(body=FOREST, body_source="test", claims={}, item=str(number)))
        batch.file()

    assert batch.is_full(tally)
    batch.written({}, held={one.id})
    assert not batch.is_full(tally)
