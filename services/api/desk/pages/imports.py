"""Imports: how far each is, its report, and stopping, going on, calling off."""

from __future__ import annotations

from typing import Annotated, Final, Literal
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from services import import_steering
from services.api.access.callers import Operator  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.desk import MOST_IMPORTS, TheDesk
from services.api.desk.rendering import page
from shared import clock
from shared.domain.delivery import OutcomeWord, State
from shared.domain.imports import ImportState

STEER: Final = {
    "pause": import_steering.pause,
    "resume": import_steering.resume,
    "cancel": import_steering.cancel,
}

GOING: Final = frozenset({ImportState.REGISTERING, ImportState.READING, ImportState.INTERRUPTED})

router = APIRouter(prefix="/imports")


@router.get("")
def imports(desk: TheDesk, request: Request) -> HTMLResponse:
    """Return the imports, newest first."""
    with desk.storage.reading() as reading:
        rows = reading.imports(MOST_IMPORTS)
    known = desk.imports.get() or {}
    return page(
        request,
        "imports.html",
        rows=[(about, about.state(clock.now()), known.get(about.id)) for about in rows],
        going=GOING,
    )


@router.get("/{import_id}")
def report(desk: TheDesk, request: Request, import_id: UUID) -> HTMLResponse:
    """Return what became of an import's files."""
    with desk.storage.reading() as reading:
        about = reading.import_(import_id)
    if about is None:
        raise HTTPException(404, f"There is no import {import_id}.")
    standing = (desk.imports.get() or {}).get(import_id)
    if standing is None:
        with desk.storage.reading() as reading:
            standing = reading.import_standing(about, clock.now())
    return page(
        request,
        "import.html",
        about=about,
        state=about.state(clock.now()),
        standing=standing,
        words=(*OutcomeWord, State.RECEIVED, State.PROCESSING),
        going=GOING,
    )


@router.post("/{import_id}")
def steer(
    desk: TheDesk,
    _who: Operator,
    import_id: UUID,
    action: Annotated[Literal["pause", "resume", "cancel"], Form()],
) -> RedirectResponse:
    """Pause, resume or cancel; what is over stays as it is, and the page says so."""
    STEER[action](desk.storage, import_id)
    return RedirectResponse(f"/desk/imports/{import_id}", 303)
