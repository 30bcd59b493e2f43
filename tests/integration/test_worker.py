"""A real Celery worker on a real broker: hints are worked off, whatever happens to it."""

from __future__ import annotations

import itertools
import os
import signal
from typing import TYPE_CHECKING

import pytest

from shared.broker.app import make_app
from shared.broker.messages import PROCESS, QUEUES
from shared.clock import now
from shared.domain.delivery import Lane
from shared.processes.alive import is_alive
from tests.builders import json_lines
from tests.e2e.running import descendants, wait_for
from tests.integration.works import Works, works_of_a_module
from tests.patience import PATIENCE
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def running(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Works]:
    """Start one worker for all tests of a database: most of its second is imports."""
    with works_of_a_module(request, tmp_path_factory) as made:
        yield made


@pytest.fixture
def works(running: Works) -> Works:
    """Give the worker, started anew if the test before ended it."""
    if running.process.poll() is not None:
        running.process = running.start()
    return running


SLOW_ITEMS = 1000
"""A delivery of so many items keeps a worker busy for a second or more."""


_numbers = itertools.count(1)


def text() -> str:
    """Return a small file with bytes of its own."""
    return json_lines(1, first=10**6 * next(_numbers))


def slow() -> str:
    """Return a delivery of so many new articles that a worker is busy with it for some seconds."""
    return json_lines(SLOW_ITEMS, words=120, first=10**6 * next(_numbers))


def test_a_hint_is_worked_off(works: Works) -> None:
    """A message that names a delivery takes it to its outcome, with Celery's task id in the row."""
    delivery_id = works.receive(text())
    works.hints.send(Lane.LIVE, [[delivery_id]])

    wait_for("it is done", lambda: works.row(delivery_id)["state"] == "done")

    row = works.row(delivery_id)
    assert row["outcome"] == "new"
    assert row["task_id"]


def test_a_delivery_without_a_message_is_found_by_the_sweeper(works: Works) -> None:
    """The ledger is the truth; the message is only a hint."""
    delivery_id = works.receive(text())

    assert works.swept_until_done(delivery_id)["outcome"] == "new"


def test_a_lost_message_is_sent_again(works: Works) -> None:
    """A broker that forgot everything costs time, not files."""
    os.kill(works.process.pid, signal.SIGSTOP)
    delivery_id = works.receive(text())
    works.sweeper.sweep(now())
    assert isinstance(works.broker, Valkey)
    with works.broker.client() as client:
        client.flushall()
    os.kill(works.process.pid, signal.SIGCONT)

    assert works.swept_until_done(delivery_id)["outcome"] == "new"


def test_a_killed_pool_child_loses_nothing(works: Works) -> None:
    """Kill -9 in the middle of a file: it is tried again, alone, and stored whole, once."""
    delivery_id = works.receive(slow(), name="many.jsonl")
    works.hints.send(Lane.LIVE, [[delivery_id]])
    wait_for("it is begun", lambda: works.row(delivery_id)["state"] == "processing")

    [child] = descendants(works.process.pid)
    os.kill(child, signal.SIGKILL)

    row = works.swept_until_done(delivery_id)
    assert (row["outcome"], row["items"]) == ("new", {"new": SLOW_ITEMS})
    assert row["attempts"] == 2
    with works.storage.reading() as reading:
        assert len(reading.of_deliveries([delivery_id])) == SLOW_ITEMS


def test_a_killed_worker_loses_nothing(works: Works) -> None:
    """Kill -9 of the whole worker: the next one takes over when the lease has run out."""
    delivery_id = works.receive(slow(), name="many.jsonl")
    works.hints.send(Lane.LIVE, [[delivery_id]])
    wait_for("it is begun", lambda: works.row(delivery_id)["state"] == "processing")

    children = descendants(works.process.pid)
    works.process.kill()
    works.process.wait()
    wait_for("its children died with it", lambda: not any(map(is_alive, children)))
    works.process = works.start()

    assert works.swept_until_done(delivery_id)["items"] == {"new": SLOW_ITEMS}


def test_a_worker_that_is_told_to_end_finishes_what_it_has(works: Works) -> None:
    """SIGTERM drains: the delivery in hand ends normally, and the process with status 0."""
    delivery_id = works.receive(slow(), name="many.jsonl")
    works.hints.send(Lane.LIVE, [[delivery_id]])
    wait_for("it is begun", lambda: works.row(delivery_id)["state"] == "processing")

    works.process.send_signal(signal.SIGTERM)

    assert works.process.wait(PATIENCE) == 0
    assert works.row(delivery_id)["outcome"] == "new"


def test_a_forged_message_does_nothing(works: Works) -> None:
    """A message may at most name a delivery; anything else is refused and the worker goes on."""
    before = refusals(works)
    app = make_app(works.settings)
    for argument in ("rm -rf", ["not-a-uuid"], {"id": 1}, ["0" * 32]):
        app.send_task(PROCESS, args=[argument], queue=QUEUES[Lane.LIVE])
    app.close()
    delivery_id = works.receive(text())
    works.hints.send(Lane.LIVE, [[delivery_id]])

    wait_for("it is done", lambda: works.row(delivery_id)["state"] == "done")
    assert refusals(works) - before == 3


def refusals(works: Works) -> int:
    log = works.settings.logs / "copydesk.jsonl"
    return log.read_text(encoding="utf-8").count("message_refused")
