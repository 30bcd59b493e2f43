"""The desk as an application of its own, below `/desk`: its errors are pages, not documents."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from services.api.answers.problems import RETRY_SECONDS
from services.api.desk.handing_in import tidy
from services.api.desk.pages import (
    articles,
    deliveries,
    dropping,
    home,
    imports,
    quarantine,
    stories,
)
from services.api.desk.rendering import STATIC, page
from shared.errors import CopydeskError, UnknownPage

if TYPE_CHECKING:
    from fastapi import Request, Response

    from services.api.desk.desk import Desk


class _Kept(StaticFiles):
    """Files that a browser keeps: their addresses change with their content."""

    def file_response(self, *given: Any, **named: Any) -> Response:  # noqa: ANN401 - as inherited
        """Return a file, to be kept for a year."""
        answer = super().file_response(*given, **named)
        answer.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        return answer


def make_desk(desk: Desk) -> FastAPI:
    """Return the application, and take away what an earlier process left half handed in."""
    tidy(desk.settings.inbox)
    app = FastAPI(title="Copydesk's desk", openapi_url=None, redirect_slashes=True)
    app.state.desk = desk
    for part in (home, dropping, deliveries, stories, articles, quarantine, imports):
        app.include_router(part.router)
    app.mount("/static", _Kept(directory=STATIC))
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misasked)
    app.add_exception_handler(UnknownPage, _gone)
    app.add_exception_handler(CopydeskError, _away)
    app.add_exception_handler(Exception, _broken)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = str(error.detail)
    if said == HTTPStatus(error.status_code).phrase:
        said = f"There is no page {request.url.path}."
    return _error(request, error.status_code, said)


async def _misasked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = [f"{each['loc'][-1]}: {each['msg']}" for each in error.errors()]
    return _error(request, 422, "; ".join(said))


async def _gone(request: Request, _: Exception) -> Response:
    return _error(request, 404, "This page of the list is gone: begin again with the newest.")


async def _away(request: Request, error: Exception) -> Response:
    answer = _error(request, 503, str(error))
    answer.headers["Retry-After"] = str(RETRY_SECONDS)
    return answer


async def _broken(request: Request, _: Exception) -> Response:
    return _error(request, 500, "This is a defect of Copydesk; its log (request_failed) has more.")


def _error(request: Request, status: int, said: str) -> Response:
    title = HTTPStatus(status).phrase
    return page(request, "error.html", status, number=status, title=title, said=said)
