"""The addresses of articles: by page, one by one, their versions, and a feed for feed readers."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, HTTPException, Query, Request, Response

from services.api.answers import atom, schemas
from services.api.answers.cached import cached
from services.api.answers.documented import Responses, answers
from services.api.answers.formats import MEDIA, Format, article_text, chosen, page_text
from services.api.asking.parameters import (  # noqa: TC001 - FastAPI reads the annotations
    ArticlesAsked,
    ArticlesWritten,
)
from services.api.asking.parts import Here  # noqa: TC001 - FastAPI reads the annotations
from services.api.asking.queries import may_be_shown
from services.api.asking.versions import Versions  # noqa: TC001 - FastAPI reads the annotations

LINES = {"schema": {"type": "string", "description": "One article a line."}}
ITEMS = {"schema": {"description": "ninjs 3.0: one item, or a list of them."}}

WRITTEN: Responses = {
    200: {"content": {MEDIA[Format.JSONL]: LINES, MEDIA[Format.NINJS]: ITEMS}},
    304: {"description": "Nothing differs from what `If-None-Match` names."},
}

ATOM: Responses = {
    200: {"content": {atom.MEDIA: {"schema": {"type": "string"}}}},
    304: WRITTEN[304],
}

FormatAsked = Annotated[Format | None, Query(alias="format", description="Else by `Accept`.")]

router = APIRouter(tags=["articles"])


@router.get("/articles", response_model=schemas.ArticlePage, responses=WRITTEN)
def articles(here: Here, asked: Annotated[ArticlesWritten, Query()], request: Request) -> Response:
    """
    Return articles that may be shown, newest first; `canonical` leaves out copies.

    The address of the next page stands in the header `Link` too, in every format.
    """
    page = here.queries.articles(asked)
    format_ = chosen(asked.format, request.headers.get("accept", ""))
    return cached(request, page_text(page, format_), MEDIA[format_], _link(request, page))


@router.get("/articles.atom", response_class=Response, responses=ATOM)
def feed(here: Here, asked: Annotated[ArticlesAsked, Query()], request: Request) -> Response:
    """Return the same page as an Atom feed."""
    page = here.queries.articles(asked)
    body = atom.feed_of(
        page,
        own=str(request.url),
        following=_following(request, page),
        base=str(request.base_url),
    )
    return cached(request, body, atom.MEDIA, _link(request, page))


@router.get(
    "/articles/{article_id}",
    response_model=schemas.Article,
    responses={**WRITTEN, **answers(404, 410)},
)
def article(
    here: Here, article_id: UUID, request: Request, format_: FormatAsked = None
) -> Response:
    """Return one article, also a superseded one; 410 when its provider killed it."""
    found = here.queries.article(article_id)
    if withdrawn := here.queries.withdrawal(article_id):
        raise HTTPException(410, withdrawn)
    if found is None:
        raise HTTPException(404, f"there is no article {article_id}")
    if not may_be_shown(found.pub_status, found.embargoed_until):
        raise HTTPException(403, f"article {article_id} may not be shown yet")
    written = chosen(format_, request.headers.get("accept", ""))
    return cached(request, article_text(found, written), MEDIA[written])


@router.get("/articles/{article_id}/versions", responses=answers(404))
def versions(here: Here, article_id: UUID) -> Versions:
    """Return an item's versions and copies that may be shown, and what each changed."""
    found = here.queries.versions(article_id)
    if found is None:
        raise HTTPException(404, f"there is no article {article_id}")
    return found


def _following(request: Request, page: schemas.ArticlePage) -> str | None:
    """Return the address of the next page."""
    if page.next is None:
        return None
    return str(request.url.include_query_params(after=page.next))


def _link(request: Request, page: schemas.ArticlePage) -> dict[str, str]:
    address = _following(request, page)
    return {"Link": f'<{address}>; rel="next"'} if address else {}
