"""
The Celery app: how hints are carried and received, each setting with its reason.

Settings are tuned for promptness; correctness never rests on them.
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Any, Final

from celery import Celery
from kombu.entity import Queue

from shared.broker.client import TIMEOUTS
from shared.broker.messages import QUEUES
from shared.broker.url import Sentinels

if TYPE_CHECKING:
    from shared.config import Settings

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
    "worker_consumer": "workers.broker.consuming:PatientConsumer",
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
        # a sign of life for Flower alone; ours are in `shared.broker.presence`
        "without_heartbeat": not settings.celery_events,
        # in kilobytes
        "max_memory_per_child": settings.child_memory_mb * 1024,
        "quiet": True,
    }
