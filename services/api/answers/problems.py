"""Errors as problem documents (RFC 9457): what, which and the remedy, never a stack trace."""

from __future__ import annotations

from difflib import get_close_matches
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from shared.errors import CopydeskError, UnknownPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import FastAPI, Request

MEDIA_TYPE = "application/problem+json"

RETRY_SECONDS = 2
"""When to ask again while the database is away."""


def register(app: FastAPI) -> None:
    """Let an application answer every error with a problem document."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(UnknownPage, _lost)
    app.add_exception_handler(CopydeskError, _away)
    app.add_exception_handler(Exception, _broken)


def problem(status: int, detail: str, **more: object) -> dict[str, object]:
    """Return a problem document."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **more,
    }


def _answer(
    status: int, detail: str, headers: dict[str, str] | None = None, **more: object
) -> JSONResponse:
    return JSONResponse(
        problem(status, detail, **more), status, headers=headers, media_type=MEDIA_TYPE
    )


async def _refused(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    detail = str(error.detail)
    if detail == HTTPStatus(error.status_code).phrase:
        detail = f"{request.method} {request.url.path}: {detail.lower()}; see /docs"
    return _answer(error.status_code, detail, dict(error.headers or {}))


async def _misasked(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [
        {"where": ".".join(str(part) for part in each["loc"]), "problem": _told(each, request)}
        for each in error.errors()
    ]
    detail = "; ".join(f"{each['where']}: {each['problem']}" for each in errors)
    return _answer(422, detail, errors=errors)


def _told(error: Mapping[str, Any], request: Request) -> str:
    """Return what is wrong with a parameter; of one that there is not, which was meant."""
    if error["type"] != "extra_forbidden":
        return str(error["msg"]).removeprefix("Value error, ")
    known = _parameters(request)
    near = get_close_matches(str(error["loc"][-1]), known, n=1)
    meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"there is no such parameter: {meant}"


def _parameters(request: Request) -> list[str]:
    """Return what the query of an address may hold; lists have a model of all of it."""
    route = request.scope.get("route")
    known: list[str] = []
    for each in route.dependant.query_params if isinstance(route, APIRoute) else ():
        model = each.field_info.annotation
        if isinstance(model, type) and issubclass(model, BaseModel):
            known += model.model_fields
        else:
            known.append(each.alias)
    return known


async def _lost(_request: Request, error: Exception) -> JSONResponse:
    return _answer(422, str(error))


async def _away(_request: Request, error: Exception) -> JSONResponse:
    return _answer(503, str(error), {"Retry-After": str(RETRY_SECONDS)})


async def _broken(_request: Request, _error: Exception) -> JSONResponse:
    return _answer(500, "a defect in Copydesk; its log (event request_failed) has the rest")
