"""A store that is handed bytes as the watcher hands them: kept, and with a row; nothing is sent."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from shared.clock import now
from shared.domain.delivery import Delivery, Lane
from shared.ids import uuid7
from shared.raw import open_raw
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from workers.outcome import Quarantine
from workers.pipeline import Pipeline
from workers.reading import Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from shared.config import Settings
    from workers.batches.steps import Step


class Receiving:
    """A migrated store and a raw store of some settings."""

    def __init__(self, settings: Settings) -> None:
        """Make the folders and the tables."""
        self.settings = settings
        settings.make_folders()
        upgrade(settings.database)
        self.storage = Storage.open(settings.database)
        self.raw = open_raw(settings)

    def receive(
        self, content: bytes | str, name: str = "story.txt", lane: Lane = Lane.LIVE
    ) -> UUID:
        """Keep bytes and register their delivery; return its id."""
        [delivery_id] = self.receive_all({name: content}, lane)
        return delivery_id

    def receive_all(
        self, contents: Mapping[str, bytes | str], lane: Lane = Lane.LIVE
    ) -> list[UUID]:
        """Keep the bytes of many files and register them at once; return their ids, in order."""
        received = [self._kept(name, content, lane) for name, content in contents.items()]
        with self.storage.unit_of_work() as uow:
            uow.deliveries.register(received)
            uow.commit()
        return [each.id for each in received]

    def _kept(self, name: str, content: bytes | str, lane: Lane) -> Delivery:
        data = content.encode() if isinstance(content, str) else content
        kept = self.raw.copy(BytesIO(data), most=len(data) + 1)
        return Delivery(
            id=uuid7(),
            name=name,
            provider="default",
            sha256=kept.sha256,
            size=kept.size,
            lane=lane,
            received_at=now(),
        )

    def make_pipeline(
        self, reader: Reader | None = None, after: Callable[[Step], None] = lambda _: None
    ) -> Pipeline:
        """Return a worker's pipeline on this store."""
        return Pipeline(
            settings=self.settings,
            storage=self.storage,
            raw=self.raw,
            reader=reader or Reader(self.settings),
            quarantine=Quarantine(self.settings.quarantine, self.raw),
            after=after,
        )

    def row(self, delivery_id: UUID) -> dict[str, Any]:
        """Return a delivery's row of the ledger."""
        with self.storage.reading() as reading:
            row = reading.delivery(delivery_id)
        assert row is not None
        return row
