"""A look at the store: what it answers is of one moment, however many questions it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.delivery import State
from tests.builders import at, delivery

if TYPE_CHECKING:
    from shared.storage import Storage


def test_a_look_sees_one_moment(storage: Storage) -> None:
    """What is committed between two of its questions is for the next look."""
    with storage.reading() as reading:
        assert reading.outcomes() == {}
        with storage.unit_of_work() as uow:
            uow.deliveries.register([delivery(received_at=at(0))])
            uow.commit()
        assert reading.outcomes() == {}
        assert reading.deliveries() == []
    with storage.reading() as reading:
        assert reading.outcomes() == {State.RECEIVED: 1}
