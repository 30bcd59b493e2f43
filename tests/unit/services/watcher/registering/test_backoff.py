from __future__ import annotations

from services.watcher.registering.backoff import Backoff
from shared.patience import LONGEST_WAIT


def test_it_is_ready_until_something_fails():
    backoff = Backoff(first=1.0)

    assert backoff.ready(0.0)
    backoff.failed(10.0)
    assert not backoff.ready(10.9)
    assert backoff.ready(11.0)


def test_waits_double_up_to_the_longest():
    backoff = Backoff(first=1.0)
    waits = []
    for _ in range(6):
        backoff.failed(0.0)
        waits.append(backoff.until)

    assert waits == [1.0, 2.0, 4.0, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_only_the_first_failure_in_a_row_is_worth_a_word():
    backoff = Backoff()

    assert [backoff.failed(0.0) for _ in range(3)] == [True, False, False]
    assert backoff.succeeded()
    assert backoff.failed(0.0)


def test_a_success_without_failures_is_not_worth_a_word():
    assert not Backoff().succeeded()
