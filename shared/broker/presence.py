"""
Who works, on every machine: each process says every few seconds in the broker that it lives.

A sign runs out by itself, so that a process that was killed is missed within seconds. Nothing
rests on these signs but what people are shown: who may do what is the ledger's business.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self

import structlog
from redis.exceptions import RedisError, ResponseError

from shared import clock
from shared.broker.client import redis_client

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from redis import Redis

    from shared.config import Settings

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 5.0

LASTS_SECONDS: Final = 16
"""Three signs may be late before a process is missed."""

INDEX: Final = "copydesk.alive"
"""The set of the signs' keys: a broker that others use too is never searched through."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One process that lives."""

    role: str
    host: str
    pid: int
    since: datetime
    pool: tuple[int, ...] = ()
    """The pids of a worker's pool processes."""


class Presence:
    """Gives this process's signs, by a thread, until the block ends."""

    def __init__(
        self, settings: Settings, role: str, pool: Callable[[], Sequence[int]] = tuple
    ) -> None:
        """Take the role, and what tells the pool processes of a worker."""
        self._redis = redis_client(settings)
        self._sign = Sign(role, socket.gethostname(), os.getpid(), clock.now())
        self._pool = pool
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._give_signs, name="presence", daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Take the sign back: nobody shall wait for it to run out."""
        self._over.set()
        self._thread.join()
        try:
            self._redis.delete(self._key)
        except (RedisError, OSError) as error:
            log.debug("sign_not_given", reason=str(error))
        self._redis.close()

    @property
    def _key(self) -> str:
        return f"{INDEX}.{self._sign.host}.{self._sign.pid}"

    def _give_signs(self) -> None:
        while True:
            try:
                self._give()
            except (RedisError, OSError) as error:
                # whoever needs the broker for more than this says that it is away
                log.debug("sign_not_given", reason=str(error))
            if self._over.wait(EVERY_SECONDS):
                return

    def _give(self) -> None:
        sign = self._sign
        words = {
            "role": sign.role,
            "host": sign.host,
            "pid": sign.pid,
            "since": sign.since.isoformat(),
            "pool": list(self._pool()),
        }
        with self._redis.pipeline(transaction=False) as both:
            both.set(self._key, json.dumps(words), ex=LASTS_SECONDS)
            both.sadd(INDEX, self._key)
            both.execute()


def signs(redis: Redis) -> list[Sign]:
    """Return who lives, by role, host and pid; raises redis's errors when the broker is away."""
    keys = sorted(redis.smembers(INDEX))
    found = [_read(value) for value in (redis.mget(keys) if keys else [])]
    if gone := [key for key, sign in zip(keys, found, strict=True) if sign is None]:
        with contextlib.suppress(ResponseError):  # its disk is full: it tells, and takes nothing
            redis.srem(INDEX, *gone)
    alive = [sign for sign in found if sign is not None]
    return sorted(alive, key=lambda sign: (sign.role, sign.host, sign.pid))


def _read(value: bytes | str | None) -> Sign | None:
    """Return a sign; None for one that ran out, and for what somebody else has put there."""
    try:
        words = json.loads(value or "")
        since = datetime.fromisoformat(words["since"])
        role, host, pid = str(words["role"]), str(words["host"]), int(words["pid"])
        return Sign(role, host, pid, since, tuple(map(int, words["pool"])))
    except (ValueError, TypeError, LookupError):
        return None
