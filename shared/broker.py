"""
The broker: how hints are sent and received, each setting with its reason.

A message only says "look at these rows"; the ledger is the truth. So these settings are tuned for
promptness, and correctness never rests on them.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from celery import Celery
from kombu.entity import Queue
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from shared.broker_url import Sentinels
from shared.errors import Retryable
from shared.messages import QUEUES, message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from uuid import UUID

    from shared.config import Settings
    from shared.domain.delivery import Lane
    from shared.presence import Sign

TIMEOUTS: Final[dict[str, Any]] = {
    # without it a publisher blocks for ever on a paused broker
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}

TRANSPORT: Final[dict[str, Any]] = {
    # a message that a dead worker had taken goes back to its queue after so many seconds; one whose
    # worker is merely busy then comes twice, finds nothing to claim, and costs a millisecond
    "visibility_timeout": 8,
    # look every 2 s (not 10 s), at each round (not each 10th): the defaults take some 98 s
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    # live before bulk, always: queues are asked in the order in which they are named
    "queue_order_strategy": "priority",
    **TIMEOUTS,
    "socket_keepalive": True,
    # notice a dead connection between two messages
    "health_check_interval": 5,
}
_MESSAGES: Final[dict[str, Any]] = {
    # messages are data, never code
    "accept_content": ["json"],
    "task_serializer": "json",
    "result_serializer": "json",
    "enable_utc": True,
    # the ledger keeps the outcome: no result backend, nothing to write or expire
    "task_ignore_result": True,
    # a worker killed before the ledger knows gives its message back
    "task_acks_late": True,
    # … but a killed pool child does not: it would loop on a poison file for ever; the ledger
    # counts attempts and the sweeper hints again
    "task_reject_on_worker_lost": False,
    "task_acks_on_failure_or_timeout": True,
    # reserve no more than is worked on, so that a message waits in the queue, not in a worker:
    # a live one would wait for a bulk one that was reserved before it
    "worker_prefetch_multiplier": 1,
    # a message may name a crawl that takes a day: each item has its limits (workers.limits)
    "task_time_limit": None,
    # a hint that cannot be sent is the sweeper's business, not a reason to wait
    "task_publish_retry": False,
}
"""What becomes of messages."""
_KEPT_ALIVE: Final[dict[str, Any]] = {
    # a child that was killed is replaced, and its place filled, after so many seconds (not 10)
    "worker_lost_wait": 0.5,
    # asks for the broker often, and says once that it is away
    "worker_consumer": "workers.consuming:PatientConsumer",
    "broker_connection_retry": True,
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": None,
    # the service log is structlog's business
    "worker_hijack_root_logger": False,
    "worker_redirect_stdouts": False,
    # whoever can write to the broker must not be able to end workers by a message
    "worker_enable_remote_control": False,
}
"""How workers and their connections are kept."""


def make_app(settings: Settings) -> Celery:
    """Return a Celery app that can send and receive; it holds no task by itself."""
    sentinels = Sentinels.of(settings.broker)
    url = sentinels.celery_url if sentinels else settings.broker
    app = Celery("copydesk", broker=url, set_as_current=False)
    app.conf.update(_MESSAGES, **_KEPT_ALIVE)
    app.conf.update(
        broker_transport_options=TRANSPORT
        | ({"master_name": sentinels.master, "sentinel_kwargs": TIMEOUTS} if sentinels else {}),
        task_queues=[Queue(name) for name in QUEUES.values()],  # type: ignore[no-untyped-call]  # kombu has no types
        task_default_queue=next(iter(QUEUES.values())),
        task_create_missing_queues=False,
        # for Flower; without it nobody listens, and they cost a message or three for each task
        worker_send_task_events=settings.celery_events,
    )
    return app


def worker_options(settings: Settings) -> dict[str, Any]:
    """Return what makes a `celery.Worker` one of ours."""
    return {
        "hostname": f"copydesk-{os.getpid()}@{socket.gethostname()}",
        "pool": "prefork",
        "concurrency": settings.workers,
        # live before bulk: asked in this order
        "queues": [name for lane, name in QUEUES.items() if settings.lanes in {"both", lane}],
        # workers need not know of each other; the ledger keeps them apart
        "without_gossip": True,
        "without_mingle": True,
        # a sign of life for Flower alone; ours are in `presence.py`
        "without_heartbeat": not settings.celery_events,
        # in kilobytes
        "max_memory_per_child": settings.child_memory_mb * 1024,
        "quiet": True,
    }


def redis_client(settings: Settings) -> Redis:
    """Return a plain client of the broker, with the same short timeouts."""
    if sentinels := Sentinels.of(settings.broker):
        return _client_of(sentinels)
    return Redis.from_url(
        settings.broker.replace("redis+socket://", "unix://"),
        retry=Retry(NoBackoff(), 0),
        **TIMEOUTS,
    )


def _client_of(sentinels: Sentinels) -> Redis:
    """Return a client that asks the Sentinels for the server whenever it connects."""
    from redis.sentinel import Sentinel  # noqa: PLC0415 - few have Sentinels

    manager = Sentinel(  # type: ignore[no-untyped-call]  # redis has no types here
        list(sentinels.hosts), sentinel_kwargs=TIMEOUTS
    )
    client: Redis = manager.master_for(  # type: ignore[no-untyped-call]  # redis has no types here
        sentinels.master,
        db=sentinels.db,
        password=sentinels.password,
        retry=Retry(NoBackoff(), 0),
        **TIMEOUTS,
    )
    return client


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    """Say as `Retryable` that the broker is away, or takes nothing."""
    try:
        yield
    except (RedisError, OSError) as error:
        raise Retryable(f"the broker cannot be reached: {error}") from error


class Hints:
    """Sends hints and tells how many wait; one per process."""

    def __init__(self, settings: Settings) -> None:
        """Prepare; nothing is connected before the first use."""
        self._redis = redis_client(settings)

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:
        """
        Send one message for each batch of delivery ids; return how many wait in the lane then.

        Raises `Retryable` within some 5 s when the broker is away; what was sent before that
        stays sent, and sending it again does no harm.
        """
        return self.write(lane, batches)()

    def write(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """
        Send messages, without a wait for the broker; return what waits for its answer, as `send`.

        Both raise `Retryable` when it is away. The answer must be asked for.
        """
        queue = QUEUES[lane]
        # the list of the queue, as kombu's transport has it
        written = [
            ("LPUSH", queue, json.dumps(message(batch, str(uuid4()), queue))) for batch in batches
        ]
        pool = self._redis.connection_pool
        with _reaching():
            connection = pool.get_connection()
            try:
                packed = connection.pack_commands(written)  # type: ignore[no-untyped-call]
                connection.send_packed_command(packed)  # type: ignore[no-untyped-call]
            except BaseException:
                pool.release(connection)
                raise

        def answer() -> int:
            waiting = 0
            try:
                with _reaching():
                    for _ in written:
                        waiting = int(connection.read_response())
            except BaseException:
                connection.disconnect()  # type: ignore[no-untyped-call]  # the other answers with it
                raise
            finally:
                pool.release(connection)
            return waiting

        return answer

    def depth(self, lane: Lane) -> int:
        """Return how many messages wait in a lane; raises `Retryable` when the broker is away."""
        with _reaching():
            return int(self._redis.llen(QUEUES[lane]))

    def workers(self) -> int:
        """Return how many pool processes live, of all machines; 1 where the signs do not tell."""
        with contextlib.suppress(Retryable):  # whoever sends next learns that it is away
            return max(1, sum(len(sign.pool) for sign in self.signs()))
        return 1

    def signs(self) -> list[Sign]:
        """Return the processes that live; raises `Retryable` when the broker is away."""
        from shared.presence import signs  # noqa: PLC0415 - it needs this module itself

        with _reaching():
            return signs(self._redis)

    def broker_run(self) -> str:
        """Return the id of the broker's present run; raises `Retryable` when it is away."""
        try:
            return str(self._redis.info("server")["run_id"])
        except (RedisError, OSError, KeyError) as error:
            raise Retryable(f"the broker cannot be reached: {error}") from error

    def close(self) -> None:
        """Let go of the connections."""
        self._redis.close()
