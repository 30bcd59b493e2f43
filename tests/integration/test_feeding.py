"""Backpressure: however much an import registers, the queue stays shallow and is topped up."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from services.sweeper.sweep import Sweeper, Swept
from shared.broker.client import redis_client
from shared.broker.hints import Hints
from shared.broker.messages import LARGER, QUEUES
from shared.clock import now
from shared.config import Settings
from shared.domain.delivery import Lane
from tests.integration.receiving import Receiving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.servers.valkey import Valkey

DEPTH = 10

FILES = 150


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
        sent = first.sent
        while more := sweeper.sweep(now()).sent:
            sent += more
        depth = hints.depth(Lane.BULK)
        for _ in range(4):
            redis.rpop(QUEUES[Lane.BULK])
        topped_up = sweeper.sweep(now())

        assert first.sent == 2 * DEPTH
        assert depth == DEPTH
        assert 0 < topped_up.sent <= 4 * 2 * LARGER
        assert hints.depth(Lane.BULK) <= DEPTH
        redis.delete(QUEUES[Lane.BULK])
        more_room = sweeper.sweep(now())
        redis.delete(QUEUES[Lane.BULK])
        last = Swept()
        while not last.emptied:
            sent += last.sent
            redis.delete(QUEUES[Lane.BULK])
            last = sweeper.sweep(now())
        assert (more_room.sent, more_room.emptied) == (2 * DEPTH, False)
        assert sent + topped_up.sent + more_room.sent + last.sent == FILES
    desk.storage.close()
