"""Costly values: found in the background, at most a tenth of the time, errors and all."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from services.api.desk.figures.settled import Settled
from shared.errors import Retryable
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable


class Finding:
    """Finds 1, 2, 3, … as often as it is let; a clock that only it moves."""

    def __init__(self, cost: float = 2.0) -> None:
        self.now = 0.0
        self.found = 0
        self.cost = cost
        self.gate = threading.Event()
        self.gate.set()
        self.then: Callable[[], None] = lambda: None

    def __call__(self) -> int:
        """Find the next."""
        assert self.gate.wait(PATIENCE)
        self.then()
        self.now += self.cost
        self.found += 1
        return self.found

    def settled(self) -> Settled[int]:
        """Return what is under test, by this clock."""
        return Settled(self, clock=lambda: self.now)


def test_a_value_rests_nine_times_as_long_as_it_took() -> None:
    """Two seconds to find it: eighteen of rest, then it is found again."""
    finding = Finding()
    settled = finding.settled()
    assert settled.get(PATIENCE) == 1
    finding.now += 17.9
    assert settled.get(PATIENCE) == 1
    finding.now += 0.2
    assert settled.get(PATIENCE) == 2


def test_who_asks_while_it_is_found_is_given_the_last_one() -> None:
    """Nobody waits longer than his patience: first for nothing, then for what was."""
    finding = Finding()
    settled = finding.settled()
    finding.gate.clear()
    assert settled.get(0) is None
    finding.gate.set()
    assert settled.get(PATIENCE) == 1
    finding.now += 100
    finding.gate.clear()
    assert settled.get(0) == 1
    finding.gate.set()
    assert settled.get(PATIENCE) == 2


def test_who_changed_something_is_shown_it() -> None:
    """The value is found again at once, however young it is."""
    finding = Finding()
    settled = finding.settled()
    assert settled.get(PATIENCE) == 1
    settled.forget()
    assert settled.get(PATIENCE) == 2


def test_a_failure_is_raised_until_it_is_over() -> None:
    """The error of the last look, not an old value that nobody could trust."""
    finding = Finding()
    settled = finding.settled()

    def fail() -> None:
        raise Retryable("the database is away")

    finding.then = fail
    with pytest.raises(Retryable, match="away"):
        settled.get(PATIENCE)
    finding.then = lambda: None
    finding.now += 1
    assert settled.get(PATIENCE) == 1
