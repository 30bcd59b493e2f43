"""Pausing, resuming and cancelling imports: the command line and the desk do the same here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from shared import clock

if TYPE_CHECKING:
    from uuid import UUID

    from shared.storage import Storage

log = structlog.get_logger(__name__)


def pause(storage: Storage, import_id: UUID) -> bool:
    """Begin none of its files until it is resumed; False: it is over, or paused already."""
    with storage.unit_of_work() as uow:
        paused = uow.imports.pause(import_id, clock.now())
        uow.commit()
    if paused:
        log.info("import_paused", import_id=str(import_id))
    return paused


def resume(storage: Storage, import_id: UUID) -> bool:
    """Let a paused import go on where it was; False: it is not paused."""
    with storage.unit_of_work() as uow:
        resumed = uow.imports.resume(import_id)
        uow.commit()
    if resumed:
        log.info("import_resumed", import_id=str(import_id))
    return resumed


def cancel(storage: Storage, import_id: UUID) -> bool:
    """Discard what was not begun; False: it is over."""
    with storage.unit_of_work() as uow:
        cancelled = uow.imports.cancel(import_id, clock.now())
        uow.commit()
    if cancelled:
        log.info("import_cancelled", import_id=str(import_id))
    return cancelled
