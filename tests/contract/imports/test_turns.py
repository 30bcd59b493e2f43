"""Imports are fed by turns, and none waits for another's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.delivery import Lane
from tests.builders import at, delivery
from tests.contract.imports.ledger import begin, claim, import_waits, waiting

if TYPE_CHECKING:
    from shared.storage import Storage


def test_a_small_import_does_not_wait_for_a_large_ones_end(storage: Storage) -> None:
    """Each import has its turn, and so has what belongs to none."""
    _large, many = begin(storage, 50)
    _small, few = begin(storage, 3, minutes=1)
    replayed = delivery(lane=Lane.BULK, received_at=at(2))
    with storage.unit_of_work() as uow:
        uow.deliveries.register([replayed])
        uow.commit()

    fed = waiting(storage, 9)

    assert len(fed) == 7, "three shares of three, and one has but one file"
    assert set(fed) == {*few, *many[:3], replayed.id}


def test_an_import_waits_until_the_last_of_its_files_is_begun(storage: Storage) -> None:
    """Whatever else is in the ledger: the sweeper asks this in its rests."""
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery(lane=Lane.BULK), delivery()])
        uow.commit()
    before = import_waits(storage)
    _, files = begin(storage, 2)
    registered = import_waits(storage)
    claim(storage, files[:1])
    half = import_waits(storage)
    claim(storage, files[1:])

    assert [before, registered, half, import_waits(storage)] == [False, True, True, False]
