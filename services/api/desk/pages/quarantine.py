"""Quarantine: what was not taken, by reason; read again or thrown away, one, many or all."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, BackgroundTasks, Form, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel

from services.api.access.callers import Operator  # noqa: TC001 - FastAPI reads the annotations
from services.api.asking.parameters import Word  # noqa: TC001 - pydantic reads the annotations
from services.api.desk.desk import Desk, TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.parameters import PAGE, QuarantineWanted
from services.api.desk.rendering import page
from services.keeping import quarantine as held
from shared.errors import Reason  # noqa: TC001 - FastAPI reads the annotations


class Chosen(BaseModel):
    """What a form wants done, and with which."""

    action: Literal["replay", "discard"]
    everything: bool = False
    """All of the reason and provider, not only those that are ticked."""
    ids: list[UUID] = []
    reason: Reason | None = None
    provider: Word | None = None
    confirmed: bool = False
    count: int = 0
    """How many the page said it would be, for the question before a discard."""


router = APIRouter(prefix="/quarantine")


@router.get("")
def quarantine(
    desk: TheDesk,
    request: Request,
    asked: Annotated[QuarantineWanted, Query()],
    done: str = "",
    count: int = 0,
) -> HTMLResponse:
    """Return a page of what was not taken, beside the counts of the reasons."""
    with desk.storage.reading() as reading:
        rows, further = reading.delivery_page(
            filters=asked.filters, before=asked.before, limit=PAGE
        )
    reasons = desk.reasons.get()
    return page(
        request,
        "quarantine.html",
        rows=rows,
        further=further,
        asked=asked,
        reasons=reasons and sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])),
        done=done if done in {"replay", "discard"} else "",
        count=count,
    )


@router.post("", response_class=HTMLResponse)
def act(
    desk: TheDesk,
    _who: Operator,
    request: Request,
    chosen: Annotated[Chosen, Form()],
    later: BackgroundTasks,
) -> Response:
    """Replay or discard; a discard is asked about first."""
    if not (chosen.ids or chosen.everything):
        raise HTTPException(422, "Nothing was chosen: tick the files first.")
    if chosen.action == "discard" and not chosen.confirmed:
        return page(request, "discard.html", chosen=chosen)
    if chosen.everything:
        later.add_task(_all, desk, chosen)
        count = chosen.count
    else:
        count = _some(desk, chosen)
    desk.reasons.forget()
    desk.figures.forget()
    query: dict[str, str | int] = {"done": chosen.action, "count": count}
    if chosen.reason:
        query["reason"] = chosen.reason
    return RedirectResponse(f"/desk/quarantine?{urlencode(query)}", 303)


def _some(desk: Desk, chosen: Chosen) -> int:
    do = held.replay if chosen.action == "replay" else held.discard
    return do(desk.storage, desk.settings, chosen.ids)


def _all(desk: Desk, chosen: Chosen) -> None:
    """Do it with all of a kind, a page at a time: 100,000 files take some seconds."""
    do = held.replay if chosen.action == "replay" else held.discard
    for ids in held.pages(desk.storage, reason=chosen.reason, provider=chosen.provider):
        do(desk.storage, desk.settings, ids)
