"""The address of a story."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import RedirectResponse

from services.api.answers import schemas
from services.api.answers.documented import answers
from services.api.asking.parts import Here  # noqa: TC001 - FastAPI reads the annotations

router = APIRouter(tags=["stories"])


@router.get(
    "/stories/{story_id}",
    response_model=schemas.Story,
    responses={308: {"description": "It was merged into another."}, **answers(404)},
)
def story(story_id: UUID, here: Here) -> schemas.Story | Response:
    """Return a story and its members; one that was merged leads to the one it became."""
    found = here.queries.story(story_id)
    if found is None:
        raise HTTPException(404, f"there is no story {story_id}")
    if isinstance(found, UUID):
        return RedirectResponse(f"/stories/{found}", status_code=308)
    return found
