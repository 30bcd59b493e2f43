"""What travels through the broker: names of queues and tasks, and lists of delivery ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from shared.domain.delivery import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROCESS: Final = "copydesk.process"
"""The one task: look at these deliveries. A name, not a module path, so files may move."""

QUEUES: Final = {Lane.LIVE: "copydesk.live", Lane.BULK: "copydesk.bulk"}
"""A queue for each lane; workers drain the first before the second."""

MOST_IDS: Final = 1000
"""A message with more was not made by Copydesk."""


def encode(ids: Sequence[UUID]) -> list[str]:
    """Return the argument of a `PROCESS` message: ids as hex, nothing else."""
    return [delivery_id.hex for delivery_id in ids]


def decode(argument: object) -> list[UUID]:
    """
    Read the argument of a `PROCESS` message.

    Raises `ValueError` for anything but a list of ids: a forged message can at most name a
    delivery, and the ledger knows whether there is work to do for it.
    """
    if not isinstance(argument, list) or len(argument) > MOST_IDS:
        msg = "a message holds a list of delivery ids"
        raise ValueError(msg)
    if not all(isinstance(item, str) for item in argument):
        msg = "a message holds delivery ids and nothing else"
        raise ValueError(msg)
    return [UUID(hex=item) for item in argument]


def batches(sized: Sequence[tuple[UUID, int]], *, items: int, size: int) -> Iterator[list[UUID]]:
    """Split (id, bytes) pairs into messages of at most `items` ids and about `size` bytes."""
    batch: list[UUID] = []
    total = 0
    for delivery_id, bytes_ in sized:
        if batch and (len(batch) >= items or total + bytes_ > size):
            yield batch
            batch, total = [], 0
        batch.append(delivery_id)
        total += bytes_
    if batch:
        yield batch
