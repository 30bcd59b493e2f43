from __future__ import annotations

import errno
import os
import select
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest
from structlog.testing import capture_logs

from services.watcher.arrivals.events import Waker
from services.watcher.arrivals.sources import NoEvents, open_source
from shared.errors import UserError
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def waker() -> Iterator[Waker]:
    made = Waker()
    yield made
    made.close()


@pytest.mark.parametrize("mode", ["poll", "auto"])
def test_a_wake_up_ends_a_wait_at_once(mode: str, waker: Waker):
    """A signal must not wait for the next event."""
    source = open_source(mode, waker)
    timer = threading.Timer(0.05, waker.wake)
    timer.start()

    assert list(source.wait(100 * PATIENCE)) == []

    timer.join()
    source.close()


def test_a_wake_up_before_the_wait_is_not_lost(waker: Waker):
    waker.wake()

    list(NoEvents(waker).wait(100 * PATIENCE))


def test_one_that_has_ended_needs_no_waking():
    """
    `stop` sets its flag and then wakes: the watcher may have seen the flag and closed by then.

    The descriptor may be another pipe's meanwhile, which would get a byte that is not for it.
    """
    ended = Waker()
    both = {ended.reader, ended.writer}
    ended.close()
    reused = [descriptor for _ in range(4) for descriptor in os.pipe()]

    ended.wake()

    assert both <= set(reused)
    assert not select.select(reused[::2], [], [], 0)[0]
    for descriptor in reused:
        os.close(descriptor)


def test_many_wake_ups_are_one(waker: Waker):
    """The pipe may be full; nobody waits for room in it."""
    for _ in range(100_000):
        waker.wake()
    source = NoEvents(waker)
    list(source.wait(10))
    began = time.monotonic()

    list(source.wait(0.05))

    assert time.monotonic() - began >= 0.04


def test_polling_watches_no_folder(waker: Waker):
    assert not NoEvents(waker).watch("", 0)


@pytest.fixture
def no_instances(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_waker: Waker) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr("services.watcher.arrivals.inotify.Inotify", refuse)


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
@pytest.mark.usefixtures("no_instances")
def test_without_events_the_folder_is_polled_and_the_remedy_said(waker: Waker):
    with capture_logs() as lines:
        source = open_source("auto", waker)

    assert source.mode == "poll"
    assert "max_user_instances" in lines[0]["remedy"]


@pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's own")
@pytest.mark.usefixtures("no_instances")
def test_who_asked_for_events_is_told_that_there_are_none(waker: Waker):
    with pytest.raises(UserError, match="COPYDESK_WATCH=poll"):
        open_source("events", waker)
