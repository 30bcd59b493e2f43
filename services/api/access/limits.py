"""Limits of what a request may bring, and how slowly: nobody fills memory or holds a place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from h11 import IDLE
from starlette.exceptions import HTTPException
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from asyncio import TimerHandle, Transport
    from collections.abc import Mapping

    from starlette.types import Message, Receive

FIELDS_BYTES: Final = 256 * 1024
"""Of a body that is held in memory: a form, some JSON."""

STREAMED: Final = (b"multipart/form-data", b"application/octet-stream")
"""Bodies that go to disk as they come: files."""

HEAD_BYTES: Final = 32 * 1024
"""Of a request's line and headers."""

HEAD_SECONDS: Final = 20.0
"""In which a request's line and headers must have come."""

BODY_SECONDS: Final = 30.0
"""Between two pieces of a body."""

CLOSE: Final = {"Connection": "close"}
"""What is still to come of a refused body is not waited for."""

CONNECTIONS: Final = 512
"""At once; more are told 503."""


def limited(headers: Mapping[bytes, bytes], receive: Receive, most: int) -> Receive:
    """
    Return a `receive` that gives at most `most` bytes of files, or `FIELDS_BYTES` of anything else.

    A body that says that it is larger is refused before it is read. Raises `HTTPException` 413
    for one that is too large and 408 for one that stopped coming.
    """
    if not headers.get(b"content-type", b"").lower().startswith(STREAMED):
        most = min(most, FIELDS_BYTES)
    declared = headers.get(b"content-length", b"0")
    too_large = declared.isdigit() and int(declared) > most
    came, whole = 0, not _has_body(headers)

    async def receiving() -> Message:
        nonlocal came, whole
        if whole:
            return await receive()  # the end of the connection, for which nobody need hurry
        if too_large:
            raise _too_large(most)
        message = await _in_time(receive)
        came += len(message.get("body", b""))
        if came > most:
            raise _too_large(most)
        whole = not message.get("more_body", False)
        return message

    return receiving


def _has_body(headers: Mapping[bytes, bytes]) -> bool:
    return b"transfer-encoding" in headers or headers.get(b"content-length", b"0") != b"0"


async def _in_time(receive: Receive) -> Message:
    try:
        async with asyncio.timeout(BODY_SECONDS):
            return await receive()
    except TimeoutError as error:
        raise HTTPException(408, f"nothing came for {BODY_SECONDS:g} s", CLOSE) from error


def _too_large(most: int) -> HTTPException:
    detail = f"the body is larger than {most:,} bytes: put large files into the inbox folder"
    return HTTPException(413, detail, CLOSE)


class PunctualProtocol(H11Protocol):
    """HTTP that hangs up where a request does not come: uvicorn would wait for ever."""

    head_seconds = HEAD_SECONDS
    _late: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def handle_events(self) -> None:
        """Stop waiting where a request's head was read; begin again with a half-read next one."""
        super().handle_events()
        if self.conn.their_state is not IDLE:
            self._stop_waiting()
        elif self._late is None:
            self._wait_for_head()

    def _wait_for_head(self) -> None:
        self._late = self.loop.call_later(self.head_seconds, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
