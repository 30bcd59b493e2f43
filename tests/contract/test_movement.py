"""The mark of what can be read: the same on each database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import delivery

if TYPE_CHECKING:
    from shared.storage import Storage


def test_the_mark_is_another_after_each_commit_and_else_the_same(storage: Storage) -> None:
    """Looking changes nothing, nor does what was rolled back; a row that is there does."""
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery()])
        uow.commit()
    first = storage.movement.mark()
    with storage.reading() as reading:
        assert reading.outcomes() == {"received": 1}
    assert storage.movement.mark() == first
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery()])
        uow.commit()
    second = storage.movement.mark()
    assert second != first
    assert storage.movement.mark() == second


def test_what_is_not_committed_is_in_no_mark(storage: Storage) -> None:
    """A mark is of what can be read: what another transaction has in hand cannot be yet."""
    storage.movement.mark()
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery()])
        before = storage.movement.mark()
        uow.commit()
    assert storage.movement.mark() != before
