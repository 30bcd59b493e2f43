"""Imports: how far each is, its report, and stopping, going on, calling off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from services import steering
from services.api.callers import Operator  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.rendering import page
from services.api.desk.settled import Settled
from shared import clock
from shared.domain.delivery import OutcomeWord, State
from shared.domain.imports import ImportState

if TYPE_CHECKING:
    from services.api.desk.desk import Desk
    from shared.domain.imports import ImportStanding

MOST: Final = 20
"""Imports of the list."""

STEER: Final = {
    "pause": steering.pause,
    "resume": steering.resume,
    "cancel": steering.cancel,
}

GOING: Final = frozenset({ImportState.REGISTERING, ImportState.READING, ImportState.INTERRUPTED})


def routes(desk: Desk) -> APIRouter:
    """Return the list, the report of one, and what can be done with it."""
    router = APIRouter(prefix="/imports")

    def standings() -> dict[UUID, ImportStanding]:
        # counting an import of a million files takes longer than a page may
        with desk.storage.reading() as reading:
            found = reading.imports(MOST)
            return {each.id: reading.import_standing(each, clock.now()) for each in found}

    counted = Settled(standings)

    @router.get("")
    def imports(request: Request) -> HTMLResponse:
        """Return the imports, newest first."""
        with desk.storage.reading() as reading:
            rows = reading.imports(MOST)
        known = counted.get() or {}
        return page(
            request,
            "imports.html",
            rows=[(about, about.state(clock.now()), known.get(about.id)) for about in rows],
            going=GOING,
        )

    @router.get("/{import_id}")
    def report(request: Request, import_id: UUID) -> HTMLResponse:
        """Return what became of an import's files."""
        with desk.storage.reading() as reading:
            about = reading.import_(import_id)
        if about is None:
            raise HTTPException(404, f"There is no import {import_id}.")
        standing = (counted.get() or {}).get(import_id)
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
        _who: Operator,
        import_id: UUID,
        action: Annotated[Literal["pause", "resume", "cancel"], Form()],
    ) -> RedirectResponse:
        """Pause, resume or cancel; what is over stays as it is, and the page says so."""
        STEER[action](desk.storage, import_id)
        return RedirectResponse(f"/desk/imports/{import_id}", 303)

    return router
