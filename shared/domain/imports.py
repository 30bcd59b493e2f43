"""An import as people follow it: where it stands, and what became of its files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from shared.domain.delivery import OutcomeWord
from shared.errors import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

SILENT: Final = timedelta(minutes=5)
"""A registering process that gave no sign for so long has died; one large file may take a while."""


class ImportState(StrEnum):
    """Where an import stands."""

    REGISTERING = "registering"
    """Its files are being copied into the raw store; what has a row is read meanwhile."""
    INTERRUPTED = "interrupted"
    """The command that registered its files ended early: the same command again goes on."""
    READING = "reading"
    """All its files are in the ledger; not all have their outcome."""
    PAUSED = "paused"
    """None of its files is begun until it is resumed."""
    CANCELLED = "cancelled"
    """What was not begun is discarded; what was read stays."""
    DONE = "done"
    """Each of its files has its outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """The row of an import. Times are aware UTC; sizes are bytes."""

    id: UUID
    provider: str | None
    paths: tuple[str, ...]
    started_at: datetime
    updated_at: datetime | None = None
    """The last sign of the process that registers its files."""
    read_at: datetime | None = None
    """When the last file was in the ledger."""
    finished_at: datetime | None = None
    """When the last file had its outcome."""
    paused_at: datetime | None = None
    cancelled_at: datetime | None = None
    expected: int | None = None
    """Files at and below the paths, once they are counted."""
    files: int = 0
    """Files that have a row."""
    size: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Files left out, by reason."""

    def state(self, now: datetime) -> ImportState:
        """Return where it stands at a moment."""
        if self.cancelled_at is not None:
            return ImportState.CANCELLED
        if self.paused_at is not None:
            return ImportState.PAUSED
        if self.read_at is None:
            silent = now - (self.updated_at or self.started_at) > SILENT
            return ImportState.INTERRUPTED if silent else ImportState.REGISTERING
        return ImportState.READING if self.finished_at is None else ImportState.DONE


@dataclass(frozen=True, slots=True)
class BeingRead:
    """A container in a worker's hand, of which something is stored."""

    name: str
    items: int
    """Those that are written or refused so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportStanding:
    """What became of an import's files so far."""

    about: Import
    state: ImportState
    outcomes: Mapping[str, int]
    """Files by outcome; open ones under their state."""
    reasons: Mapping[str, Mapping[str, int]]
    """By outcome, the reasons of those files that have one."""
    open: int
    """Files that have a row and no outcome yet."""
    rate: float
    """Files that ended, a second, over the last minute."""
    being_read: Sequence[BeingRead] = ()
    """Containers of many items in hand, the one with most of them first."""

    @property
    def done(self) -> int:
        """Files that have their outcome."""
        return sum(self.outcomes.values()) - self.open

    @property
    def read(self) -> int:
        """Files that were read to their outcome: without those that a cancel discarded."""
        discarded = self.reasons.get(OutcomeWord.DISCARDED, {})
        return self.done - discarded.get(Reason.CANCELLED, 0)

    @property
    def is_moving(self) -> bool:
        """Whether its files are being read, or will be without anybody's doing."""
        return self.state in {ImportState.REGISTERING, ImportState.READING}

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all have their outcome at this rate; None where that cannot be told."""
        left = self.open
        if self.state is ImportState.REGISTERING:
            if self.about.expected is None:
                return None
            left += max(0, self.about.expected - sum(self.outcomes.values()))
        return left / self.rate if self.is_moving and left and self.rate else None
