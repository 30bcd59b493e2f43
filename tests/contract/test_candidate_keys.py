"""Candidate keys: found wherever they lie on their way, by every process, on both databases."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from uuid import uuid5

import numpy as np
import pytest
import sqlalchemy as sa
from alembic import command

from shared.domain.delivery import OutcomeWord
from shared.storage import candidate_keys, key_filter, key_pages, migrate
from shared.storage.candidate_keys import CandidateKeys
from shared.storage.key_pairs import Pairs
from shared.storage.recent_keys import Mark, RecentKeys
from shared.storage.tables import key_moves, key_runs
from shared.storage.tables import key_pages as pages_table
from tests.builders import article, at, delivery, filed
from tests.contract.day import DAY, NAMESPACE, clear, filings_of, standing, store
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.storage import Storage
    from shared.storage.key_pairs import Numbers

LIMITS = (-(2**63), 2**63 - 1)
"""Keys are any 64 bits: the least and the greatest too."""


@pytest.fixture(autouse=True)
def _moving_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys move, and filters grow, when there are a few of them, not a million."""
    monkeypatch.setattr(candidate_keys, "FULL", 60)
    monkeypatch.setattr(candidate_keys, "LEAST_MOVED", 1)
    monkeypatch.setattr(candidate_keys, "PART", 7)
    monkeypatch.setattr(key_pages, "PAIRS", 5)
    monkeypatch.setattr(key_pages, "DENSER", 2)
    monkeypatch.setattr(key_pages, "AT_ONCE", 20)
    monkeypatch.setattr(key_filter, "FIRST_WORDS", 2)


