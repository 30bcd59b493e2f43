"""Around every request: who asks, and may they; and one line is logged."""

from __future__ import annotations

import logging
import time
from http import HTTPStatus
from typing import TYPE_CHECKING

import structlog
from starlette.concurrency import run_in_threadpool

from services.api.access.callers import NEEDS_OPERATE
from services.api.access.door import ANYONE, STRANGER, token_in
from services.api.access.headers import protect
from services.api.access.limits import FIELDS_BYTES, limited
from services.api.access.origin import SAFE_METHODS, is_foreign, is_from_here
from services.api.access.refusals import (
    FOREIGN,
    NOT_HERE,
    SIGN_IN,
    Refused,
    away,
    too_many,
    unknown,
)
from services.api.access.throttle import TooMany
from shared import logs
from shared.errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from services.api.access.door import Door
    from shared.domain.access import Caller

log = structlog.get_logger(__name__)


ROUTINE = ("/health", "/status", "/metrics")
"""Asked every few seconds by machines and `status --watch`: `debug` when all is well."""

PAGES = "/desk/"
"""Pages that are open ask for themselves as often as something moves."""

OWN_TOKEN = (SIGN_IN, "/logout")
"""What changes nothing but the browser that asks: any scope may."""


class Guard:
    """An ASGI application around another."""

    def __init__(self, app: ASGIApp, door: Door, *, upload_bytes: int = FIELDS_BYTES) -> None:
        """Take the application, who knows the tokens, and how large a file may be sent."""
        self._app = app
        self._door = door
        self._upload_bytes = upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and log it; what broke was answered, and is logged with its trace."""
        if scope["type"] == "http":
            await self._serve(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        # nothing else is served: the server closes the connection

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                protect(message)
            await send(message)

        broken: Exception | None = None
        caller = STRANGER
        try:
            caller = await self._admit(scope)
            with logs.bind(**_named(caller)):
                await self._app(_as_get(scope), self._limited(scope, receive, caller), noting)
        except Refused as refusal:
            await refusal.answer(noting)
        except Exception as error:  # noqa: BLE001 - answered already; it goes to the log whole
            broken = error
        ms = round((time.perf_counter() - started) * 1000, 1)
        fields = {"method": scope["method"], "path": scope["path"], "status": status, "ms": ms}
        fields |= _named(caller)
        if broken is None:
            routine = status == HTTPStatus.OK and _is_routine(scope)
            log.log(logging.DEBUG if routine else logging.INFO, "request", **fields)
        else:
            log.error("request_failed", **fields, exc_info=broken)

    async def _admit(self, scope: Scope) -> Caller:
        """Return who asks, and leave it for the routes; raises `Refused`."""
        headers: Mapping[bytes, bytes] = dict(scope["headers"])
        if is_foreign(scope["method"], headers):
            raise Refused(HTTPStatus.FORBIDDEN, FOREIGN)
        caller = await run_in_threadpool(self._caller, headers, scope.get("client"))
        if caller is None:
            if scope["path"] == SIGN_IN:
                return STRANGER
            raise unknown(scope, headers)
        changes = scope["method"] not in SAFE_METHODS and scope["path"] not in OWN_TOKEN
        if changes and not caller.operates:
            raise Refused(HTTPStatus.FORBIDDEN, NEEDS_OPERATE)
        scope.setdefault("state", {})["caller"] = caller
        return caller

    def _limited(self, scope: Scope, receive: Receive, caller: Caller) -> Receive:
        most = self._upload_bytes if caller.operates else FIELDS_BYTES
        return limited(dict(scope["headers"]), receive, most)

    def _caller(
        self, headers: Mapping[bytes, bytes], client: tuple[str, int] | None
    ) -> Caller | None:
        try:
            if not self._door.is_open():
                return self._door.caller(token_in(headers), client[0] if client else None)
        except TooMany as error:
            raise too_many(error) from error
        except CopydeskError as error:
            log.warning("token_not_looked_up", reason=str(error))
            raise away() from error
        if not is_from_here(headers):
            raise Refused(HTTPStatus.FORBIDDEN, NOT_HERE)
        return ANYONE


def _as_get(scope: Scope) -> Scope:
    """Return a request for the head of an answer as one for the whole: the server sends no more."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def _named(caller: Caller) -> dict[str, str]:
    """Return the caller as a field of the log; nobody in particular is not named."""
    return {} if caller in (ANYONE, STRANGER) else {"caller": caller.name}


def _is_routine(scope: Scope) -> bool:
    """Return whether this is asked again and again, and changes nothing."""
    path: str = scope["path"]
    return path in ROUTINE or (path.startswith(PAGES) and scope["method"] in SAFE_METHODS)
