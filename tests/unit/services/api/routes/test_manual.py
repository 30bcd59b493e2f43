"""The page that describes the API."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any, cast

from services.api.access.door import Door
from services.api.web import make_app
from shared.config import Settings
from tests.unit.services.api.access.doors import Kept, ask

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI


@contextlib.asynccontextmanager
async def nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield


def test_the_manual_names_every_address_and_loads_nothing() -> None:
    """With its parameters and their values; it needs no internet."""
    unused = cast("Any", None)
    door = Door(Settings(), cast("Any", Kept()))
    app = make_app(Settings(), unused, unused, unused, door, nothing)
    text = ask(app, "GET", "/docs").text
    for path in app.openapi()["paths"]:
        assert path in text
    assert "exact_duplicate" in text
    assert "published_from" in text
    assert not re.search(r"<script|<link|<img|https?://", text)
