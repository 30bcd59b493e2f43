"""Clients of the broker that give up soon, by its own URL or by its Sentinels'."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from shared.broker.url import Sentinels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.config import Settings

TIMEOUTS: Final[dict[str, Any]] = {
    # without it a publisher blocks for ever on a paused broker
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
}

SOON: Final[dict[str, Any]] = {"socket_timeout": 1, "socket_connect_timeout": 1}
"""… for figures that a person waits for: they are shown without the broker's just as well."""


def redis_client(settings: Settings, timeouts: Mapping[str, Any] = TIMEOUTS) -> Redis:
    """Return a plain client of the broker, with the same short timeouts, or shorter ones."""
    if sentinels := Sentinels.of(settings.broker):
        return _client_of(sentinels, timeouts)
    return Redis.from_url(
        settings.broker.replace("redis+socket://", "unix://"),
        retry=Retry(NoBackoff(), 0),
        **timeouts,
    )


def _client_of(sentinels: Sentinels, timeouts: Mapping[str, Any]) -> Redis:
    """Return a client that asks the Sentinels for the server whenever it connects."""
    from redis.sentinel import Sentinel  # noqa: PLC0415 - few have Sentinels

    manager = Sentinel(  # type: ignore[no-untyped-call]  # redis has no types here
        list(sentinels.hosts), sentinel_kwargs=dict(timeouts)
    )
    client: Redis = manager.master_for(  # type: ignore[no-untyped-call]  # redis has no types here
        sentinels.master,
        db=sentinels.db,
        password=sentinels.password,
        retry=Retry(NoBackoff(), 0),
        **timeouts,
    )
    return client
