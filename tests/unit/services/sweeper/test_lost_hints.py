"""When a message is taken for lost."""

from __future__ import annotations

from datetime import timedelta

from services.sweeper.lost_hints import DEEP_FACTOR, LostHints
from tests.builders import at

TEN = timedelta(seconds=10)


def test_at_an_empty_queue_after_the_wait() -> None:
    assert LostHints(10).before(at(5), empty=True) == at(5) - TEN


def test_in_a_deep_queue_in_the_end_too() -> None:
    """A queue that is never empty must not strand a file for ever."""
    assert LostHints(10).before(at(5), empty=False) == at(5) - TEN * DEEP_FACTOR


def test_all_that_was_sent_before_the_broker_started_again() -> None:
    lost = LostHints(10)
    lost.seen("first run", at(1))
    lost.seen("first run", at(2))
    assert lost.before(at(2), empty=False) < at(1)

    lost.seen("second run", at(3))

    assert lost.before(at(3), empty=True) == at(3)
    assert lost.before(at(3) + TEN * 2, empty=True) == at(3) + TEN


def test_a_clock_set_back_after_that_says_nothing() -> None:
    """A restart in the future would make every message lost, again and again."""
    lost = LostHints(10)
    lost.seen("first run", at(60))
    lost.seen("second run", at(60))

    assert lost.before(at(1), empty=True) == at(1) - TEN
