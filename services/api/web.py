"""HTTP: the application, put together from its addresses."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Response
from fastapi.responses import RedirectResponse

from services.api import (
    article_routes,
    change_routes,
    figures,
    manual,
    metrics,
    problems,
    schemas,
    sign_in,
)
from services.api.asked import (  # noqa: TC001 - FastAPI reads the annotations
    DeliveriesAsked,
)
from services.api.callers import BEARER
from services.api.counts import Counts
from services.api.desk.app import make_desk
from services.api.desk.desk import Desk
from services.api.documented import ANYWHERE, answers
from services.api.feed_watch import FeedWatch
from services.api.status import gather, health

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from services.api.door import Door
    from services.api.queries import Queries
    from shared.broker.hints import Hints
    from shared.config import Settings
    from shared.storage import Storage

    Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]

ABOUT = """
Read what Copydesk has stored. To keep a copy, page through `/articles` once, then follow
`/changes` with the number that you reached: the feed has no gaps and keeps the order of commits.
"""


def make_app(
    settings: Settings,
    storage: Storage,
    hints: Hints,
    queries: Queries,
    door: Door,
    lifespan: Lifespan,
    ending: Event | None = None,
) -> FastAPI:
    """
    Return the application: routes over the queries, errors as problem documents, and the desk.

    `ending` is set when the process shall end: what streams for ever stops then.
    """
    ending = ending or Event()
    counts = Counts(storage)

    def status() -> figures.Status:
        return gather(settings, storage, hints, counts.get())

    app = _bare(lifespan)
    app.include_router(manual.routes(app))
    app.include_router(sign_in.routes(door))
    app.include_router(article_routes.routes(queries))
    app.include_router(_stories(queries))
    app.include_router(change_routes.routes(queries, FeedWatch(storage, ending)))
    app.include_router(_deliveries(queries))
    app.include_router(_whole(storage, hints, status))
    app.mount("/desk", make_desk(Desk.make(settings, storage, status, ending)))
    app.add_api_route("/", _to_the_desk, include_in_schema=False)
    app.include_router(metrics.routes(settings, status))
    problems.register(app)
    return app


def _bare(lifespan: Lifespan) -> FastAPI:
    return FastAPI(
        title="Copydesk",
        description=ABOUT,
        version="1",
        lifespan=lifespan,
        dependencies=[Depends(BEARER)],
        responses=ANYWHERE,
        docs_url=None,  # `manual` instead, which needs no script of another host
        redoc_url=None,
    )


def _to_the_desk() -> RedirectResponse:
    return RedirectResponse("/desk/", 307)


def _stories(queries: Queries) -> APIRouter:
    router = APIRouter(tags=["stories"])

    @router.get(
        "/stories/{story_id}",
        response_model=schemas.Story,
        responses={308: {"description": "It was merged into another."}, **answers(404)},
    )
    def story(story_id: UUID) -> schemas.Story | Response:
        """Return a story and its members; one that was merged leads to the one it became."""
        found = queries.story(story_id)
        if found is None:
            raise HTTPException(404, f"there is no story {story_id}")
        if isinstance(found, UUID):
            return RedirectResponse(f"/stories/{found}", status_code=308)
        return found

    return router


def _deliveries(queries: Queries) -> APIRouter:
    router = APIRouter(tags=["deliveries"])

    @router.get("/deliveries")
    def deliveries(asked: Annotated[DeliveriesAsked, Query()]) -> schemas.DeliveryPage:
        """Return deliveries, newest first."""
        return queries.deliveries(asked)

    @router.get("/deliveries/{delivery_id}", responses=answers(404))
    def delivery(delivery_id: UUID) -> schemas.DeliveryWhole:
        """Return one delivery, its articles, and its items that were not taken."""
        found = queries.delivery(delivery_id)
        if found is None:
            raise HTTPException(404, f"there is no delivery {delivery_id}")
        return found

    return router


def _whole(storage: Storage, hints: Hints, status: Callable[[], figures.Status]) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/health", responses={503: {"model": figures.Health}})
    def _health(response: Response) -> figures.Health:
        """Return whether the API can do its work; 503 when it cannot."""
        found = health(storage, hints)
        if found.status == "down":
            response.status_code = 503
        return found

    @router.get("/status")
    def _status() -> figures.Status:
        """Return the figures of the whole; `counted_at` says of when the counts are."""
        return status()

    return router
