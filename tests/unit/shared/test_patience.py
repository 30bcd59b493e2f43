"""Passing failures are waited out, and said once."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from shared.errors import Retryable
from shared.patience import LONGEST_WAIT, patiently


class Flaky:
    """Fails so many times, then works."""

    def __init__(self, failures: int) -> None:
        self.failures = failures

    def __call__(self) -> str:
        """Work, or fail once more."""
        if self.failures:
            self.failures -= 1
            message = "the database is away"
            raise Retryable(message)
        return "done"


def test_it_is_tried_until_it_works() -> None:
    """The waits double up to the longest."""
    waits: list[float] = []

    assert patiently(Flaky(8), first=0.5, sleep=waits.append) == "done"
    assert waits == [0.5, 1, 2, 4, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_a_failure_is_said_once_and_its_end_once() -> None:
    """A night without a database is two lines of log."""
    with capture_logs() as lines:
        patiently(Flaky(1000), sleep=lambda _: None)

    assert [line["event"] for line in lines] == ["waiting", "waited"]
    assert lines[0]["reason"] == "the database is away"
    assert lines[1]["failures"] == 1000


def test_it_ends_when_it_is_told_to() -> None:
    """A process that is asked to stop does not wait for the database."""
    with pytest.raises(Retryable):
        patiently(Flaky(2), give_up=lambda: True, sleep=lambda _: None)


def test_other_errors_pass_at_once() -> None:
    """A defect is not waited out."""
    with pytest.raises(ZeroDivisionError):
        patiently(lambda: 1 / 0, sleep=lambda _: None)
