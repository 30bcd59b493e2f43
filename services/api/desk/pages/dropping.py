"""Files handed in by a page: one by one from a script, or several by a plain form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import structlog
from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from services.api.access.callers import Operator  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.desk import Desk, TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.handing_in import Incoming, NotWanted, place_of
from shared.raw import CHUNK

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


log = structlog.get_logger(__name__)

router = APIRouter()


@router.put("/drop")
async def drop(
    desk: TheDesk, _who: Operator, request: Request, name: str, provider: str = ""
) -> JSONResponse:
    """Take the body as one file; `name` may have folders. 422: the inbox takes no such name."""
    try:
        path = await _take(desk, provider.strip(), name, _chunks(request))
    except NotWanted as error:
        return JSONResponse({"detail": str(error)}, 422)
    except ClientDisconnect:
        return JSONResponse({"detail": "the rest of the file did not come"}, 400)
    return JSONResponse({"path": path}, 201)


@router.post("/drop")
async def drop_form(
    desk: TheDesk,
    _who: Operator,
    files: Annotated[list[UploadFile], Form()],
    provider: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take the files of a form."""
    taken = left = 0
    for file in files:
        try:
            await _take(desk, provider.strip(), file.filename or "", _read(file))
            taken += 1
        except NotWanted:
            left += 1
    return RedirectResponse(f"/desk/?dropped={taken}&left={left}", 303)


async def _chunks(request: Request) -> AsyncIterator[bytes]:
    """Yield the body in pieces that are worth a write."""
    gathered = bytearray()
    async for chunk in request.stream():
        gathered += chunk
        if len(gathered) >= CHUNK:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


async def _read(file: UploadFile) -> AsyncIterator[bytes]:
    while chunk := await file.read(CHUNK):
        yield chunk


async def _take(desk: Desk, provider: str, name: str, chunks: AsyncIterator[bytes]) -> str:
    """Write a file into the inbox; raises `NotWanted`, and `Retryable` when the disk is full."""
    incoming = Incoming(desk.settings.inbox, place_of(provider, name))
    size = 0
    await run_in_threadpool(incoming.__enter__)
    try:
        async for chunk in chunks:
            await run_in_threadpool(incoming.write, chunk)
            size += len(chunk)
        path = await run_in_threadpool(incoming.finish)
    finally:
        await run_in_threadpool(incoming.__exit__)
    log.info("file_handed_in", name=path, size=size)
    return path
