"""What a process knows of keys without asking the database: it spares look-ups and misses none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from shared.storage.candidate_keys import filter as key_filter
from shared.storage.candidate_keys.lookup import CandidateKeys
from shared.storage.candidate_keys.recent import Mark, RecentKeys
from shared.storage.tables import key_pages as pages_table
from tests.contract.day import DAY, clear, filings_of, standing, store
from tests.contract.keys.stored_keys import (
    LIMITS,
    grown,
    numbers,
    rows,
    scattered,
)

if TYPE_CHECKING:
    from shared.storage import Storage


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
