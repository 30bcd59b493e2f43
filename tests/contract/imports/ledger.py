"""Imports in a ledger: begun, claimed, finished, steered, and how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from shared.domain.delivery import Lane, Outcome
from tests.builders import at, delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.delivery import Delivery
    from shared.domain.imports import ImportStanding
    from shared.storage import Storage


def begin(storage: Storage, count: int, *, minutes: float = 0) -> tuple[UUID, list[UUID]]:
    """Begin an import of so many files and register them all; return its id and theirs."""
    import_id = uuid4()
    files = [
        delivery(lane=Lane.BULK, import_id=import_id, received_at=at(minutes + number / 1000))
        for number in range(count)
    ]
    with storage.unit_of_work() as uow:
        uow.imports.begin(import_id, paths=["/archive"], provider=None, at=at(minutes))
        uow.deliveries.register(files)
        uow.imports.note(
            import_id, files=count, size=100, skipped={"symlink": 2}, expected=count, at=at(minutes)
        )
        uow.imports.read(import_id, at=at(minutes))
        uow.commit()
    return import_id, [each.id for each in files]


def waiting(storage: Storage, limit: int = 100, *, lane: Lane = Lane.BULK) -> list[UUID]:
    with storage.unit_of_work() as uow:
        found = uow.deliveries.waiting(lane, now=at(9), hinted_before=None, limit=limit)
    return [each.id for each in found]


def claim(storage: Storage, ids: Sequence[UUID]) -> list[Delivery]:
    with storage.unit_of_work() as uow:
        claimed = uow.deliveries.claim(ids, owner="one", now=at(9), until=at(10))
        uow.commit()
    return claimed


def finish(storage: Storage, *outcomes: Outcome) -> None:
    with storage.unit_of_work() as uow:
        uow.deliveries.finish(outcomes, at=at(9))
        uow.commit()


def import_waits(storage: Storage) -> bool:
    with storage.reading() as reading:
        return reading.import_waits()


def standing(storage: Storage, import_id: UUID) -> ImportStanding:
    with storage.reading() as reading:
        about = reading.import_(import_id)
        assert about is not None
        return reading.import_standing(about, at(9.5))


def steer(storage: Storage, import_id: UUID, how: str) -> bool:
    with storage.unit_of_work() as uow:
        match how:
            case "pause":
                done = uow.imports.pause(import_id, at(5))
            case "resume":
                done = uow.imports.resume(import_id)
            case _:
                done = uow.imports.cancel(import_id, at(5))
        uow.commit()
    return done
