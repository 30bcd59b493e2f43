"""Signs of life: given in a real broker, seen from elsewhere, gone when their process is."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

import pytest

from shared.broker import presence
from shared.broker.client import redis_client
from shared.broker.hints import Hints
from shared.broker.presence import INDEX, Presence, signs
from shared.config import Settings
from tests.e2e.running import wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from redis import Redis

    from tests.servers.valkey import Valkey


@pytest.fixture
def settings(home: Path, broker_url: str) -> Settings:
    """Give settings with a broker of the test's own."""
    return Settings(home=home, broker_url=broker_url)


@pytest.fixture
def redis(settings: Settings) -> Redis:
    """Give a client of that broker."""
    return redis_client(settings)


def test_a_process_is_seen_while_it_works_and_not_after(settings: Settings, redis: Redis) -> None:
    """Role, host, pid and the pool, as they are."""
    with Presence(settings, "worker", lambda: [11, 12]):
        [sign] = wait_for("a sign", lambda: signs(redis))
        assert (sign.role, sign.host, sign.pid) == ("worker", socket.gethostname(), os.getpid())
        assert sign.pool == (11, 12)
        assert 0 < redis.ttl(redis.smembers(INDEX).pop()) <= presence.LASTS_SECONDS

    assert signs(redis) == []


def test_a_process_that_was_killed_is_forgotten(settings: Settings, redis: Redis) -> None:
    """Its sign runs out; the index forgets it at the next look."""
    with Presence(settings, "worker"):
        wait_for("a sign", lambda: signs(redis))
        [key] = redis.smembers(INDEX)
    redis.sadd(INDEX, key)

    assert signs(redis) == []
    assert redis.smembers(INDEX) == set()


def test_a_broker_that_takes_nothing_still_tells(
    settings: Settings, redis: Redis, broker: Valkey
) -> None:
    """Its disk is full, say: what ran out cannot be taken off the index, and the rest is read."""
    redis.sadd(INDEX, "ran out")
    hints = Hints(settings)
    with Presence(settings, "worker"), broker.client() as client:
        wait_for("a sign", lambda: redis.scard(INDEX) > 1)
        client.config_set("min-replicas-to-write", 1)
        look = hints.look()
        client.config_set("min-replicas-to-write", 0)
    hints.close()

    assert look.depths == {"live": 0, "bulk": 0}
    assert [sign.role for sign in look.signs] == ["worker"]


def test_what_is_no_sign_is_nobody(settings: Settings, redis: Redis) -> None:
    """Whoever can write to the broker must not be able to end those who look."""
    for number, forged in enumerate(["", "[", "7", '{"since": 1}', '{"role": "worker"}']):
        redis.set(f"forged.{number}", forged)
        redis.sadd(INDEX, f"forged.{number}")
    with Presence(settings, "worker", lambda: [11, 12]):
        wait_for("a sign", lambda: redis.scard(INDEX) > 5)

        assert [sign.role for sign in signs(redis)] == ["worker"]
        assert redis.scard(INDEX) == 1


def test_pool_processes_of_all_workers_are_counted(settings: Settings, redis: Redis) -> None:
    """One, where nobody has said yet that he lives: somebody will."""
    hints = Hints(settings)
    none_yet = hints.workers()
    with Presence(settings, "worker", lambda: [11, 12]):
        wait_for("a sign", lambda: signs(redis))

        assert (none_yet, hints.workers()) == (1, 2)
    hints.close()


def test_a_broker_that_is_away_stops_no_process(
    settings: Settings, redis: Redis, broker: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signs are given again when it is back."""
    monkeypatch.setattr(presence, "EVERY_SECONDS", 0.05)
    broker.kill()
    with Presence(settings, "sweeper"):
        broker.start()
        [sign] = wait_for("a sign", lambda: signs(redis))

    assert sign.role == "sweeper"
