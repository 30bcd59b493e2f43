"""A real worker with its broker and store, and the sweeper at hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

from services.sweeper.sweep import Sweeper
from shared.broker import Hints
from shared.clock import now
from shared.config import ROOT, Settings
from shared.domain.delivery import Delivery, Lane
from shared.ids import uuid7
from shared.raw import RawStore
from shared.readiness import is_ready
from shared.storage import Storage
from shared.storage.migrate import upgrade
from tests.e2e.running import wait_for

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from tests.servers.valkey import Valkey


class Works:
    """A worker process with its broker and store, and the sweeper at hand."""

    def __init__(self, home: Path, database_url: str, broker: Valkey, *, children: int = 1) -> None:
        self.broker = broker
        self.children = children
        self.settings = Settings(
            home=home,
            database_url=database_url,
            broker_url=broker.url,
            lease_seconds=2.0,
            hint_again_seconds=1.0,
        )
        self.settings.make_folders()
        upgrade(database_url)
        self.storage = Storage.open(database_url)
        self.raw = RawStore(self.settings.raw)
        self.hints = Hints(self.settings)
        self.sweeper = Sweeper(self.settings, self.storage, self.hints)
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        """Start a worker with its pool children."""
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "COPYDESK_HOME": str(self.settings.home),
            "COPYDESK_DATABASE_URL": self.settings.database_url,
            "COPYDESK_BROKER_URL": self.settings.broker_url,
            "COPYDESK_LEASE_SECONDS": "2",
            "COPYDESK_WORKERS": str(self.children),
        }
        with (self.settings.home / "worker.out").open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "services.cli", "worker"],
                env=environment,
                cwd=ROOT,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )
        wait_for("the worker is ready", lambda: is_ready(self.settings, "worker"))
        return process

    def close(self) -> None:
        """End everything."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)
        self.hints.close()
        self.storage.close()

    def receive(self, content: str, name: str = "story.jsonl") -> UUID:
        """Keep bytes and register their delivery; send nothing."""
        kept = self.raw.copy(BytesIO(content.encode()), most=len(content.encode()) + 1)
        received = Delivery(
            id=uuid7(),
            name=name,
            provider="default",
            sha256=kept.sha256,
            size=kept.size,
            lane=Lane.LIVE,
            received_at=now(),
        )
        with self.storage.unit_of_work() as uow:
            uow.deliveries.register([received])
            uow.commit()
        return received.id

    def row(self, delivery_id: UUID) -> dict[str, Any]:
        """Return a delivery's row of the ledger."""
        with self.storage.reading() as reading:
            row = reading.delivery(delivery_id)
        assert row is not None
        return row

    def swept_until_done(self, delivery_id: UUID) -> dict[str, Any]:
        """Sweep until a delivery has its outcome."""

        def done() -> dict[str, Any] | None:
            self.sweeper.sweep(now())
            row = self.row(delivery_id)
            return row if row["state"] == "done" else None

        row: dict[str, Any] = wait_for("the delivery is done", done)
        return row