def numbers(values: Iterable[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return values as the store takes them."""
    return np.array(list(values), np.int64)


def scattered(values: Iterable[int]) -> Numbers:
    """Return a key for each value, in no order, as hashes are."""
    return np.array(list(values), np.int64) * np.int64(-7046029254386353131)


def rows(storage: Storage, table: sa.Table) -> int:
    """Return how many rows a table has."""
    with storage.engine.connect() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def page_sizes(storage: Storage) -> list[int]:
    """Return how many keys each page holds."""
    with storage.engine.connect() as connection:
        sizes = connection.execute(sa.select(sa.func.length(pages_table.c["keys"]))).scalars()
        return [size // 8 for size in sizes]


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


class Counting(RecentKeys):
    """Counts how often it had to begin again."""

    times = 0

    def forget(self, mark: Mark | None = None) -> None:
        """Count it."""
        self.times += 1
        super().forget(mark)


def test_a_process_that_goes_along_reads_each_run_once(storage: Storage) -> None:
    """Moves that others begin and end are no reason to read everything again."""
    busy, along = RecentKeys(), Counting()
    for text_id in range(1, 120):
        fresh = scattered(range(text_id * 10, text_id * 10 + 10))
        with storage.engine.begin() as connection:
            CandidateKeys(connection, busy).add(fresh, numbers([text_id] * 10))
        with storage.engine.begin() as connection:
            every = np.sort(scattered(range(text_id * 10 + 10)))
            found = CandidateKeys(connection, along).find(every)
        assert len(found) == text_id * 10
        assert (along.mark, along.seen, along.waiting) == (busy.mark, busy.seen, busy.waiting)
    assert along.mark.first > 50
    assert along.times == 2, "as it was made, and at its first look"


def test_a_process_that_was_away_while_runs_came_and_went_finds_their_keys(
    storage: Storage,
) -> None:
    """What it never read as a run it does not take for absent."""
    away, busy = RecentKeys(), RecentKeys()
    every = numbers(range(0, 2000, 10))
    for recent, first in ((away, 0), *((busy, number) for number in range(1, 20))):
        with storage.engine.begin() as connection:
            keys = CandidateKeys(connection, recent)
            keys.find(every)
            fresh = every[first * 10 : first * 10 + 10]
            keys.add(fresh, numbers([first + 1] * 10))
    for _ in range(3):
        with storage.engine.begin() as connection:
            found = CandidateKeys(connection, away).find(every)
        assert {key for key, _ in found} == set(every.tolist())


def test_a_filter_spares_most_look_ups_and_never_one_that_finds() -> None:
    """Each key that was told is perhaps there; of strangers few are, once it is whole."""
    draw = np.random.default_rng(3)
    told, strangers = np.sort(draw.integers(*LIMITS, (2, 50_000)))
    moved = key_filter.KeyFilter(len(told))
    for some in np.array_split(told, 9):
        moved.add(key_filter.gists_of(some))
        assert np.array_equal(moved.perhaps(strangers), strangers)
    moved.whole = True
    assert np.array_equal(moved.perhaps(told), told)
    assert len(moved.perhaps(strangers)) < len(strangers) / 10


def grown(storage: Storage) -> Numbers:
    """Store keys, most of which move; return them."""
    every = numbers(range(LIMITS[0], LIMITS[1], 2**64 // 500))
    recent = RecentKeys()
    mixed = np.random.default_rng(2).permutation(every)
    for text_id, keys in enumerate(np.array_split(mixed, 70), start=1):
        with storage.engine.begin() as connection:
            CandidateKeys(connection, recent).add(keys, numbers([text_id] * len(keys)))
    return every


def test_a_new_process_knows_what_is_not_there_without_looking_it_up(storage: Storage) -> None:
    """It has read every page, after a few look-ups; and misses no key."""
    every = grown(storage)
    strangers = every + 2**40
    begun = RecentKeys()
    looks = 0
    while not begun.moved.whole:
        with storage.engine.begin() as connection:
            assert not CandidateKeys(connection, begun).find(strangers)
        looks += 1
    assert 1 < looks < 10
    assert len(begun.moved.perhaps(strangers)) < len(strangers) / 4
    with storage.engine.begin() as connection:
        found = CandidateKeys(connection, begun).find(every)
    assert [key for key, _ in sorted(found)] == every.tolist()


def test_what_moves_while_a_new_process_reads_is_known_to_it(storage: Storage) -> None:
    """Pages are cut anew before and behind the place up to which they were read."""
    every = grown(storage)
    busy, begun = RecentKeys(), RecentKeys()
    for text_id, fresh in enumerate(np.array_split(scattered(range(600)), 40), start=100):
        with storage.engine.begin() as connection:
            CandidateKeys(connection, begun).find(numbers([1]))
        with storage.engine.begin() as connection:
            CandidateKeys(connection, busy).add(fresh, numbers([text_id] * len(fresh)))
        every = np.sort(np.concatenate([every, fresh]))
        if begun.moved.whole:
            break
    assert begun.moved.whole
    with storage.engine.begin() as connection:
        found = CandidateKeys(connection, begun).find(every)
    assert [key for key, _ in sorted(found)] == every.tolist()


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


def test_a_store_from_before_pages_is_known_as_well(storage: Storage) -> None:
    """The migrations take over the keys that are there, in the middle of a move too."""
    every = grown(storage)
    configuration = migrate.configuration(storage.engine)
    command.downgrade(configuration, "0009")
    command.upgrade(configuration, "head")
    begun = RecentKeys()
    for _ in range(15):
        with storage.engine.begin() as connection:
            found = CandidateKeys(connection, begun).find(every)
        assert len(found) == len(every)
    assert begun.moved.whole


@pytest.mark.parametrize("frozen", [0, 4])
def test_a_move_that_an_older_copydesk_began_goes_on(storage: Storage, frozen: int) -> None:
    """Runs on their way are taken over where they are: no key is lost, none moves twice."""
    configuration = migrate.configuration(storage.engine)
    command.downgrade(configuration, "0010")
    every = grown_before(storage, frozen)
    command.upgrade(configuration, "head")
    begun, further = RecentKeys(), np.random.default_rng(5).permutation(every + 2**40)
    for text_id, fresh in enumerate(np.array_split(further, 20), start=100):
        with storage.engine.begin() as connection:
            keys = CandidateKeys(connection, begun)
            found = keys.find(every)
            keys.add(fresh, numbers([text_id] * len(fresh)))
        assert [key for key, _ in sorted(found)] == every.tolist()
    assert begun.moved.whole
    assert sum(page_sizes(storage)) > len(every)


def grown_before(storage: Storage, frozen: int) -> Numbers:
    """Fill a store as revision 0010 did, its move half done; return the keys in order."""
    every = numbers(range(LIMITS[0], LIMITS[1], 2**64 // 100))
    below = 0 if frozen else LIMITS[0]
    first = sa.text("INSERT INTO key_moves VALUES (1, 1, :frozen, :below)")
    run = sa.text("INSERT INTO key_runs VALUES (:id, :id, :keys)")
    moved = sa.text("INSERT INTO text_keys VALUES (:key, :id)")
    with storage.engine.begin() as connection:
        connection.execute(first, {"frozen": frozen, "below": below})
        mixed = np.random.default_rng(3).permutation(every)
        for number, keys in enumerate(np.array_split(mixed, 9), start=1):
            packed = Pairs.of(keys, numbers([number] * len(keys))).packed()
            connection.execute(run, {"id": number, "keys": packed})
            for key in keys[keys < below].tolist() if number <= frozen else ():
                connection.execute(moved, {"key": key, "id": number})
    return every


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


def test_another_store_in_the_place_of_the_one_before_is_noticed(storage: Storage) -> None:
    """A database that is emptied, or restored, while a worker lives, does not confuse it."""
    day = filings_of(DAY)
    answers = []
    for order in (list(day), list(reversed(day))):
        clear(storage)
        for name in order:
            store(storage, [day[name]])
        answers.append(standing(storage))
    assert answers[0] == answers[1]
    assert rows(storage, pages_table) > 0


def test_articles_are_written_under_the_store_lock_alone(storage: Storage) -> None:
    """A unit of work without the lock says so at once."""
    with storage.unit_of_work() as uow, pytest.raises(RuntimeError, match="exclusive=True"):
        uow.articles.neighbourhood([])
