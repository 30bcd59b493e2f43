"""Backpressure: however much an import registers, the queue stays shallow and is topped up."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from services.sweeper.sweep import Sweeper
from shared.broker import Hints, redis_client
from shared.clock import now
from shared.config import Settings
from shared.domain.delivery import Lane
from shared.messages import QUEUES
from tests.integration.receiving import Receiving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.valkey import Valkey

DEPTH = 10

FILES = 60


def test_the_sweeper_keeps_a_bounded_number_of_messages_waiting(
    home: Path, migrated_url: str, broker: Valkey
) -> None:
    """It sends no more than there is room for, and what a worker takes makes room."""
    settings = Settings(
        home=home,
        database_url=migrated_url,
        broker_url=broker.url,
        queue_depth_limit=DEPTH,
        batch_items=2,
    )
    desk = Receiving(settings)
    for number in range(FILES):
        desk.receive(b"story %d" % number, lane=Lane.BULK)
    with contextlib.closing(Hints(settings)) as hints, redis_client(settings) as redis:
        sweeper = Sweeper(settings, desk.storage, hints)

        first = sweeper.sweep(now())
        full = sweeper.sweep(now())
        depth = hints.depth(Lane.BULK)
        for _ in range(4):
            redis.rpop(QUEUES[Lane.BULK])
        topped_up = sweeper.sweep(now())

        assert (first.sent, full.sent, topped_up.sent) == (2 * DEPTH, 0, 8)
        assert depth == hints.depth(Lane.BULK) == DEPTH
        redis.delete(QUEUES[Lane.BULK])
        more = sweeper.sweep(now())
        redis.delete(QUEUES[Lane.BULK])
        last = sweeper.sweep(now())
        assert (more.sent, more.emptied) == (2 * DEPTH, False)
        assert (last.sent, last.emptied) == (FILES - 2 * DEPTH - 8 - 2 * DEPTH, True)
    desk.storage.close()
