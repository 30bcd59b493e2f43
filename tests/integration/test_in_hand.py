"""What a worker notes of the messages in its hands: written at once, answered in time."""

from __future__ import annotations

import contextlib
import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from kombu.connection import Connection
from kombu.transport import TRANSPORT_ALIASES
from redis.exceptions import ConnectionError as Lost

from tests.e2e.running import wait_for
from tests.servers.valkey import Valkey
from workers.broker.refusals import Refusing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.broker.in_hand import Unacknowledged

QUEUE = "some.queue"


@pytest.fixture
def broker() -> Iterator[Valkey]:
    with contextlib.closing(Valkey()) as server:
        yield server.start()


@pytest.fixture
def hands(broker: Valkey, monkeypatch: pytest.MonkeyPatch) -> Iterator[Unacknowledged]:
    monkeypatch.setitem(TRANSPORT_ALIASES, "sifted", "workers.broker.sieve:Transport")
    with Connection(f"sifted+socket://{broker.socket}") as connection:
        channel: Any = connection.default_channel
        channel.queue_declare(QUEUE)
        yield channel.qos


def message(text: str) -> Any:
    return SimpleNamespace(
        _raw={"body": text, "headers": {}, "properties": {"delivery_info": {}}},
        delivery_info={"exchange": "", "routing_key": QUEUE},
    )


def assert_put_back(broker: Valkey, hands: Unacknowledged, *texts: str) -> None:
    """Fail unless these messages alone wait in the queue, and none is in hand."""
    with broker.client() as client:
        back = [json.loads(raw)["body"] for raw in client.lrange(QUEUE, 0, -1)]
        assert sorted(back) == sorted(texts)
        assert client.hlen(hands.unacked_key) == 0


def test_a_message_in_hand_is_in_the_broker_until_it_is_worked_off(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """Of a worker that dies, another finds it there."""
    hands.append(message("one"), "1")
    with broker.client() as client:
        wait_for("it is noted", lambda: client.hlen(hands.unacked_key) == 1)
        assert client.zcard(hands.unacked_index_key) == 1

        hands.ack("1")

        assert client.hlen(hands.unacked_key) == 0
        assert client.zcard(hands.unacked_index_key) == 0


def test_messages_may_be_taken_and_let_go_of_in_any_order(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """The answers to notes never get between other answers."""
    for tag in "123":
        hands.append(message(tag), tag)
    for tag in "31":
        hands.ack(tag)
    hands.append(message("4"), "4")

    with broker.client() as client:
        wait_for("it is noted", lambda: client.hexists(hands.unacked_key, "4"))
        assert sorted(client.hkeys(hands.unacked_key)) == [b"2", b"4"]


def test_a_message_in_hand_can_be_put_back(broker: Valkey, hands: Unacknowledged) -> None:
    """As kombu reads it, which wrote it until now."""
    hands.append(message("one"), "1")

    hands.restore_by_tag("1")

    assert_put_back(broker, hands, "one")


def test_a_message_that_was_just_taken_is_put_back_when_the_worker_ends(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """A rolling restart threw one away: its note was unread when the connections were closed."""
    hands.append(message("one"), "1")

    hands.channel.close()

    assert_put_back(broker, hands, "one")


def test_a_message_is_in_hand_though_the_note_of_the_one_before_was_lost(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """Its connection alone was cut: whoever waits for another broker puts both back."""
    hands.append(message("one"), "1")
    with broker.client() as client:
        wait_for("it is noted", lambda: client.hlen(hands.unacked_key) == 1)
        assert hands._speaking is not None
        hands._speaking.disconnect()

        with pytest.raises(Lost):
            hands.append(message("two"), "2")
        hands.channel.close()

    assert_put_back(broker, hands, "one", "two")


@pytest.mark.parametrize(
    "garbage",
    ["garbage", "7", "[]", '["", "", {}]', '[{"__type__": "decimal", "__value__": "?"}, "", ""]'],
)
def test_garbage_among_what_is_in_hand_is_thrown_away(
    garbage: str, broker: Valkey, hands: Unacknowledged
) -> None:
    """Whatever reading it raises: what lies behind it waits to be put back."""
    with broker.client() as client:
        client.hset(hands.unacked_key, "tag", garbage)
        client.zadd(hands.unacked_index_key, {"tag": 1})

        hands.restore_by_tag("tag")

        assert client.hlen(hands.unacked_key) == 0
        assert client.zcard(hands.unacked_index_key) == 0


def test_a_note_that_was_refused_is_said_with_the_next_one(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """A broker without memory is waited for; once it has some, all goes on."""
    with broker.client() as client:
        client.config_set("maxmemory", 1)
        hands.append(message("one"), "1")

        with pytest.raises(Refusing):
            hands.append(message("two"), "2")

        client.config_set("maxmemory", 0)
        hands.append(message("three"), "3")
        wait_for("it is noted", lambda: client.hexists(hands.unacked_key, "3"))
        hands.ack("3")


def test_a_broker_that_was_started_again_is_told_as_the_first_was(
    broker: Valkey, hands: Unacknowledged
) -> None:
    """A connection that was closed meanwhile is opened anew."""
    hands.append(message("one"), "1")
    hands.ack("1")
    broker.kill()
    broker.start()

    hands.append(message("two"), "2")

    with broker.client() as client:
        wait_for("it is noted", lambda: client.hexists(hands.unacked_key, "2"))
