"""The addresses for those who run Copydesk: is it well, its figures, and those for Prometheus."""

from __future__ import annotations

from fastapi import APIRouter, Response

from services.api.asking.parts import Here  # noqa: TC001 - FastAPI reads the annotations
from services.api.whole import figures, metrics
from services.api.whole.status import health as look

router = APIRouter(tags=["operation"])


@router.get("/health", responses={503: {"model": figures.Health}})
def health(response: Response, here: Here) -> figures.Health:
    """Return whether the API can do its work; 503 when it cannot."""
    found = look(here.storage, here.hints)
    if found.status == "down":
        response.status_code = 503
    return found


@router.get("/status")
def status(here: Here) -> figures.Status:
    """Return the figures of the whole; `counted_at` says of when the counts are."""
    return here.status()


@router.get("/metrics", response_class=Response)
def prometheus(here: Here) -> Response:
    """Return the figures of the whole and of this machine's processes, for Prometheus."""
    return Response(metrics.text(here.settings, here.status), media_type=metrics.MEDIA)
