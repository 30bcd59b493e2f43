"""The first page: the place to drop files, what came in last, and where everything stands."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from services.api.desk.desk import TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.rendering import page

LATEST = 12
"""Deliveries of the first page."""

router = APIRouter()


@router.get("/")
def home(desk: TheDesk, request: Request, dropped: int = 0, left: int = 0) -> HTMLResponse:
    """Return the first page; `dropped` and `left` say what a form handed in."""
    with desk.storage.reading() as reading:
        latest = reading.deliveries(limit=LATEST)
    return page(
        request,
        "home.html",
        figures=desk.figures.get(),
        latest=latest,
        providers=desk.providers(),
        inbox=desk.settings.inbox,
        dropped=dropped,
        left=left,
    )


@router.get("/events")
def events(desk: TheDesk) -> StreamingResponse:
    """Send an event after each movement."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(desk.pulse.beat(), media_type="text/event-stream", headers=headers)
