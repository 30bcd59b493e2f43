"""What a request may bring, and how slowly."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException

from services.api.access import limits
from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.access.limits import FIELDS_BYTES, PunctualProtocol, limited
from services.api.answers import problems
from shared.config import Settings
from tests.patience import PATIENCE
from tests.unit.services.api.access.doors import Kept, ask

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

UPLOAD = 1_000_000


def taking() -> Guard:
    """Return an application that counts the bytes that it is given."""
    app = FastAPI()
    problems.register(app)

    @app.post("/files")
    async def files(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    kept: Any = Kept()
    return Guard(app, Door(Settings(), kept), upload_bytes=UPLOAD)


async def in_pieces(size: int) -> AsyncIterator[bytes]:
    for _ in range(size // 1000):
        yield bytes(1000)


@pytest.mark.parametrize(
    ("kind", "size", "status"),
    [
        ("application/octet-stream", UPLOAD, 200),
        ("application/octet-stream", UPLOAD + 1000, 413),
        ("multipart/form-data; boundary=x", UPLOAD + 1000, 413),
        ("application/json", FIELDS_BYTES // 1000 * 1000, 200),
        ("application/json", UPLOAD, 413),
        ("", UPLOAD, 413),
    ],
)
def test_a_body_that_is_too_large_is_refused(kind: str, size: int, status: int) -> None:
    """With its length declared, and without: then when too much has come."""
    headers = {"Content-Type": kind}
    for content in (bytes(size), in_pieces(size)):
        found = ask(taking(), "POST", "/files", content=content, headers=headers)
        assert found.status_code == status
    if status == 200:
        assert found.json() == {"bytes": size}
    else:
        assert found.headers["connection"] == "close"
        assert "inbox" in found.json()["detail"]


def test_a_body_that_stops_coming_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """408, and the place is free again; after its end nobody need hurry."""
    monkeypatch.setattr(limits, "BODY_SECONDS", 0.01)
    headers = {b"content-length": b"10"}

    async def never() -> Any:
        await asyncio.Event().wait()

    with pytest.raises(HTTPException) as raised:
        asyncio.run(limited(headers, never, UPLOAD)())  # type: ignore[arg-type]
    assert raised.value.status_code == 408

    async def end_then_leave() -> list[str]:
        messages = iter(({"type": "http.request", "body": bytes(10)}, {"type": "http.disconnect"}))

        async def receive() -> Any:
            message = next(messages)
            if message["type"] == "http.disconnect":
                await asyncio.sleep(0.05)
            return message

        receiving = limited(headers, receive, UPLOAD)
        return [(await receiving())["type"], (await receiving())["type"]]

    assert asyncio.run(end_then_leave()) == ["http.request", "http.disconnect"]


class Hasty(PunctualProtocol):
    """Waits a moment only."""

    head_seconds = 0.2


@pytest.fixture
def port() -> Iterator[int]:
    """Give the port of a real server that waits for a request's head only a moment."""
    config = uvicorn.Config(
        taking(), http=Hasty, ws="none", log_config=None, h11_max_incomplete_event_size=5000
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield listener.getsockname()[1]
        server.should_exit = True
        thread.join()


@pytest.mark.parametrize(
    "sent", [b"", b"GET /files HT", b"GET /files HTTP/1.1\r\nHost: localhost\r\n"]
)
def test_a_request_that_does_not_come_loses_its_connection(port: int, sent: bytes) -> None:
    """Whether nothing came or a part of it."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
        client.sendall(sent)
        assert client.recv(100) == b""


def test_a_request_in_pieces_is_served_and_the_next_one_too(port: int) -> None:
    """The time runs for each request anew."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
        for _ in range(2):
            for piece in (
                b"POST /files HTTP/1.1\r\nHost: local",
                b"host\r\nContent-Length: 3\r\n\r\nab",
                b"c",
            ):
                client.sendall(piece)
            came = b""
            while not came.endswith(b"}"):
                came += client.recv(10_000)
            assert came.startswith(b"HTTP/1.1 200")
        client.sendall(b"GET /ha")
        assert client.recv(100) == b""


def test_a_head_that_is_too_large_is_refused(port: int) -> None:
    """Before it fills the memory."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
        client.sendall(b"GET /files HTTP/1.1\r\nX: " + b"x" * 20_000)
        assert b" 400 " in client.recv(10_000)
