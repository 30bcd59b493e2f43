"""Around every request: the token is asked for, and one line is logged."""

from __future__ import annotations

import json
import secrets
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog

from services.api.problems import MEDIA_TYPE, problem

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger(__name__)


ROUTINE = ("/health", "/status")
"""Asked every few seconds by machines and `status --watch`: `debug` when all is well."""


class Guard:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        """Take the application; an empty token lets everyone in."""
        self._app = app
        self._expected = f"Bearer {token}".encode() if token else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and log it; what broke was answered, and is logged with its trace."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        broken: Exception | None = None
        try:
            if self._allowed(scope):
                await self._app(scope, receive, noting)
            else:
                await _refuse(noting)
        except Exception as error:  # noqa: BLE001 - answered already; it goes to the log whole
            broken = error
        ms = round((time.perf_counter() - started) * 1000, 1)
        fields = {"method": scope["method"], "path": scope["path"], "status": status, "ms": ms}
        if broken is None:
            tell = log.debug if status == HTTPStatus.OK and scope["path"] in ROUTINE else log.info
            tell("request", **fields)
        else:
            log.error("request_failed", **fields, exc_info=broken)

    def _allowed(self, scope: Scope) -> bool:
        if self._expected is None:
            return True
        shown = dict(scope["headers"]).get(b"authorization", b"")
        return secrets.compare_digest(shown, self._expected)


async def _refuse(send: Send) -> None:
    body = problem(401, "this Copydesk wants a token: Authorization: Bearer …")
    headers = [
        (b"content-type", MEDIA_TYPE.encode()),
        (b"www-authenticate", b'Bearer realm="copydesk"'),
    ]
    await send({"type": "http.response.start", "status": 401, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(body).encode()})
