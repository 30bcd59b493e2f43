"""The wire shape of changes, alike over HTTP and in web hooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence  # noqa: TC003 - pydantic reads the annotations
from datetime import datetime  # noqa: TC003 - as above
from typing import TYPE_CHECKING, Annotated, Any, Final
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict

if TYPE_CHECKING:
    from shared.storage.reading import Row

IDS_OF_DETAIL: Final = ("into", "canonical")


def _with_ids(detail: Mapping[str, Any]) -> dict[str, Any]:
    """Return a change's detail with ids as they are written everywhere else: with dashes."""
    written = {name: str(UUID(detail[name])) for name in IDS_OF_DETAIL if detail.get(name)}
    return {**detail, **written}


class Change(BaseModel):
    """One entry of the feed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    seq: int
    at: datetime
    kind: str
    article_id: UUID | None = None
    story_id: UUID | None = None
    detail: Annotated[Mapping[str, Any], AfterValidator(_with_ids)] = {}


class Told(BaseModel):
    """What a web hook receives."""

    hook: str
    changes: list[Change]


def changes_text(hook: str, rows: Sequence[Row]) -> str:
    """Return the body of a request."""
    return Told(hook=hook, changes=[Change.model_validate(row) for row in rows]).model_dump_json()
