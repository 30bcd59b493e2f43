"""Limits: time that cannot be swallowed, memory that ends in an error and not in the process."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time

import pytest

from shared.config import ROOT
from workers.limits import Overtime, time_limit


def test_a_block_that_never_ends_is_ended() -> None:
    """The alarm rings in the middle of anything that runs Python."""
    with pytest.raises(Overtime), time_limit(0.05):
        spin(until=time.monotonic() + 30)


def test_a_parser_that_swallows_errors_is_ended_all_the_same() -> None:
    """The alarm is no `Exception`, and rings again."""
    started = time.monotonic()
    with pytest.raises(Overtime), time_limit(0.05):
        swallow_everything(until=started + 30)


def test_a_block_in_time_is_left_alone() -> None:
    """Nothing rings after the block."""
    with time_limit(0.05):
        pass
    time.sleep(0.1)


def test_too_much_memory_is_an_error_of_the_parse() -> None:
    """Beyond the limit Python raises `MemoryError`; the process lives."""
    code = (
        "from workers.limits import limit_memory\n"
        "limit_memory(100)\n"
        "kept = bytearray(50_000_000)\n"
        "try:\n    bytearray(200_000_000)\n"
        "except MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "refused\n"


def spin(until: float) -> None:
    while time.monotonic() < until:
        pass


def swallow_everything(until: float) -> None:
    while time.monotonic() < until:
        with contextlib.suppress(Exception):
            time.sleep(0.01)


HANGING = """
import ctypes, sys
from workers.limits import Watchdog

clock = [0.0]
dog = Watchdog(1.0, clock=lambda: clock[0])
{steps}
"""

HANG = "ctypes.PyDLL(None).sleep(60)"
"""Sleeps without giving the interpreter free: no signal handler and no thread of Python runs."""


def watched(*steps: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", HANGING.format(steps="\n".join(steps))],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_hang_that_no_signal_reaches_ends_the_process() -> None:
    """And says where it was."""
    done = watched("dog.step()", HANG, "print('went on')")

    assert (done.returncode, done.stdout) == (1, "")
    assert "line" in done.stderr


def test_a_watchdog_that_rests_ends_nothing() -> None:
    """Waiting for a database is no hang; the next item wakes it."""
    rested = watched("dog.step()", "dog.rest()", "ctypes.CDLL(None).usleep(1_500_000)", "print(1)")

    assert (rested.returncode, rested.stdout) == (0, "1\n")


def test_many_items_may_take_longer_than_one_may() -> None:
    """Each of them sets the alarm anew."""
    steps = ["for _ in range(5):", "    dog.step()", "    ctypes.CDLL(None).usleep(400_000)"]
    done = watched(*steps, "    clock[0] += 0.4", "dog.rest()", "print(1)")

    assert (done.returncode, done.stdout) == (0, "1\n")
