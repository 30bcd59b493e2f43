"""What follows the feed of changes beside the sweeper."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import uuid4

from services.sweeper.following import CHUNK, following, index
from services.sweeper.putting_off import PuttingOff
from shared.domain.searching import parse
from shared.errors import Retryable
from shared.processes.stopping import Stop
from shared.storage.feed.search_index import FOLLOWER
from tests.builders import NOON, article, at, delivery, filed
from tests.contract.day import store
from tests.patience import PATIENCE

if TYPE_CHECKING:
    import pytest

    from shared.storage import Storage


def test_the_index_of_words_is_brought_to_the_end_of_the_feed(storage: Storage) -> None:
    """A chunk that is not full is followed by a pause; at the end nothing is locked."""
    store(storage, [filed(article(), delivery_id=uuid4())])
    assert index(storage, PuttingOff(PATIENCE, PATIENCE)) == 0
    with storage.reading() as reading:
        assert not reading.behind(FOLLOWER)
        assert len(reading.published(search=parse("forest"))) == 1


def test_more_is_indexed_at_once_where_nobody_reads(storage: Storage) -> None:
    """A chunk costs some twenty statements however much it holds; workers do not wait for it."""
    written = [article(guid=f"{number:09}", headline=f"Report {number}") for number in range(300)]
    store(storage, [filed(each, delivery_id=uuid4()) for each in written])
    with storage.reading() as reading:
        assert reading.last_change() > CHUNK
    index(storage, PuttingOff(PATIENCE, PATIENCE))
    with storage.reading() as reading:
        assert not reading.behind(FOLLOWER)


def test_a_chunk_that_was_cut_is_followed_by_the_next(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a pause, though it held few changes."""
    monkeypatch.setattr("shared.storage.feed.search_index.LETTERS", 10)
    for minute in range(2):
        store(storage, [filed(article(published_at=at(minute)), delivery_id=uuid4())])
    assert index(storage, PuttingOff(PATIENCE, PATIENCE)) > 0


def test_words_wait_while_a_worker_holds_files_and_not_for_ever(storage: Storage) -> None:
    """Reading goes first; what was put off for long enough is made beside it."""
    held = delivery()
    with storage.unit_of_work() as uow:
        uow.deliveries.register([held])
        uow.deliveries.claim([held.id], owner="one", now=NOON, until=at(1))
        uow.commit()
    store(storage, [filed(article(), delivery_id=uuid4())])

    waiting, due = PuttingOff(PATIENCE, PATIENCE), PuttingOff(0, PATIENCE)
    for each in (waiting, due):
        each.caught_up()
    assert index(storage, waiting) == 0
    with storage.reading() as reading:
        assert reading.behind(FOLLOWER)

    index(storage, due)
    with storage.reading() as reading:
        assert not reading.behind(FOLLOWER)


def test_a_follower_goes_on_after_failures_and_ends_when_told() -> None:
    """A database that was away, or a defect, ends no follower; its end waits for no pause."""
    stop, done = Stop(), threading.Event()
    answers = iter((Retryable("away"), ValueError("a defect"), 3, 0))

    def work() -> int:
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        if answer == 0:
            done.set()
            # whoever is told to stop is not kept by the pause that follows
            stop.wait(PATIENCE)
        return answer

    thread = following("test", work, stop, lambda: 0.01)
    assert done.wait(PATIENCE)
    stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
