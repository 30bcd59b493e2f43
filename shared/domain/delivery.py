"""A delivery: one file as it was received, and the one final word about it."""

from __future__ import annotations

from dataclasses import field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

DEFAULT_PROVIDER = "default"
"""The provider of a file that lay in the inbox itself, not in a sub-folder."""

LONGEST_RETURN = timedelta(minutes=1)
"""What met a passing failure is put off for no longer than this."""


class Lane(StrEnum):
    """Which queue a delivery travels in; `live` is always drained first."""

    LIVE = "live"
    BULK = "bulk"


class State(StrEnum):
    """Where a delivery stands in the ledger."""

    RECEIVED = "received"
    """Its bytes are kept and its row is written; nobody works on it."""
    PROCESSING = "processing"
    """A worker holds a lease on it."""
    DONE = "done"
    """It has its outcome; only a replay or a reprocess opens it again."""


class OutcomeWord(StrEnum):
    """
    The one final word about a delivery: the same in its row, its log line and its counter.

    The order is the order of precedence for a delivery of many items: the delivery takes the
    first word that any of its items earned.
    """

    NEW = "new"
    NEW_VERSION = "new_version"
    NEAR_DUPLICATE = "near_duplicate"
    EXACT_DUPLICATE = "exact_duplicate"
    STALE = "stale"
    REDELIVERY = "redelivery"
    QUARANTINED = "quarantined"
    DISCARDED = "discarded"
    """A person threw a quarantined delivery away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One file as it was received. Times are aware UTC; `size` is in bytes."""

    id: UUID
    name: str
    """The path as people know it: below the inbox, or below the imported folder."""
    provider: str
    sha256: str
    """Of the bytes, 64 hex digits; also the name under which the raw store keeps them."""
    size: int
    lane: Lane
    received_at: datetime
    modified_at: datetime | None = None
    state: State = State.RECEIVED
    attempts: int = 0
    """How often a worker began it; committed before the work begins."""
    import_id: UUID | None = None
    outcome: OutcomeWord | None = None
    reason: str | None = None
    """A stable word of `shared.errors` for a quarantined delivery."""
    detail: str | None = None
    """The sentence for people."""
    rereading: bool = False
    """Its articles are stored, and its bytes are to be read again."""


STAGES = ("queue", "batch", "parse", "normalise", "fingerprint", "dedup", "store", "total")
"""The keys of `Outcome.timings`, in the order of the way; `dedup` is a part of `store`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of a delivery, as it is written to the ledger and logged."""

    delivery_id: UUID
    word: OutcomeWord
    reason: str | None = None
    detail: str | None = None
    items: Mapping[str, int] = field(default_factory=dict)
    """How many items earned each word; what was rejected counts as `quarantined`."""
    timings: Mapping[str, float] = field(default_factory=dict)
    """Milliseconds by stage: `queue`, `batch`, `parse`, `normalise`, `fingerprint`, `dedup`
    (which is a part of `store`), `store`, `total`."""
