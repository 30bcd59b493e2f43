"""HTTP: the application, put together from its addresses."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI
from fastapi.responses import RedirectResponse

from services.api.access.callers import BEARER
from services.api.answers import problems
from services.api.answers.documented import ANYWHERE
from services.api.asking.feed_watch import FeedWatch
from services.api.asking.parts import Parts
from services.api.desk.app import make_desk
from services.api.desk.desk import Desk
from services.api.routes import (
    articles,
    changes,
    deliveries,
    manual,
    operation,
    sign_in,
    stories,
)
from services.api.whole.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from services.api.access.door import Door
    from services.api.asking.queries import Queries
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
    parts = Parts(
        settings, storage, hints, queries, door, Counts(storage), FeedWatch(storage, ending)
    )
    app = _bare(lifespan)
    app.state.parts = parts
    for each in (manual, sign_in, articles, stories, changes, deliveries, operation):
        app.include_router(each.router)
    app.mount("/desk", make_desk(Desk.make(settings, storage, parts.status, ending)))
    app.add_api_route("/", _to_the_desk, include_in_schema=False)
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
