"""The wire shape of changes, alike over HTTP and in web hooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence  # noqa: TC003 - pydantic reads the annotations
from datetime import datetime  # noqa: TC003 - as above
from typing import TYPE_CHECKING, Any
from uuid import UUID  # noqa: TC003 - as above

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from shared.storage.reading import Row


class Change(BaseModel):
    """One entry of the feed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    seq: int
    at: datetime
    kind: str
    article_id: UUID | None = None
    story_id: UUID | None = None
    detail: Mapping[str, Any] = {}


class Told(BaseModel):
    """What a web hook receives."""

    hook: str
    changes: list[Change]


def changes_text(hook: str, rows: Sequence[Row]) -> str:
    """Return the body of a request."""
    return Told(hook=hook, changes=[Change.model_validate(row) for row in rows]).model_dump_json()
