"""The figures straight from the store, for when no API runs."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from services.api.whole.counts import count
from services.api.whole.status import gather
from services.cli.opening import opened
from shared.broker.hints import Hints

if TYPE_CHECKING:
    from services.api.whole.figures import Status
    from shared.config import Settings


def look(settings: Settings) -> Status:
    """Count in the database and ask the broker; raises `UserError` where there is no database."""
    with opened(settings) as storage, contextlib.closing(Hints(settings)) as hints:
        return gather(settings, storage, hints, count(storage))
