"""A real watcher in a thread of the test: real folder, real kernel events, real database."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa

from services.watcher.arrivals.leases import ignore_broken_leases
from services.watcher.watch import Watcher
from shared.config import load
from shared.errors import Retryable
from shared.storage import Storage
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from services.watcher.claims.taking import Step
    from shared.domain.delivery import Lane


class Outbox:
    """Takes hints as the broker would; may be away, or deep."""

    def __init__(self) -> None:
        """Begin empty and in good health."""
        self.messages: list[list[UUID]] = []
        self.away = False
        self.refuses = False
        """What is written is taken, and refused in the answer."""
        self.waiting = 0

    def send(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> int:  # noqa: ARG002 - one lane
        """Keep the messages, and say how deep the queue is then."""
        if self.away:
            raise Retryable("the broker cannot be reached: the test says so")
        self.messages += [list(batch) for batch in batches]
        return self.waiting

    def write(self, lane: Lane, batches: Sequence[Sequence[UUID]]) -> Callable[[], int]:
        """Keep the messages at once; what became of them is said when it is asked."""
        waiting = self.send(lane, batches)

        def answer() -> int:
            if self.refuses:
                raise Retryable("the broker cannot be reached: the test says so")
            return waiting

        return answer

    def depth(self, lane: Lane) -> int:  # noqa: ARG002 - one lane
        """Say how deep the queue is."""
        if self.away:
            raise Retryable("the broker cannot be reached: the test says so")
        return self.waiting

    def workers(self) -> int:
        """Say that one process works."""
        return 1

    @property
    def ids(self) -> list[UUID]:
        """All ids that were hinted."""
        return [each for message in self.messages for each in message]


class Watching:
    """One home with its watcher; `with` starts and stops it."""

    def __init__(self, home: Path, database: str, **settings: Any) -> None:
        """Prepare the home; the watcher starts with the block."""
        self.settings = load(home=home, database_url=database, **settings)
        self.settings.make_folders()
        self.inbox = self.settings.inbox
        self.outbox = Outbox()
        self.storage = Storage.open(self.settings.database)
        self.failure: BaseException | None = None
        self.after: Callable[[Step], None] = lambda _step: None
        """Called by the watcher at each step of a file's way."""
        ignore_broken_leases()

    def __enter__(self) -> Self:
        self.watcher = Watcher(self.settings, self.storage, self.outbox, self.after)
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        return self

    def _run(self) -> None:
        try:
            self.watcher.run()
        except BaseException as error:  # noqa: BLE001 - told to the test in its own thread
            self.failure = error

    def __exit__(self, *_error: object) -> None:
        self.watcher.stop()
        self._thread.join(timeout=PATIENCE)
        self.storage.close()
        if self.failure is not None:
            raise self.failure
        assert not self._thread.is_alive(), "the watcher did not stop"

    def rows(self) -> list[Any]:
        """Return the ledger's rows, oldest first."""
        with (
            contextlib.closing(Storage.open(self.settings.database)) as storage,
            storage.engine.connect() as connection,
        ):
            text = "select id, name, provider, sha256, size, hinted_at from deliveries order by id"
            return list(connection.execute(sa.text(text)))

    def names(self) -> list[str]:
        """Return the names in the ledger, sorted."""
        return sorted(row.name for row in self.rows())

    def raw(self, row: Any) -> bytes:
        """Return the kept bytes of a row."""
        return (self.settings.raw / row.sha256[:2] / row.sha256).read_bytes()

    def until(self, done: Callable[[], bool], *, seconds: float = PATIENCE) -> None:
        """Wait until it is so; fail when it takes too long."""
        end = time.monotonic() + seconds
        while not done():
            assert self.failure is None, repr(self.failure)
            assert time.monotonic() < end, f"not within {seconds} s; the rows: {self.names()[:20]}"
            time.sleep(0.01)

    def until_rows(self, count: int, *, seconds: float = PATIENCE) -> list[Any]:
        """Wait for so many rows and released claims, and return the rows."""
        self.until(lambda: len(self.rows()) >= count and not self.claims(), seconds=seconds)
        return self.rows()

    def claims(self) -> list[Path]:
        """Return what is claimed and not released."""
        return list((self.settings.raw / ".claims").iterdir())
