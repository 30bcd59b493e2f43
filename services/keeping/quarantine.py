"""
What becomes of quarantined deliveries: read again, or thrown away; one, many or all of a kind.

The command line and the desk do the same thing here, in pages of one transaction each.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import structlog

from shared import clock
from shared.domain.delivery import OutcomeWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from shared.config import Settings
    from shared.storage import Storage

log = structlog.get_logger(__name__)

PAGE: Final = 500
"""Deliveries that are opened or discarded in one transaction."""


def pages(
    storage: Storage, *, reason: str | None = None, provider: str | None = None
) -> Iterator[list[UUID]]:
    """Yield the ids of what is in quarantine, newest first: of a reason, a provider, or all."""
    wanted = {"outcome": OutcomeWord.QUARANTINED, "reason": reason, "provider": provider}
    filters = {name: value for name, value in wanted.items() if value is not None}
    before: UUID | None = None
    while True:
        with storage.reading() as reading:
            rows = reading.deliveries(filters=filters, before=before, limit=PAGE)
        if not rows:
            return
        yield [row["id"] for row in rows]
        before = rows[-1]["id"]


def replay(storage: Storage, settings: Settings, ids: Sequence[UUID]) -> int:
    """Let quarantined deliveries be read again as if they had just come; return how many."""
    with storage.unit_of_work() as uow:
        opened = uow.deliveries.reopen(ids, words={OutcomeWord.QUARANTINED})
        uow.commit()
    _tidy(settings, opened)
    for delivery_id in opened:
        log.info("delivery_replayed", delivery_id=str(delivery_id))
    return len(opened)


def discard(storage: Storage, settings: Settings, ids: Sequence[UUID]) -> int:
    """Throw quarantined deliveries away, their bytes stay in `raw/`; return how many."""
    with storage.unit_of_work() as uow:
        discarded = uow.deliveries.discard(ids, clock.now())
        uow.commit()
    _tidy(settings, discarded)
    for delivery_id in discarded:
        log.info("delivery_discarded", delivery_id=str(delivery_id))
    return len(discarded)


def _tidy(settings: Settings, ids: Sequence[UUID]) -> None:
    """Remove what was laid aside; the bytes are in `raw/`."""
    for delivery_id in ids:
        shutil.rmtree(settings.quarantine / delivery_id.hex, ignore_errors=True)
