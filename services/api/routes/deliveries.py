"""The addresses of deliveries: by page, and one by one."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID  # noqa: TC003 - FastAPI reads the annotations

from fastapi import APIRouter, HTTPException, Query

from services.api.answers import schemas  # noqa: TC001 - FastAPI reads the annotations
from services.api.answers.documented import answers
from services.api.asking.parameters import DeliveriesAsked  # noqa: TC001 - as above
from services.api.asking.parts import Here  # noqa: TC001 - as above

router = APIRouter(tags=["deliveries"])


@router.get("/deliveries")
def deliveries(asked: Annotated[DeliveriesAsked, Query()], here: Here) -> schemas.DeliveryPage:
    """Return deliveries, newest first."""
    return here.queries.deliveries(asked)


@router.get("/deliveries/{delivery_id}", responses=answers(404))
def delivery(delivery_id: UUID, here: Here) -> schemas.DeliveryWhole:
    """Return one delivery, its articles, and its items that were not taken."""
    found = here.queries.delivery(delivery_id)
    if found is None:
        raise HTTPException(404, f"there is no delivery {delivery_id}")
    return found
