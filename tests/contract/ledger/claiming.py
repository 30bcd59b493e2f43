"""What tests of the ledger do to have deliveries in each state."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.builders import at

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from shared.domain.delivery import Delivery
    from shared.storage import Storage


def register(storage: Storage, *received: Delivery) -> None:
    with storage.unit_of_work() as uow:
        uow.deliveries.register(received)
        uow.commit()


def claim(
    storage: Storage, ids: Collection[UUID], owner: str = "one", now_minutes: float = 0
) -> list[Delivery]:
    now = at(now_minutes)
    with storage.unit_of_work() as uow:
        claimed = uow.deliveries.claim(ids, owner=owner, now=now, until=now + timedelta(seconds=10))
        uow.commit()
    return claimed


def expire(storage: Storage, *owners: str) -> list[Delivery]:
    """Take everything from these owners, or from all."""
    with storage.reading() as reading:
        holders = reading.leases()
    with storage.unit_of_work() as uow:
        silent = {owner: holders[owner] for owner in owners or holders}
        freed = uow.deliveries.expire(silent, 100)
        uow.commit()
    return freed
