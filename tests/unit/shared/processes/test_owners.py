"""What the name of a lease's owner tells."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from shared.processes.owners import Presence, name_of, new_name, place, presence
from tests.e2e.running import wait_for

linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's own")


def test_a_name_is_never_given_twice() -> None:
    assert new_name() != new_name()


def test_this_process_is_there() -> None:
    assert presence(new_name()) is Presence.THERE


def test_a_process_that_ended_is_gone() -> None:
    process = subprocess.Popen(["true"])
    process.wait()

    assert presence(name_of(process.pid)) is Presence.GONE


@linux
def test_of_a_process_that_stands_still_nothing_is_known() -> None:
    """It may be stopped for ever: its lease decides."""
    process = subprocess.Popen(["sleep", "60"])
    try:
        os.kill(process.pid, signal.SIGSTOP)
        name = name_of(process.pid)
        wait_for("it stands still", lambda: presence(name) is Presence.UNKNOWN)
    finally:
        process.kill()
        process.wait()


@pytest.mark.parametrize("owner", ["elsewhere:1:abcd", "one", "", f"here:x:{place()}-0", "a:b:c:d"])
def test_of_other_places_nothing_is_known(owner: str) -> None:
    """Another host's process ids mean nothing here, nor do names that are none."""
    assert presence(owner) is Presence.UNKNOWN
