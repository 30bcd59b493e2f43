"""What is known of a provider and its files do not say: `[providers.<folder>]`."""

from __future__ import annotations

import difflib
import zoneinfo
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, Field, field_validator

from shared.domain.article import Field as ArticleField

MAPPED: Final = (*(str(field) for field in ArticleField), "summary")
"""What a mapping may name; `summary` stands for the body where there is none."""

Path = Annotated[str, Field(min_length=1)]


def _known_zone(name: str) -> str:
    if name not in zoneinfo.available_timezones():
        near = difflib.get_close_matches(name, zoneinfo.available_timezones(), 1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"there is no time zone of this name{hint}")
    return name


class ProviderProfile(BaseModel, extra="forbid", frozen=True):
    """A provider: a sub-folder of the inbox, or what `import --provider` names."""

    name: Annotated[str, Field(min_length=1, max_length=100)] | None = None
    """The provider's name in the ledger, where it shall differ from the folder's."""
    zone: Annotated[str, AfterValidator(_known_zone)] | None = None
    """
    IANA name of the zone of times without one; where there is none: UTC is assumed, and said.
    Of Europe, Asia, Africa or Australia: dates in English put the day first.
    """
    language: Annotated[str, Field(min_length=2, max_length=35)] | None = None
    """BCP 47 tag for texts too short to tell."""
    source: str | None = None
    """The publisher, where its files name none."""
    priority: Literal["live", "bulk"] = "live"
    """The lane of dropped files; `bulk` for a provider whose floods shall not hold others up."""
    embargo_minutes: Annotated[float, Field(gt=0)] | None = None
    """Articles that name no embargo are not shown before so long after their receipt."""
    mapping: dict[str, Path | list[Path]] = Field(default_factory=dict)
    """Field → key of its JSON, or several, the surest first; `media.title` leads inside."""

    @field_validator("mapping")
    @classmethod
    def _known_fields(cls, value: dict[str, object]) -> dict[str, object]:
        for name in value:
            if name not in MAPPED:
                near = difflib.get_close_matches(name, MAPPED, 1)
                hint = f"; did you mean {near[0]!r}?" if near else f": give {', '.join(MAPPED)}"
                raise ValueError(f"there is no field {name!r}{hint}")
        return value

    @property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """Field → its keys, the surest first."""
        return {
            name: (given,) if isinstance(given, str) else tuple(given)
            for name, given in self.mapping.items()
        }
