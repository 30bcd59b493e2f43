"""Limits: time that cannot be swallowed, memory that ends in an error and not in the process."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
import time

import pytest

from shared.config import ROOT
from tests.patience import PATIENCE
from workers.limits import time_and_memory
from workers.limits.time_and_memory import (
    Ending,
    Overtime,
    TimeLimit,
    end_soon,
    is_ending,
    raise_if_ending,
)


def test_a_block_that_never_ends_is_ended() -> None:
    """The alarm rings in the middle of anything that runs Python."""
    with pytest.raises(Overtime), TimeLimit(0.05):
        spin(until=time.monotonic() + 30)


def test_a_parser_that_swallows_errors_is_ended_all_the_same() -> None:
    """The alarm is no `Exception`, and rings again."""
    started = time.monotonic()
    with pytest.raises(Overtime), TimeLimit(0.05):
        swallow_everything(until=started + 30)


def test_a_block_in_time_is_left_alone() -> None:
    """Nothing rings after the block."""
    with TimeLimit(PATIENCE):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_too_much_memory_is_an_error_of_the_parse() -> None:
    """Beyond the limit Python raises `MemoryError`; the process lives."""
    code = (
        "from workers.limits.time_and_memory import limit_memory\n"
        "limit_memory(100)\n"
        "kept = bytearray(50_000_000)\n"
        "try:\n    bytearray(200_000_000)\n"
        "except MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"


@pytest.fixture
def goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process forget afterwards that it was told to end."""
    monkeypatch.setattr(time_and_memory._State, "ending", False)


@pytest.mark.usefixtures("goes_on")
def test_a_process_ends_between_items_once_it_was_told_to() -> None:
    """Asked before, nothing is raised."""
    raise_if_ending()
    assert not is_ending()
    end_soon()
    assert is_ending()
    with pytest.raises(Ending):
        raise_if_ending()


@pytest.mark.usefixtures("goes_on")
def test_what_is_being_read_is_broken_off_when_the_process_shall_end() -> None:
    """However long it might take; it is no overtime, and is given back."""
    with pytest.raises(Ending), TimeLimit(PATIENCE):
        spin(until=time.monotonic() + PATIENCE, ending_at_once=True)


@pytest.mark.usefixtures("goes_on")
def test_what_is_begun_after_the_word_to_end_is_broken_off_too() -> None:
    """The word may come between two items, where nobody asks for it before the next is read."""
    end_soon()
    with pytest.raises(Ending), TimeLimit(10 * PATIENCE):
        spin(until=time.monotonic() + PATIENCE)


def spin(until: float, *, ending_at_once: bool = False) -> None:
    if ending_at_once:
        end_soon()
    while time.monotonic() < until:
        pass


def swallow_everything(until: float) -> None:
    while time.monotonic() < until:
        with contextlib.suppress(Exception):
            time.sleep(0.01)
