"""The embedded broker that an earlier `up` left behind: found, and ended, even when it hangs."""

from __future__ import annotations

import contextlib
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from services.supervisor import embedded_broker
from shared.config import Settings
from tests.e2e.running import wait_for
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def orphan(home: Path) -> Iterator[tuple[Settings, subprocess.Popen[bytes]]]:
    """Give settings of a home with a broker that nobody looks after."""
    settings = Settings(home=home)
    settings.make_folders()
    process = subprocess.Popen(embedded_broker.command(settings))
    wait_for("the broker answers", lambda: embedded_broker.answers(settings))
    yield settings, process
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    process.wait()


def test_an_orphan_is_ended_and_keeps_its_messages(
    orphan: tuple[Settings, subprocess.Popen[bytes]],
) -> None:
    """It is asked to end, and the next server finds what it held."""
    settings, process = orphan
    with embedded_broker.client(settings) as client:
        client.rpush("copydesk.live", "a message")

    assert embedded_broker.end_orphan(settings)

    assert process.wait(PATIENCE) is not None
    assert not settings.broker_socket.exists()
    again = subprocess.Popen(embedded_broker.command(settings))
    try:
        wait_for("the broker answers", lambda: embedded_broker.answers(settings))
        with embedded_broker.client(settings) as client:
            assert client.llen("copydesk.live") == 1
    finally:
        again.terminate()
        again.wait()


def test_an_orphan_that_hangs_is_killed(orphan: tuple[Settings, subprocess.Popen[bytes]]) -> None:
    """A stopped server answers nobody; its file is append-only, so it may be killed."""
    settings, process = orphan
    process.send_signal(signal.SIGSTOP)

    assert embedded_broker.end_orphan(settings)

    assert process.wait(PATIENCE) == -signal.SIGKILL


def test_without_an_orphan_nothing_happens(home: Path) -> None:
    """A fresh home has no broker; a stale pid file of another program is left alone."""
    settings = Settings(home=home)
    settings.make_folders()
    (settings.run / "broker.pid").write_text("1\n")

    assert not embedded_broker.end_orphan(settings)
