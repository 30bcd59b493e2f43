"""The watchdog: what hangs where no signal of Python's is seen ends with its process."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from shared.config import ROOT
from tests.patience import PATIENCE

PROGRAM = """
import ctypes, signal, sys
from workers.limits import watchdog

{before}
sys.platform = {platform!r}
clock = [0.0]
dog = watchdog.Watchdog(1.0, clock=lambda: clock[0])
{steps}
"""

HANG = "ctypes.PyDLL(None).sleep(60)"
"""Sleeps without giving the interpreter free: no signal handler and no thread of Python runs."""

ALARMS = {
    "linux": pytest.param(
        "linux",
        marks=pytest.mark.skipif(sys.platform != "linux", reason="a timer of Linux's kernel"),
        id="timer",
    ),
    "darwin": pytest.param("darwin", id="thread"),
}

both = pytest.mark.parametrize("platform", ALARMS.values())


def watched(platform: str, *steps: str, before: str = "") -> subprocess.CompletedProcess[str]:
    program = PROGRAM.format(platform=platform, steps="\n".join(steps), before=before)
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@both
def test_a_hang_that_no_signal_handler_sees_ends_the_process(platform: str) -> None:
    """And says where it was."""
    done = watched(platform, "dog.step()", HANG, "print('went on')")

    assert done.returncode == {"linux": -signal.SIGVTALRM, "darwin": 1}[platform]
    assert done.stdout == ""
    assert "line" in done.stderr


@both
def test_a_watchdog_that_rests_ends_nothing(platform: str) -> None:
    """Waiting for a database is no hang; the next item wakes it."""
    steps = ["dog.step()", "dog.rest()", "ctypes.CDLL(None).usleep(1_500_000)", "print(1)"]
    rested = watched(platform, *steps)

    assert (rested.returncode, rested.stdout) == (0, "1\n")


@both
def test_a_watchdog_that_rested_watches_the_next_item(platform: str) -> None:
    """A batch that was written is followed by another."""
    done = watched(platform, "dog.step()", "dog.rest()", "dog.step()", HANG, "print('went on')")

    assert done.returncode != 0
    assert done.stdout == ""


@both
def test_many_items_may_take_longer_than_one_may(platform: str) -> None:
    """Each of them sets the alarm anew."""
    steps = ["for _ in range(5):", "    dog.step()", "    ctypes.CDLL(None).usleep(400_000)"]
    done = watched(platform, *steps, "    clock[0] += 0.4", "dog.rest()", "print(1)")

    assert (done.returncode, done.stdout) == (0, "1\n")


@pytest.mark.skipif(sys.platform != "linux", reason="a timer of Linux's kernel")
def test_a_handler_that_a_library_left_does_not_keep_the_process_alive() -> None:
    """Celery's pool gives its children handlers of its own for every signal that ends them."""
    left = "signal.signal(signal.SIGVTALRM, lambda *_: None)"
    done = watched("linux", "dog.step()", HANG, "print('went on')", before=left)

    assert (done.returncode, done.stdout) == (-signal.SIGVTALRM, "")
    assert "line" in done.stderr


@both
def test_what_becomes_of_an_item_is_watched_as_its_parsing_is(platform: str) -> None:
    """A message's items are normalised together, when its last file is read and all rests."""
    done = watched(
        platform,
        "import pathlib",
        "from shared import clock as clocks",
        "from shared.config import Settings",
        "from shared.domain.article import RawItem",
        "from workers import reading",
        f"reading.normalise = lambda *_, **__: {HANG}",
        "reader = reading.Reader(Settings(), dog)",
        "reader.rest()",
        "item = RawItem(body=('A text.',), body_source='test', claims={})",
        "source = reading.Source(name='a', path=pathlib.Path(), provider='b',"
        " received_at=clocks.now())",
        "reader.normalised(item, source, reading.Clock())",
        "print('went on')",
    )

    assert done.returncode == {"linux": -signal.SIGVTALRM, "darwin": 1}[platform]
    assert done.stdout == ""
