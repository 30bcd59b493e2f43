"""Deliveries: the list with its filters, and the whole way of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, BinaryIO
from urllib.parse import quote
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from services.api.desk.desk import Desk, TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.pages import raw_text
from services.api.desk.pages.listing import find
from services.api.desk.parameters import DeliveriesWanted  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.rendering import page
from services.telling.evidence import origin, told_of
from services.telling.timeline import steps
from shared.domain.delivery import OutcomeWord, State
from shared.errors import Reason, Rejected
from shared.raw import CHUNK, open_raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from services.api.desk.pages.raw_text import RawText
    from shared.storage.reading import Row

MOST_ARTICLES = 50
"""Articles of one delivery that are listed; a feed or an archive may have thousands."""

MOST_REJECTED = 50

router = APIRouter(prefix="/deliveries")


@router.get("")
def deliveries(
    desk: TheDesk, request: Request, asked: Annotated[DeliveriesWanted, Query()]
) -> HTMLResponse:
    """Return a page of deliveries, newest first."""
    with desk.storage.reading() as reading:
        rows, further = find(reading, asked)
    return page(
        request,
        "deliveries.html",
        rows=rows,
        further=further,
        asked=asked,
        providers=[*desk.providers(), "default"],
        outcomes=list(OutcomeWord),
        states=(State.RECEIVED, State.PROCESSING),
        reasons=list(Reason),
    )


@router.get("/{delivery_id}")
def delivery(desk: TheDesk, request: Request, delivery_id: UUID) -> HTMLResponse:
    """Return the whole way of a delivery, with its bytes beside what was read of them."""
    with desk.storage.reading() as reading:
        row = reading.delivery(delivery_id)
        if row is None:
            raise HTTPException(404, f"There is no delivery {delivery_id}.")
        articles = reading.of_deliveries([delivery_id])
        rejected = reading.rejected_items(delivery_id, MOST_REJECTED + 1)
        first = reading.delivery(row["same_as"]) if row["same_as"] else None
    whole = articles[0] if len(articles) == 1 else None
    return page(
        request,
        "delivery.html",
        row=row,
        first=first,
        rejected=rejected[:MOST_REJECTED],
        more_rejected=len(rejected) > MOST_REJECTED,
        articles=articles[:MOST_ARTICLES],
        count=len(articles),
        article=whole,
        told=told_of(whole) if whole else (),
        body_origin=origin(whole["provenance"].get("body")) if whole else "",
        raw=_raw(desk, row, whole),
        stages=steps(row["timings"] or {}),
    )


@router.get("/{delivery_id}/raw")
def raw(desk: TheDesk, delivery_id: UUID) -> StreamingResponse:
    """Return the bytes as they came, to be saved: nothing in them is run."""
    with desk.storage.reading() as reading:
        row = reading.delivery(delivery_id)
    try:
        stream = open_raw(desk.settings).open(row["sha256"]) if row else None
    except Rejected:
        stream = None
    except OSError as error:
        raise HTTPException(503, "The raw store does not answer: try again.") from error
    if row is None or stream is None:
        raise HTTPException(404, f"There are no bytes of a delivery {delivery_id}.")
    return _to_be_saved(row, stream)


def _to_be_saved(row: Row, stream: BinaryIO) -> StreamingResponse:
    name = quote(row["name"].rpartition("/")[2], safe="")
    return StreamingResponse(
        _chunks(stream),
        media_type="application/octet-stream",
        headers={
            "Content-Disposition": f"attachment; filename*=utf-8''{name}",
            "Content-Length": str(row["size"]),
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    with stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _raw(desk: Desk, row: Row, article: Row | None) -> RawText | None:
    """Return the text of the bytes; None where the raw store does not have them."""
    told = told_of(article) if article else ()
    paragraphs: Sequence[str] = article["body"].split("\n\n") if article else ()
    try:
        with open_raw(desk.settings).open(row["sha256"]) as file:
            return raw_text.read(file, told, paragraphs)
    except (Rejected, OSError):  # it is gone, or its store does not answer just now
        return None
