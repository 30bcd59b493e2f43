from __future__ import annotations

import threading
import time

import pytest
from structlog.testing import capture_logs

from services.watcher.registering.broker_health import BrokerHealth
from shared.errors import Retryable
from tests.patience import PATIENCE


class Broker:
    """A broker that is there or away, and may take its time to say so."""

    def __init__(self) -> None:
        self.away = False
        self.slow = threading.Event()
        self.slow.set()
        self.asked = 0

    def depth(self) -> int:
        """Answer, or fail, when `slow` is set."""
        self.asked += 1
        self.slow.wait(PATIENCE)
        if self.away:
            raise Retryable("the broker cannot be reached")
        return 7


@pytest.fixture
def broker() -> Broker:
    return Broker()


def until_back(health: BrokerHealth) -> int:
    end = time.monotonic() + PATIENCE
    while (depth := health.depth()) is None:
        assert time.monotonic() < end, "it was not asked again"
        time.sleep(0.01)
    return depth


def test_a_broker_that_answers_is_asked_each_time(broker: Broker):
    health = BrokerHealth(broker.depth)

    assert [health.depth() for _ in range(3)] == [7, 7, 7]
    assert broker.asked == 3


def test_a_broker_that_came_back_is_found_again(broker: Broker):
    health = BrokerHealth(broker.depth)
    broker.away = True
    assert health.depth() is None

    broker.away = False

    assert until_back(health) == 7


def test_after_the_first_failure_nobody_waits_for_it(broker: Broker):
    """A paused broker accepts the connection and says nothing for five seconds."""
    health = BrokerHealth(broker.depth)
    broker.away = True
    health.depth()
    broker.slow.clear()
    began = time.monotonic()
    while broker.asked < 2:
        health.depth()
        assert time.monotonic() < began + PATIENCE
    for _ in range(100):
        assert health.depth() is None

    assert broker.asked == 2, "one question at a time"
    broker.slow.set()


def test_an_outage_is_said_once_and_its_end_when_a_message_was_taken(broker: Broker):
    health = BrokerHealth(broker.depth)
    broker.away = True
    with capture_logs() as lines:
        for _ in range(60):
            health.depth()
            time.sleep(0.01)
        broker.away = False
        until_back(health)
        health.succeeded()
        health.succeeded()

    assert [line["event"] for line in lines] == ["broker_away", "broker_back"]
