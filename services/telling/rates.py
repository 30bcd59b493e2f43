"""Over how long a rate is taken: of a minute that was mostly idle it would be far too low."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

LONGEST: Final = timedelta(minutes=1)

SHORTEST: Final = timedelta(seconds=5)
"""Of less, one batch more or less would make another rate."""


def over(now: datetime, oldest: datetime | None) -> timedelta:
    """Return it: a minute, or since the oldest of what waits came; `oldest` is when that was."""
    return LONGEST if oldest is None else min(LONGEST, max(SHORTEST, now - oldest))
