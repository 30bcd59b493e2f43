"""Articles: search, and one with its text and where each field was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse  # noqa: TC002 - FastAPI reads the annotations

from services.api.asking.queries import may_be_shown
from services.api.desk.desk import Desk, TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.parameters import PAGE, ArticlesWanted
from services.api.desk.rendering import page
from services.telling.evidence import origin, told_of
from shared.domain import searching
from shared.domain.difference import predecessors
from shared.errors import UserError

if TYPE_CHECKING:
    from shared.storage.reading import Row

router = APIRouter(prefix="/articles")


@router.get("")
def articles(
    desk: TheDesk, request: Request, asked: Annotated[ArticlesWanted, Query()]
) -> HTMLResponse:
    """Return a page of the articles that may be shown, newest first."""
    try:
        search = searching.parse(asked.q) if asked.q else None
    except UserError as error:
        return _listed(desk, request, asked, [], problem=str(error))
    with desk.storage.reading() as reading:
        rows, further = reading.published_page(
            search=search,
            filters=asked.filters,
            published_from=asked.since,
            published_to=asked.until,
            canonical_only=asked.canonical,
            after=asked.before,
            limit=PAGE,
        )
    return _listed(desk, request, asked, rows, further=further)


@router.get("/{article_id}")
def article(desk: TheDesk, request: Request, article_id: UUID) -> HTMLResponse:
    """Return one article of any standing; what readers do not see says so."""
    with desk.storage.reading() as reading:
        row = reading.article(article_id)
        if row is None:
            raise HTTPException(404, f"There is no article {article_id}.")
        versions = reading.versions(article_id)
        story = reading.story(row["story_id"])
        decided_by = reading.verdicts([article_id])[article_id]
        kill = reading.withdrawal(article_id)
    return page(
        request,
        "article.html",
        row=row,
        told=told_of(row),
        body_origin=origin(row["provenance"].get("body")),
        versions=versions if len(versions) > 1 else (),
        before=predecessors(versions),
        members=story["members"] if story else 1,
        decided_by=decided_by,
        kill=kill,
        shown=may_be_shown(row["pub_status"], row["embargoed_until"]),
    )


def _listed(
    desk: Desk,
    request: Request,
    asked: ArticlesWanted,
    rows: list[Row],
    *,
    further: UUID | None = None,
    problem: str = "",
) -> HTMLResponse:
    return page(
        request,
        "articles.html",
        rows=rows,
        further=further,
        asked=asked,
        problem=problem,
        providers=[*desk.providers(), "default"],
    )
