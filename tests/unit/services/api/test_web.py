"""HTTP without a server or a database: what is answered when something breaks."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, cast

import httpx
import pytest
import structlog
from pydantic import SecretStr
from structlog.testing import capture_logs

from services.api.access import guard
from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.web import make_app
from shared.config import Settings
from shared.errors import Retryable
from tests.unit.services.api.access.doors import Kept

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI


class Failing:
    """Queries that raise what a test gives them."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, _name: str) -> Any:
        def fail(*_given: object) -> None:
            raise self._error

        return fail


@contextlib.asynccontextmanager
async def nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield


def answer(error: Exception, *, token: str = "", **headers: str) -> httpx.Response:
    """Return what a request is answered while every query raises an error."""
    unused = cast("Any", None)
    queries = cast("Any", Failing(error))
    door = Door(Settings(api_token=SecretStr(token)), cast("Any", Kept()))
    app = Guard(make_app(Settings(), unused, unused, queries, door, nothing), door)

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/changes", headers=headers)

    return asyncio.run(ask())


def test_a_defect_is_answered_without_its_trace_and_logged_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The reader learns that it is not his fault; the operator learns all."""
    with capture_logs() as lines:
        monkeypatch.setattr(guard, "log", structlog.get_logger())
        found = answer(RuntimeError("password=hunter2"))
    assert found.status_code == 500
    assert found.headers["content-type"] == "application/problem+json"
    assert "hunter2" not in found.text
    [line] = [each for each in lines if each["event"] == "request_failed"]
    assert (line["status"], line["path"]) == (500, "/changes")
    assert isinstance(line["exc_info"], RuntimeError)


def test_a_passing_failure_says_when_to_ask_again() -> None:
    """503 with Retry-After, and the sentence that the ledger's readers know."""
    found = answer(Retryable("the database cannot be used: it is restarting"))
    assert found.status_code == 503
    assert int(found.headers["retry-after"]) > 0
    assert found.json()["detail"] == "the database cannot be used: it is restarting"


@pytest.mark.parametrize(
    ("shown", "status"),
    [("Bearer right", 503), ("bearer right", 503), ("Bearer wrong", 401), ("right", 401)],
)
def test_only_the_whole_token_opens(shown: str, status: int) -> None:
    """Nothing is asked of the store before it is shown."""
    assert answer(Retryable(), token="right", authorization=shown).status_code == status
