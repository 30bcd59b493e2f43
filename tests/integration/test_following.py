"""What follows the feed of changes beside the sweeper."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import uuid4

from services.sweeper.following import following, index
from services.sweeper.putting_off import PuttingOff
from shared.domain.searching import parse
from shared.errors import Retryable
from shared.processes.stopping import Stop
from shared.storage.feed.search_index import FOLLOWER
from tests.builders import NOON, article, at, delivery, filed
from tests.contract.day import store
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from shared.storage import Storage


def test_the_index_of_words_is_brought_to_the_end_of_the_feed(storage: Storage) -> None:
    """A chunk that is not full is followed by a pause; at the end nothing is locked."""
    store(storage, [filed(article(), delivery_id=uuid4())])
    assert index(storage, PuttingOff(PATIENCE, PATIENCE)) == 0
    with storage.reading() as reading:
        assert not reading.behind(FOLLOWER)
        assert len(reading.published(search=parse("forest"))) == 1


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
