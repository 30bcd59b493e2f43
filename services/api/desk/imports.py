"""Imports, with how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse  # noqa: TC002 - FastAPI reads the annotations

from services.api.desk.rendering import page

if TYPE_CHECKING:
    from services.api.desk.desk import Desk


def routes(desk: Desk) -> APIRouter:
    """Return the list."""
    router = APIRouter(prefix="/imports")

    @router.get("")
    def imports(request: Request) -> HTMLResponse:
        """Return the imports, newest first."""
        with desk.storage.reading() as reading:
            rows = reading.imports()
        return page(request, "imports.html", rows=rows)

    return router
