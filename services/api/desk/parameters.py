"""What can be asked of the desk's lists. A form sends its empty fields too: they ask nothing."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID  # noqa: TC003 - pydantic reads the annotations

from pydantic import BaseModel, ConfigDict, Field, model_validator

from services.api.asking.parameters import Moment, Word  # noqa: TC001 - as above
from shared.domain.delivery import OutcomeWord, State
from shared.errors import Reason  # noqa: TC001 - as above

PAGE = 50
"""Rows of a page."""


class Asked(BaseModel):
    """The parameters of a page."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _given(cls, data: Any) -> Any:  # noqa: ANN401 - what pydantic passes
        if not isinstance(data, dict):
            return data
        return {
            name: value.strip() if isinstance(value, str) else value
            for name, value in data.items()
            if value is not None and (not isinstance(value, str) or value.strip())
        }

    @property
    def given(self) -> dict[str, Any]:
        """What was asked, as it stands in an address; without the place in the list."""
        told = self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"before"})
        return {name: value for name, value in told.items() if value is not False}

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked at all."""
        return bool(self.given)


class DeliveriesWanted(Asked):
    """Which deliveries."""

    outcome: OutcomeWord | None = None
    state: State | None = None
    reason: Reason | None = None
    provider: Word | None = None
    name: Word | None = Field(default=None, max_length=1024)
    """A part of it."""
    since: Moment | None = None
    until: Moment | None = None
    import_id: UUID | None = None
    before: UUID | None = None

    @model_validator(mode="after")
    def _reasons_are_of_what_was_not_taken(self) -> Self:
        # a reason without an outcome means the quarantined: the index is asked by both
        if self.reason is not None and self.outcome is None:
            return self.model_copy(update={"outcome": OutcomeWord.QUARANTINED})
        return self

    @property
    def filters(self) -> dict[str, Any]:
        """Column → value to be equal to."""
        wanted = {
            "outcome": self.outcome,
            "state": self.state,
            "reason": self.reason,
            "provider": self.provider,
            "import_id": self.import_id,
        }
        return {name: value for name, value in wanted.items() if value is not None}


class QuarantineWanted(Asked):
    """Which quarantined deliveries."""

    reason: Reason | None = None
    provider: Word | None = None
    before: UUID | None = None

    @property
    def filters(self) -> dict[str, Any]:
        """Column → value to be equal to."""
        wanted = {"reason": self.reason, "provider": self.provider}
        given = {name: value for name, value in wanted.items() if value is not None}
        return {"outcome": OutcomeWord.QUARANTINED, **given}


class StoriesWanted(Asked):
    """Which stories."""

    several: bool = False
    """Only those of more than one article."""
    before: UUID | None = None


class ArticlesWanted(Asked):
    """Which articles."""

    q: str | None = Field(default=None, max_length=1000)
    provider: Word | None = None
    source: Word | None = None
    language: Word | None = None
    since: Moment | None = None
    until: Moment | None = None
    canonical: bool = False
    before: UUID | None = None

    @property
    def filters(self) -> dict[str, Any]:
        """Column → value to be equal to."""
        wanted = {"provider": self.provider, "source": self.source, "language": self.language}
        return {name: value for name, value in wanted.items() if value is not None}


class PairWanted(Asked):
    """Which two articles of a story stand side by side."""

    left: UUID | None = None
    right: UUID | None = None
