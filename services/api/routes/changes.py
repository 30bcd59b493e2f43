"""The feed of changes: by page, by long poll, and as server-sent events."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from services.api.answers import schemas
from services.api.answers.formats import wants
from services.api.asking.parameters import ChangesAsked  # noqa: TC001 - FastAPI reads the annotations
from services.api.asking.parts import Here  # noqa: TC001 - FastAPI reads the annotations

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from services.api.answers.documented import Responses
    from services.api.asking.feed_watch import FeedWatch
    from services.api.asking.queries import Queries

EVENTS: Final = "text/event-stream"

SILENT_SECONDS: Final = 15.0
"""A line is sent at least so often: proxies close what is silent, readers notice what is gone."""

AGAIN_MS: Final = 2000
"""When a reader shall come again after the connection broke."""

NUMBER: Final = re.compile("[0-9]{1,18}")

AT_ONCE: Final = 500
"""Changes read from the database in one step."""

STREAMED: Responses = {
    200: {"content": {EVENTS: {"schema": {"type": "string", "description": "One event a change."}}}}
}

LastEventId = Annotated[
    str | None, Header(description="The last event that a reader has: it goes on from there.")
]

router = APIRouter(tags=["changes"])


@router.get("/changes", response_model=schemas.ChangePage, responses=STREAMED)
async def changes(
    here: Here,
    asked: Annotated[ChangesAsked, Query()],
    request: Request,
    last_event_id: LastEventId = None,
) -> Response | schemas.ChangePage:
    """
    Return what happened after a number, oldest first.

    `wait` keeps the answer back until there is something, so many seconds at the most. With
    `Accept: text/event-stream` each change is an event, whose id is its number.
    """
    if wants(EVENTS, request.headers.get("accept", "")):
        since = _number(last_event_id, asked.since)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        stream = _events(here.queries, here.feed, since)
        return StreamingResponse(stream, media_type=EVENTS, headers=headers)
    if asked.wait:
        await here.feed.goes_beyond(asked.since, asked.wait)
    return await run_in_threadpool(here.queries.changes, asked.since, asked.limit)


async def _events(queries: Queries, watch: FeedWatch, since: int) -> AsyncIterator[str]:
    """Yield the changes after a number as they come, until the reader or the process ends."""
    yield f"retry: {AGAIN_MS}\n\n"
    while not watch.is_ending:
        page = await run_in_threadpool(queries.changes, since, AT_ONCE)
        for change in page.changes:
            yield f"id: {change.seq}\nevent: {change.kind}\ndata: {change.model_dump_json()}\n\n"
        since = page.next
        if not page.changes and not await watch.goes_beyond(since, SILENT_SECONDS):
            yield ": still here\n\n"


def _number(last_event_id: str | None, since: int) -> int:
    """Return where to go on: what a browser sends by itself when it comes again wins."""
    given = last_event_id or ""
    return int(given) if NUMBER.fullmatch(given) else since
