"""Stores of tokens without a database, and a guarded application to knock at."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import httpx
from fastapi import FastAPI, Request

from services.api.access.callers import Operator, Reader  # noqa: TC001 - FastAPI reads the annotations
from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.answers import problems
from services.api.routes import sign_in
from shared.config import Settings
from shared.domain.access import Caller, hash_of
from shared.errors import Retryable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


@dataclass
class Kept:
    """Tokens of a database that is a dictionary: token → caller; it may be away."""

    held: dict[str, Caller] = field(default_factory=dict)
    ever: bool = False
    away: bool = False

    @contextlib.contextmanager
    def tokens(self) -> Iterator[Kept]:
        """Open the tokens, as a store does."""
        if self.away:
            raise Retryable("postgresql://inner-host is away")
        yield self

    def any(self) -> bool:
        """Return whether a token was ever made."""
        return self.ever or bool(self.held)

    def caller(self, sha256: str, _at: datetime) -> Caller | None:
        """Return who holds the token of a hash."""
        return {hash_of(token): caller for token, caller in self.held.items()}.get(sha256)


def guarded(kept: Kept | None = None, settings: Settings | None = None) -> Guard:
    """Return an application with a page to read and a thing to change behind the guard."""
    door = Door(settings or Settings(), cast("Any", kept or Kept()))
    app = FastAPI()
    app.state.parts = SimpleNamespace(door=door)
    app.include_router(sign_in.router)
    problems.register(app)

    @app.get("/page")
    def page(caller: Reader) -> dict[str, str]:
        return {"caller": caller.name}

    @app.post("/things")
    def change(caller: Operator) -> dict[str, str]:
        return {"changed_by": caller.name}

    @app.post("/forgotten")
    def forgotten(request: Request) -> dict[str, str]:
        """Change something too: whoever wrote this route forgot to ask for an operator."""
        return {"changed_by": request.state.caller.name}

    return Guard(app, door)


def ask(
    app: Any,
    method: str,
    path: str,
    *,
    at: str = "http://localhost:8600",
    host: str = "127.0.0.1",
    **given: Any,
) -> httpx.Response:
    """Ask an application in this process, as if from a host."""

    async def asking() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(host, 4711))
        async with httpx.AsyncClient(transport=transport, base_url=at) as client:
            return await client.request(method, path, **given)

    return asyncio.run(asking())
