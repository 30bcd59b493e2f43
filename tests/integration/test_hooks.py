"""Web hooks: sent in order, signed, and never lost, whatever the receiver does."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from services.sweeper.following import following
from services.sweeper.hooks import Sending
from shared.config import ROOT
from shared.config.hooks import Hook
from shared.errors import Retryable
from shared.processes.stopping import Stop
from tests.builders import article, filed
from tests.contract.day import store
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.storage import Storage

SECRET = "sixteen letters or more"


class Receiver:
    """A real HTTP server that answers as it is told, with 200 when nothing was said."""

    def __init__(self) -> None:
        """Listen on any free port."""
        self.answers: list[int] = []
        self.taken: list[tuple[dict[str, str], bytes]] = []
        self.moved = threading.Condition()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with receiver.moved:
                    status = receiver.answers.pop(0) if receiver.answers else 200
                    if status == 200:
                        receiver.taken.append((dict(self.headers), body))
                    receiver.moved.notify_all()
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Be silent."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/changes"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        """End."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    @property
    def changes(self) -> list[dict[str, Any]]:
        """All changes that were taken."""
        return [change for _, body in self.taken for change in json.loads(body)["changes"]]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Give a receiver."""
    running = Receiver()
    yield running
    running.close()


def sending(receiver: Receiver, storage: Storage, **more: Any) -> Sending:
    given = {"url": receiver.url, "secret": SECRET, "start": "beginning", "at_once": 2, **more}
    return Sending("desk", Hook.model_validate(given), storage)


def write(storage: Storage, count: int) -> None:
    for _ in range(count):
        written = article(headline="Report", body=(f"{uuid4()} nothing alike",) * 2)
        store(storage, [filed(written, delivery_id=uuid4())])


def send_all(hook: Sending) -> None:
    hook.step()  # a new one begins
    while hook.step():
        pass


def test_every_change_is_sent_once_and_in_order(receiver: Receiver, storage: Storage) -> None:
    """Signed, which a receiver checks as docs/reading.md shows; in the shape of the API."""
    write(storage, 3)
    hook = sending(receiver, storage)
    send_all(hook)
    with storage.reading() as reading:
        assert [each["seq"] for each in receiver.changes] == list(
            range(1, reading.last_change() + 1)
        )
    headers, body = receiver.taken[0]
    told = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    documented: dict[str, Any] = {}
    exec(told.partition("```python signature\n")[2].partition("```")[0], documented)
    assert documented["is_genuine"](headers["Copydesk-Signature"], body, SECRET)
    assert not documented["is_genuine"](headers["Copydesk-Signature"], body + b" ", SECRET)
    assert json.loads(body)["hook"] == "desk"
    assert SECRET.encode() not in body


def test_what_was_not_taken_is_sent_again_also_after_a_restart(
    receiver: Receiver, storage: Storage
) -> None:
    """The number moves when the receiver has said yes, and stands in the database."""
    write(storage, 2)
    hook = sending(receiver, storage)
    hook.step()
    receiver.answers = [500]
    with pytest.raises(Retryable, match=r"desk.*500"):
        hook.step()
    assert hook.step() == 2
    again = sending(receiver, storage)  # another process
    while again.step():
        pass
    assert [each["seq"] for each in receiver.changes] == [1, 2, 3, 4]


def test_a_receiver_that_is_away_is_waited_for(receiver: Receiver, storage: Storage) -> None:
    """With nobody listening, nothing is lost; it goes on by itself when there is someone."""
    write(storage, 1)
    receiver.answers = [503, 404]
    stop = Stop()
    thread = following("hook", sending(receiver, storage).step, stop, lambda: 0.01, 0.05)
    with receiver.moved:
        assert receiver.moved.wait_for(lambda: len(receiver.changes) == 2, PATIENCE)
    stop.set()
    thread.join(PATIENCE)
    receiver.server.server_close()
    write(storage, 1)
    with pytest.raises(Retryable, match="desk"):
        sending(receiver, storage).step()


def test_a_new_hook_begins_with_what_comes_and_gets_what_it_wants(
    receiver: Receiver, storage: Storage
) -> None:
    """Other kinds are passed over, and not waited for."""
    write(storage, 1)
    hook = sending(receiver, storage, start="now", kinds=["story_head"])
    assert hook.step() == 0
    write(storage, 1)
    while hook.step():
        pass
    assert [(each["seq"], each["kind"]) for each in receiver.changes] == [(4, "story_head")]
