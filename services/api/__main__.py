"""`python -m services.api`: the read API as a process of its own."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import signal
import socket
import sys
from threading import Event
from typing import TYPE_CHECKING

import structlog
import uvicorn

from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.access.limits import CONNECTIONS, HEAD_BYTES, PunctualProtocol
from services.api.access.origin import is_loopback
from services.api.asking.queries import Queries
from services.api.web import make_app
from shared import config, logs
from shared.broker.hints import Hints
from shared.errors import CopydeskError, UserError
from shared.observing.at_work import at_work
from shared.processes import readiness
from shared.storage import Storage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from types import FrameType

    from fastapi import FastAPI

    from shared.config import Settings

log = structlog.get_logger(__name__)

MB = 1024 * 1024

BACKLOG = 128
"""Connections that wait to be accepted."""

ADDRESS_FILE = "api.json"
"""Below `run/`: where this machine's API listens."""

GRACE_SECONDS = 3
"""For requests that are under way when the end is asked for."""


def run(settings: Settings) -> None:
    """Serve until SIGTERM or Ctrl-C; raises `UserError` when it cannot begin."""
    settings.make_folders()
    storage, hints = Storage.open(settings.database), Hints(settings)
    with contextlib.closing(storage), contextlib.closing(hints):
        storage.check()
        door = Door(settings, storage)
        _check_exposure(settings, door)

        with _listen(settings) as listener:
            ending = Event()
            lifespan = _lifespan(settings, listener)
            app = make_app(settings, storage, hints, Queries(storage), door, lifespan, ending)
            guard = Guard(app, door, upload_bytes=settings.api_upload_mb * MB)
            _serve(guard, listener, ending)
    log.info("api_stopped")


def _lifespan(
    settings: Settings, listener: socket.socket
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what says where the API listens, and that it is ready, while it is."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        _say_where(settings, listener)
        with at_work(settings, "api"):
            yield

    return lifespan


class _Server(uvicorn.Server):
    """Tells what streams for ever that the end is asked for; the server would wait for it."""

    ending: Event

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal."""
        self.ending.set()
        super().handle_exit(sig, frame)


def _serve(app: Guard, listener: socket.socket, ending: Event) -> None:
    server = _Server(
        uvicorn.Config(
            app,
            log_config=None,  # the lines go where all of ours go
            access_log=False,  # the guard logs requests
            timeout_graceful_shutdown=GRACE_SECONDS,
            server_header=False,
            http=PunctualProtocol,
            ws="none",
            h11_max_incomplete_event_size=HEAD_BYTES,
            limit_concurrency=CONNECTIONS,
        )
    )
    server.ending = ending
    for number in (signal.SIGTERM, signal.SIGINT):
        # uvicorn raises the signal once more when it has ended; that shall do nothing
        signal.signal(number, lambda _number, _frame: None)
    server.run(sockets=[listener])


def _check_exposure(settings: Settings, door: Door) -> None:
    """Raise `UserError` rather than show everything to a network without a token."""
    # the door is asked in any case: should the database go away, it must know who was let in
    if not door.is_open() or is_loopback(settings.api_host):
        return
    raise UserError(
        f"the API would be open to the network on {settings.api_host}: make a token with "
        "./copydesk token create NAME (or set COPYDESK_API_TOKEN to a long random word), or let "
        "it listen on 127.0.0.1 (api_host)"
    )


def _listen(settings: Settings) -> socket.socket:
    """Open the listening socket; raises `UserError` when the address cannot be had."""
    host, port = settings.api_host, settings.api_port
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except OSError as error:
        raise UserError(f"api_host {host!r} is no address of this machine: {error}") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise UserError(
            f"the API cannot listen on {host}:{port}: {os.strerror(error.errno or 0)}; give "
            "another port with --port (0: any free one) or COPYDESK_API_PORT"
        ) from error
    return listener


def _say_where(settings: Settings, listener: socket.socket) -> None:
    """Write the address that was taken, for whoever asked for any free port."""
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    address = {"url": f"http://{shown}:{port}", "host": host, "port": port, "pid": os.getpid()}
    place = settings.run / ADDRESS_FILE
    unfinished = place.with_suffix(".part")
    unfinished.write_text(json.dumps(address) + "\n", encoding="utf-8")
    unfinished.replace(place)
    log.info("api_listening", url=address["url"])


def main(*, host: str | None = None, port: int | None = None) -> int:
    """Run the API; return the exit status."""
    settings = config.load(api_host=host, api_port=port)
    logs.configure("api", settings)
    readiness.begin(settings, "api")
    # its steps of starting and ending are said by us in one line each
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    run(settings)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except CopydeskError as error:
        log.error("cannot_start", reason=str(error))  # noqa: TRY400 - a person's mistake, no defect
        sys.exit(f"copydesk: {error}")
