"""What can be asked of the lists; a parameter that is not known is refused, never ignored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID  # noqa: TC003 - pydantic reads the annotations

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from services.api.answers.formats import Format  # noqa: TC001 - pydantic reads the annotations
from shared.domain import searching
from shared.domain.delivery import Lane, OutcomeWord, State  # noqa: TC001 - as above
from shared.errors import Reason, UserError

if TYPE_CHECKING:
    from shared.domain.searching import Search


def _utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("no calendar has this moment in UTC") from error


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise ValueError("no text that is stored has a NUL character")
    return text


Word = Annotated[str, AfterValidator(_without_nul)]
"""What a stored text is compared with: PostgreSQL takes no question that has a NUL character."""
Limit = Annotated[int, Field(ge=1, le=500, description="Rows of a page.")]
Moment = Annotated[
    datetime, AfterValidator(_utc), Field(description="ISO 8601; without a zone: UTC.")
]


class Asked(BaseModel):
    """The parameters of a list."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _searchable(text: str) -> str:
    try:
        searching.parse(text)
    except UserError as error:
        raise ValueError(str(error)) from error
    return text


class ArticlesAsked(Asked):
    """Which articles."""

    q: Annotated[str, AfterValidator(_searchable)] | None = Field(
        default=None,
        description='Words that must all be there; `"a phrase"`, `begin*`, `-without`, `this OR '
        "that`. Case and accents do not matter.",
    )
    provider: Word | None = None
    source: Word | None = None
    language: Word | None = None
    story: UUID | None = None
    published_from: Moment | None = None
    published_to: Moment | None = None
    canonical: bool = False
    """Only the one to show of each story."""
    after: UUID | None = Field(default=None, description="`next` of the page before.")
    limit: Limit = 50

    @property
    def search(self) -> Search | None:
        """What the words look for."""
        return searching.parse(self.q) if self.q is not None else None

    @property
    def filters(self) -> dict[str, Any]:
        """Column → value to be equal to."""
        return _given(
            provider=self.provider,
            source=self.source,
            language=self.language,
            story_id=self.story,
        )


class ArticlesWritten(ArticlesAsked):
    """Which articles, and how they are written."""

    format: Format | None = Field(default=None, description="Else by `Accept`.")


class DeliveriesAsked(Asked):
    """Which deliveries."""

    outcome: OutcomeWord | None = None
    reason: Reason | None = None
    provider: Word | None = None
    lane: Lane | None = None
    state: State | None = None
    name: Word | None = None
    import_id: UUID | None = None
    before: UUID | None = Field(default=None, description="`next` of the page before.")
    limit: Limit = 50

    @property
    def filters(self) -> dict[str, Any]:
        """Column → value to be equal to."""
        return _given(**self.model_dump(exclude={"before", "limit"}))


class ChangesAsked(Asked):
    """Which part of the feed."""

    since: int = Field(default=0, ge=0, le=2**63 - 1)
    """The last number that is known already."""
    wait: float = Field(default=0, ge=0, le=60)
    """Seconds to wait at the most where there is nothing after it."""
    limit: Limit = 500


def _given(**filters: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever the columns hold
    return {name: value for name, value in filters.items() if value is not None}
