"""What travels through the broker: names of queues and tasks, and lists of delivery ids."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

from shared.domain.delivery import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PROCESS: Final = "copydesk.process"
"""The one task: look at these deliveries. A name, not a module path, so files may move."""

QUEUES: Final = {Lane.LIVE: "copydesk.live", Lane.BULK: "copydesk.bulk"}
"""A queue for each lane; workers drain the first before the second."""

MOST_IDS: Final = 1000
"""A message with more was not made by Copydesk."""

LARGER: Final = 4
"""How many times as many ids a message holds that is not begun at once: 256 articles are written
in one transaction, and small texts cost a tenth less by it."""

EARLY: Final = 0.2
"""Seconds that whoever gets a message waits for rows that it names and that are not there: the
watcher sends it while it writes them. After half of them it sends another."""

FEW: Final = 4
"""Up to so many rows are hinted at so early: those of a burst are there before their hint."""

LONGEST_BODY: Final = 100_000
"""Characters of a message's body: twice what so many ids take."""


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


def sifted(given: object, queue: str) -> dict[str, Any]:
    """
    Return a message, as the transport has it, that says what this one says and nothing else.

    Only the ids and the task's own id are taken over. Limits, times, callbacks, queues to answer
    to: whatever else Celery would heed, a forged message says in vain. Raises `ValueError` for one
    that names no deliveries.
    """
    try:
        task_id, arguments = _read(given)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a message of Copydesk: {type(error).__name__}") from error
    return message(decode(arguments), task_id, queue)


def _read(given: Any) -> tuple[str, object]:  # noqa: ANN401 - it may be anything
    """Return the task's id and its one argument."""
    headers, properties, body = given["headers"], given["properties"], given["body"]
    if headers["task"] != PROCESS or len(body) > LONGEST_BODY:
        raise ValueError
    if properties["body_encoding"] == "base64":
        body = base64.b64decode(body, validate=True)
    [argument], _keywords, _embedded = json.loads(body)
    return str(UUID(headers["id"])), argument


def message(ids: Sequence[UUID], task_id: str, queue: str) -> dict[str, Any]:
    """
    Return a message as the transport has it: what Celery's own publisher would send for these ids.

    Without its two descriptions of the arguments for people, which cost it more than all the rest.
    """
    nothing = dict.fromkeys(("callbacks", "errbacks", "chain", "chord"))
    body = json.dumps([[encode(ids)], {}, nothing])
    return {
        "body": base64.b64encode(body.encode()).decode(),
        "content-encoding": "utf-8",
        "content-type": "application/json",
        "headers": {
            **dict.fromkeys(("parent_id", "group", "eta", "expires")),
            "lang": "py",
            "task": PROCESS,
            "id": task_id,
            "root_id": task_id,
            "retries": 0,
            "timelimit": [None, None],
            "argsrepr": "",
            "kwargsrepr": "{}",
            "ignore_result": True,
        },
        "properties": {
            "correlation_id": task_id,
            "delivery_mode": 2,
            "delivery_info": {"exchange": "", "routing_key": queue},
            "priority": 0,
            "body_encoding": "base64",
            "delivery_tag": str(uuid4()),
        },
    }


def batches(
    sized: Sequence[tuple[UUID, int]],
    *,
    items: int,
    size: int,
    ahead: int = 0,
    workers: int = 1,
) -> Iterator[list[UUID]]:
    """
    Split (id, bytes) pairs into messages of at most `items` ids and about `size` bytes.

    Behind others, of which `ahead` wait already, a message holds up to `LARGER` times as many ids:
    most of what a message costs it costs once. But no more than a share, so that of `workers` pool
    processes none is without work while others have much.
    """
    batch: list[UUID] = []
    total, most = 0, _most(len(sized), items, ahead, workers)
    for number, (delivery_id, bytes_) in enumerate(sized):
        if batch and (len(batch) >= most or total + bytes_ > size):
            yield batch
            batch, total, ahead = [], 0, ahead + 1
            most = _most(len(sized) - number, items, ahead, workers)
        batch.append(delivery_id)
        total += bytes_
    if batch:
        yield batch


def _most(left: int, items: int, ahead: int, workers: int) -> int:
    """
    Return how many ids the next message may hold.

    What waits before it counts half in what there is to share: the other half is done by the time
    that the last is begun. In a simulation of 200 bursts of 200 to 1,000 files, 8 workers are done
    in .6 of the time that they took without a share, 2 in .97; half does best of all and nothing.
    """
    share = -(-(left + items * ahead // 2) // workers)
    return min(items * min(ahead + 1, LARGER), max(items, share), MOST_IDS)
