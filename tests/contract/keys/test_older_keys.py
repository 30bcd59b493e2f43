"""Keys that an older Copydesk stored, also in the middle of a move, are taken over whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from alembic import command

from shared.storage.candidate_keys.lookup import CandidateKeys
from shared.storage.candidate_keys.recent import RecentKeys
from shared.storage.schema import migrate
from tests.contract.keys.stored_keys import (
    grown,
    grown_before,
    numbers,
    page_sizes,
)

if TYPE_CHECKING:
    from shared.storage import Storage


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
