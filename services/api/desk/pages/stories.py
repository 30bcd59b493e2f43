"""Stories: the list by their latest article, and one with its copies and versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from services.api.desk.desk import TheDesk  # noqa: TC001 - FastAPI reads the annotations
from services.api.desk.parameters import PAGE, PairWanted, StoriesWanted
from services.api.desk.rendering import page
from services.telling.evidence import likeness, strongest
from shared.domain.difference import difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.storage.reading import Row

MOST_MEMBERS = 200
"""Articles of one story that are listed."""

router = APIRouter(prefix="/stories")


@router.get("")
def stories(
    desk: TheDesk, request: Request, asked: Annotated[StoriesWanted, Query()]
) -> HTMLResponse:
    """Return a page of stories, those with the latest article first."""
    with desk.storage.reading() as reading:
        rows, further = reading.latest_stories(
            several=asked.several, before=asked.before, limit=PAGE
        )
    return page(request, "stories.html", rows=rows, further=further, asked=asked)


@router.get("/{story_id}", response_class=HTMLResponse)
def story(
    desk: TheDesk, request: Request, story_id: UUID, asked: Annotated[PairWanted, Query()]
) -> Response:
    """Return a story; one that was merged leads to the one it became."""
    with desk.storage.reading() as reading:
        row = reading.story(story_id)
        if row is None:
            raise HTTPException(404, f"There is no story {story_id}.")
        if row["merged_into"] is not None:
            return RedirectResponse(f"/desk/stories/{row['merged_into']}", 308)
        members, links = reading.members(story_id), reading.links(story_id)
    left, right = _pair(members, asked)
    alike = {each["id"]: strongest(each["id"], links) for each in members[:MOST_MEMBERS]}
    return page(
        request,
        "story.html",
        story=row,
        members=members[:MOST_MEMBERS],
        count=len(members),
        alike={key: likeness(link) for key, link in alike.items() if link is not None},
        left=left,
        right=right,
        found=difference(left, right) if left and right else None,
    )


def _pair(members: Sequence[Row], asked: PairWanted) -> tuple[Row | None, Row | None]:
    """Return the two that stand side by side: as asked, else the one shown and the next."""
    known = {each["id"]: each for each in members}
    face = next((each for each in members if each["canonical"]), members[0] if members else None)
    left = known.get(asked.left) if asked.left else face
    if asked.right:
        return left, known.get(asked.right)
    others = (each for each in members if left is not None and each["id"] != left["id"])
    return left, next(others, None)
