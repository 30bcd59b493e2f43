"""A real worker with its broker and store, and the sweeper at hand."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from services.sweeper.sweep import Sweeper
from shared.broker.hints import Hints
from shared.clock import now
from shared.config import ROOT, Settings
from shared.processes.readiness import is_ready
from tests.e2e.running import wait_for
from tests.integration.receiving import Receiving
from tests.patience import PATIENCE
from tests.servers.valkey import Valkey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    import pytest

    from tests.servers.sentinel import Sentinels

WORKER = ("-m", "services.cli", "worker")
"""As a user starts it."""


class Works(Receiving):
    """A worker process with its broker and store, and the sweeper at hand."""

    def __init__(
        self,
        home: Path,
        database_url: str,
        broker: Valkey | Sentinels,
        *,
        children: int = 1,
        program: Sequence[str] = WORKER,
        **environment: str,
    ) -> None:
        self.broker = broker
        self.children = children
        self.program = program
        self.environment = environment
        super().__init__(
            Settings(
                home=home,
                database_url=database_url,
                broker_url=broker.url,
                lease_seconds=2.0,
                hint_again_seconds=1.0,
            )
        )
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
            **self.environment,
        }
        said = self.settings.home / "worker.out"
        with said.open("ab") as out:
            process = subprocess.Popen(
                [sys.executable, *self.program],
                env=environment,
                cwd=ROOT,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

        def ready() -> bool:
            assert process.poll() is None, f"it ended at its start: {said.read_text()[-3000:]}"
            return is_ready(self.settings, "worker")

        wait_for("the worker is ready", ready)
        return process

    def close(self) -> None:
        """End everything."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(PATIENCE)
        self.hints.close()
        self.storage.close()

    def swept_until_done(self, delivery_id: UUID) -> dict[str, Any]:
        """Sweep until a delivery has its outcome."""

        def done() -> dict[str, Any] | None:
            self.sweeper.sweep(now())
            row = self.row(delivery_id)
            return row if row["state"] == "done" else None

        row: dict[str, Any] = wait_for("the delivery is done", done)
        return row


@contextlib.contextmanager
def works_of_a_module(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, **given: Any
) -> Iterator[Works]:
    """Start one worker on the database that is asked for: most of its second is imports."""
    home = tmp_path_factory.mktemp("home")
    if request.param == "sqlite":
        database_url = f"sqlite:///{home / 'test.db'}"
    else:
        server = request.getfixturevalue("postgres")
        database_url = server.url(server.create())
    with (
        contextlib.closing(Valkey()) as broker,
        contextlib.closing(Works(home, database_url, broker.start(), **given)) as made,
    ):
        yield made
