"""What a provider says of an article that comes again: it was corrected, or brought up to date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class ReissueKind(StrEnum):
    """Why it comes again."""

    CORRECTION = "correction"
    UPDATE = "update"
    """Also a new lead, a write-through, a round-up that is brought up to date."""


@dataclass(frozen=True, slots=True)
class Reissue:
    """The mark of an article that takes the place of an earlier one of its provider."""

    kind: ReissueKind
    number: int | None = None
    """Which update it is, where the mark says so: 2 for `UPDATE 2`."""

    def __str__(self) -> str:
        return f"{self.kind} {self.number}" if self.number is not None else str(self.kind)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what `str` wrote."""
        kind, _, number = text.partition(" ")
        return cls(ReissueKind(kind), int(number) if number else None)
