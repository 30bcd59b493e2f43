"""Claiming the rows that a message names, though it may come some milliseconds before them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from shared.broker.messages import EARLY, FEW

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from shared.domain.delivery import Delivery
    from shared.storage import UnitOfWork

LOOK_AGAIN: Final = 0.0005
"""Seconds between two looks for a row."""


def claim(
    uow: UnitOfWork, ids: Sequence[UUID], *, owner: str, now: datetime, until: datetime
) -> list[Delivery]:
    """
    Take those of the deliveries that are free; rows that are not there are waited for a moment.

    Not those of a message that names many, which is sent after them, and not on SQLite: no
    transaction begins there while another one writes rows.
    """

    def take() -> list[Delivery]:
        return uow.deliveries.claim(ids, owner=owner, now=now, until=until)

    claimed = take()
    last = time.monotonic() + EARLY
    waits = len(claimed) < len(ids) <= FEW and not uow.keeps_others_out()
    while waits:
        waits = len(uow.deliveries.existing(ids)) < len(ids) and time.monotonic() < last
        if waits:
            time.sleep(LOOK_AGAIN)
        claimed = take()  # also what came between the first look and the second
    return claimed
