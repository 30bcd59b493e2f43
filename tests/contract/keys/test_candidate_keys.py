"""Candidate keys: found wherever they lie on their way, by every process, on both databases."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from uuid import uuid5

import numpy as np
import pytest
import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord
from shared.storage.candidate_keys import pages as key_pages
from shared.storage.candidate_keys.lookup import CandidateKeys
from shared.storage.candidate_keys.recent import RecentKeys
from shared.storage.tables import key_moves, key_runs
from shared.storage.tables import key_pages as pages_table
from tests.builders import article, at, delivery, filed
from tests.contract.day import DAY, NAMESPACE, filings_of, store
from tests.contract.keys.stored_keys import (
    LIMITS,
    grown,
    numbers,
    page_sizes,
    rows,
    scattered,
)
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from shared.storage import Storage


def test_every_process_finds_every_key_at_every_step(storage: Storage) -> None:
    """Two processes write by turns, some batches are undone, and keys move all the while."""
    chosen, kept = random.Random(4), set[tuple[int, int]]()
    processes = [RecentKeys(), RecentKeys()]
    some = [*LIMITS, *(chosen.randrange(*LIMITS) for _ in range(90))]
    moved = set()
    for text_id in range(1, 120):
        which = chosen.randrange(2)
        fresh = {(key, text_id) for key in chosen.sample(some, chosen.randrange(12))}
        with storage.engine.connect() as connection:
            keys = CandidateKeys(connection, processes[which])
            wanted = sorted(chosen.sample(some, 40))
            assert keys.find(numbers(wanted)) == {pair for pair in kept if pair[0] in wanted}
            keys.add(numbers(key for key, _ in fresh), numbers(text for _, text in fresh))
            if chosen.random() < 0.2:
                connection.rollback()
                processes[which] = RecentKeys()  # as a unit of work that was not committed does
                continue
            connection.commit()
        kept |= fresh
        moved.add((rows(storage, pages_table) > 0, rows(storage, key_runs) > 0))
        assert rows(storage, key_moves) <= 1
    for process in (*processes, RecentKeys()):
        with storage.engine.connect() as connection:
            assert CandidateKeys(connection, process).find(numbers(sorted(some))) == kept
    assert (True, True) in moved
    assert sum(page_sizes(storage)) > len(kept) / 2


def test_what_moved_is_forgotten_as_a_run(storage: Storage) -> None:
    """The runs hold what came last, however much there is in all."""
    recent = RecentKeys()
    for text_id in range(1, 200):
        with storage.engine.begin() as connection:
            keys = scattered(range(text_id * 10, text_id * 10 + 10))
            CandidateKeys(connection, recent).add(keys, numbers([text_id] * 10))
    assert rows(storage, key_runs) < 30
    assert recent.waiting <= 60


def test_runs_that_came_between_two_moves_are_remembered_as_one(storage: Storage) -> None:
    """A day of single articles is many runs: a process keeps none of them but the last."""
    recent = RecentKeys()
    for key in scattered(range(55)):
        with storage.engine.begin() as connection:
            CandidateKeys(connection, recent).add(numbers([key]), numbers([1]))
    assert rows(storage, key_runs) == 55
    assert [run.number for run in recent._runs] == [55]


def test_what_has_become_dense_goes_on_to_another_level(storage: Storage) -> None:
    """So that few keys are written again for each that comes; every key stays where it is found."""
    recent, kept = RecentKeys(), set[tuple[int, int]]()
    for text_id in range(1, 300):
        keys = scattered(range(text_id * 20, text_id * 20 + 20))
        kept |= {(key, text_id) for key in keys.tolist()}
        with storage.engine.begin() as connection:
            CandidateKeys(connection, recent).add(keys, numbers([text_id] * 20))
    with storage.engine.connect() as connection:
        places = connection.execute(sa.select(pages_table.c.id)).scalars().all()
    assert {place // key_pages.LEVEL for place in places} >= {0, 1}
    every = np.sort(numbers(key for key, _ in kept))
    for process in (recent, RecentKeys()):
        with storage.engine.begin() as connection:
            assert CandidateKeys(connection, process).find(every) == kept


def test_a_key_of_many_texts_is_in_one_page(storage: Storage) -> None:
    """However many: a look-up asks for one page of each level."""
    recent = RecentKeys()
    for text_id in range(1, 2_000, 20):
        with storage.engine.begin() as connection:
            some = numbers([7] * 20 + [8, LIMITS[1]])
            ids = numbers([*range(text_id, text_id + 20), text_id, text_id])
            CandidateKeys(connection, recent).add(some, ids)
    for process in (recent, RecentKeys()):
        with storage.engine.begin() as connection:
            found = CandidateKeys(connection, process).find(numbers([7]))
        assert found == {(7, text_id) for text_id in range(1, 2_001)}
    assert max(page_sizes(storage)) > 100 * key_pages.PAIRS


def test_all_keys_are_forgotten_with_their_pages(storage: Storage) -> None:
    """As a rebuild does first; what comes after it is found."""
    every = grown(storage)
    recent = RecentKeys()
    for _ in range(2):
        with storage.engine.begin() as connection:
            CandidateKeys(connection, recent).empty()
    for process in (recent, RecentKeys()):
        with storage.engine.begin() as connection:
            assert not CandidateKeys(connection, process).find(every)
    grown(storage)
    begun = RecentKeys()
    for process in (recent, *[begun] * 15):
        with storage.engine.begin() as connection:
            assert len(CandidateKeys(connection, process).find(every)) == len(every)
    assert begun.moved.whole


def test_a_batch_that_is_undone_leaves_no_key_behind(storage: Storage) -> None:
    """What this process learned of its own keys is undone with the batch."""
    day = filings_of(DAY)
    lost = day["first"]
    with storage.unit_of_work(exclusive=True) as uow:
        uow.deliveries.register([delivery(id=lost.delivery_id, received_at=lost.received_at)])
        prints = {lost.entry.article_id: lost.fingerprint}
        known = uow.articles.neighbourhood([lost])
        uow.articles.write([lost], decide([lost.entry], prints, known))
    near = filed(article(published_at=at(5)), delivery_id=uuid5(NAMESPACE, "cut"))
    assert list(store(storage, [near]).values()) == [OutcomeWord.NEW]


def test_articles_are_written_under_the_store_lock_alone(storage: Storage) -> None:
    """A unit of work without the lock says so at once."""
    with storage.unit_of_work() as uow, pytest.raises(RuntimeError, match="exclusive=True"):
        uow.articles.neighbourhood([])
