"""The figures of the first page: those of `status`, today's, and what the charts draw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from services.api.desk.figures.charts import Bars, Span, spans, stacked
from services.telling.remarks import NOT_TAKEN
from shared import clock
from shared.domain.delivery import STAGES, OutcomeWord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from services.api.whole.figures import Status
    from shared.storage import Storage

MINUTES: Final = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """One look at the whole."""

    status: Status
    today: Mapping[str, int]
    """Deliveries that ended since midnight UTC, by outcome."""
    rate: Bars
    """What ended in each of the last sixty minutes; what was not taken is the upper part."""
    stages: tuple[Span, ...]

    @property
    def ended_today(self) -> int:
        """All that ended since midnight UTC."""
        return sum(self.today.values())


def look(storage: Storage, status: Callable[[], Status]) -> Figures:
    """Count; raises `Retryable` when the database is away."""
    now = clock.now()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    first = now.replace(second=0, microsecond=0) - timedelta(minutes=MINUTES - 1)
    with storage.reading() as reading:
        today = reading.ended_since(midnight)
        by_minute = reading.ended_by_minute(first)
        timings = reading.latest_timings()
    return Figures(
        status=status(),
        today={word: today.get(word, 0) for word in OutcomeWord},
        rate=stacked([_column(first + timedelta(minutes=n), by_minute) for n in range(MINUTES)]),
        stages=spans(timings, STAGES),
    )


def _column(minute: datetime, counts: Mapping[str, Mapping[str, int]]) -> tuple[str, int, int]:
    ended = counts.get(f"{minute:%Y-%m-%d %H:%M}", {})
    upper = sum(count for word, count in ended.items() if word in NOT_TAKEN)
    return f"{minute:%H:%M}", sum(ended.values()) - upper, upper
