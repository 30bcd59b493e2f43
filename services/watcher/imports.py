"""
Bulk import: files that lie somewhere already, copied into the raw store and registered.

The originals are not touched. Rows go to the bulk lane and no hint is sent: the sweeper feeds the
queue as it drains, so an import of any size delays no dropped file. Run again, it goes on: the
same command gives the same file the same id, and what has a row is passed over.
"""

from __future__ import annotations

import contextlib
import fcntl
import itertools
import os
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from services.names import name_of, shown
from services.watcher.import_report import ImportReport, Planned
from services.watcher.inbox import NotTaken, open_file
from services.watcher.keeping import moment
from services.watcher.plan import Found, file_id_of, import_id_of, plan
from shared import clock
from shared.domain.delivery import DEFAULT_PROVIDER, Delivery, Lane, OutcomeWord
from shared.domain.imports import ImportState
from shared.errors import Reason, UserError
from shared.patience import patiently
from shared.raw import open_raw, passing_failures, store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from shared.config import Settings
    from shared.storage import Storage, UnitOfWork

BATCH_FILES: Final = 256
"""Files in one transaction and one flush of the disk."""

PAUSED_SECONDS: Final = 1.0
"""Between two looks at whether a paused import may go on."""

GONE: Final = "gone"
CHANGING: Final = "changing"


def import_paths(
    paths: Sequence[Path],
    *,
    provider: str | None,
    settings: Settings,
    storage: Storage,
    on_progress: Callable[[ImportReport], None] = lambda _report: None,
) -> ImportReport:
    """
    Register all files at and below the paths in the bulk lane, and return what was done.

    `on_progress` is told after each batch, and may set `expected`. Waits while disk or database
    are away, and while the import is paused. Raises `UserError` for a path that is not there,
    when the same import is running already, and when somebody cancels it meanwhile.
    """
    importing = _Import(paths, provider, settings, storage)
    with importing.alone():
        importing.begin()
        found = plan(paths, importing.report.skipped)
        while batch := list(itertools.islice(found, BATCH_FILES)):
            importing.wait_while_paused(on_progress)
            importing.take(batch)
            on_progress(importing.report)
        importing.end()
    on_progress(importing.report)
    return importing.report


class _Import:
    """One run of one import."""

    def __init__(
        self, paths: Sequence[Path], provider: str | None, settings: Settings, storage: Storage
    ) -> None:
        self.id = import_id_of(paths, provider)
        self.report = ImportReport(self.id)
        self._paths = [shown(str(path.absolute())) for path in paths]
        self._provider = provider
        self._store = open_raw(settings)
        self._storage = storage
        self._lock = settings.run / f"import-{self.id.hex}.lock"

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock of this import; the kernel frees it when the process dies."""
        self._lock.parent.mkdir(parents=True, exist_ok=True)
        with self._lock.open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise UserError("this import is running already: wait for it") from error
            yield
            self._lock.unlink()

    def begin(self) -> None:
        """Write the import's row, unless an earlier run did."""

        def write() -> None:
            with self._storage.unit_of_work() as uow:
                uow.imports.begin(
                    self.id, paths=self._paths, provider=self._provider, at=clock.now()
                )
                uow.commit()

        patiently(write)

    def end(self) -> None:
        """Note in the import's row that all its files are in the ledger."""

        def write() -> None:
            with self._storage.unit_of_work() as uow:
                self._note(uow)
                uow.imports.read(self.id, at=clock.now())
                uow.commit()

        patiently(write)

    def _note(self, uow: UnitOfWork) -> None:
        """Write into the import's row how far it is: for whoever looks from elsewhere."""
        uow.imports.note(
            self.id,
            files=self.report.registered + self.report.known,
            size=self.report.size,
            skipped=+self.report.skipped,
            expected=self.report.expected,
            at=clock.now(),
        )

    def wait_while_paused(self, on_progress: Callable[[ImportReport], None]) -> None:
        """Return at once, or when the import is resumed; raises `UserError` when cancelled."""
        while (state := patiently(self._state)) is ImportState.PAUSED:
            self.report.paused = True
            on_progress(self.report)
            time.sleep(PAUSED_SECONDS)
        self.report.paused = False
        if state is ImportState.CANCELLED:
            raise UserError(
                "this import was cancelled: what was read stays; the same command again takes it up"
            )

    def _state(self) -> ImportState:
        with self._storage.reading() as reading:
            about = reading.import_(self.id)
        assert about is not None, "begin() wrote its row, and none is ever removed"
        return about.state(clock.now())

    def take(self, batch: Sequence[Found]) -> None:
        """Keep and register those files of a batch that have no row."""
        planned = dict(each for found in batch if (each := self._planned(found)) is not None)
        known = patiently(lambda: self._known(planned))
        self.report.known += len(known)
        self.report.size += sum(planned[each].size for each in known)
        kept = list(self._keep_all(planned, known))
        self.report.registered += len(kept)
        self.report.size += sum(delivery.size for delivery in kept)
        patiently(lambda: self._register(kept))

    def _planned(self, found: Found) -> tuple[UUID, Planned] | None:
        try:
            state = found.path.stat()
        except OSError:
            self.report.skipped[GONE] += 1
            return None
        return self._id(found, state), Planned(found, state.st_size)

    def _id(self, found: Found, state: os.stat_result) -> UUID:
        return file_id_of(self.id, found.path, state.st_size, state.st_mtime_ns)

    def _known(self, planned: dict[UUID, Planned]) -> set[UUID]:
        """Return which have a row; what an earlier cancel discarded of them is opened again."""
        with self._storage.unit_of_work() as uow:
            known = uow.deliveries.existing(list(planned))
            uow.deliveries.reopen(known, words={OutcomeWord.DISCARDED}, reason=Reason.CANCELLED)
            uow.commit()
        return known

    def _keep_all(self, planned: dict[UUID, Planned], known: set[UUID]) -> Iterator[Delivery]:
        for delivery_id, each in planned.items():
            if delivery_id not in known:
                delivery = patiently(partial(self._keep, delivery_id, each.found))
                if delivery is not None:
                    yield delivery

    def _keep(self, delivery_id: UUID, found: Found) -> Delivery | None:
        """Copy a file into the raw store; None when it is gone, unreadable or being written."""
        try:
            with (
                passing_failures(),
                os.fdopen(open_file(str(found.path), None, found.name)) as file,
            ):
                return self._copy(delivery_id, found, file.fileno())
        except NotTaken as error:
            self.report.skipped[str(error.why)] += 1
        except FileNotFoundError:
            self.report.skipped[GONE] += 1
        return None

    def _copy(self, delivery_id: UUID, found: Found, descriptor: int) -> Delivery | None:
        state = os.fstat(descriptor)
        with store_failures(), open(descriptor, "rb", buffering=0, closefd=False) as stream:
            kept = self._store.copy(stream, state.st_size)
        after = os.fstat(descriptor)
        if delivery_id != self._id(found, state) or self._id(found, after) != delivery_id:
            self.report.skipped[CHANGING] += 1
            return None
        return Delivery(
            id=delivery_id,
            name=name_of(found.name),
            provider=self._provider or DEFAULT_PROVIDER,
            sha256=kept.sha256,
            size=kept.size,
            lane=Lane.BULK,
            received_at=clock.now(),
            modified_at=moment(state.st_mtime_ns),
            import_id=self.id,
        )

    def _register(self, kept: Sequence[Delivery]) -> None:
        with store_failures():
            self._store.sync({delivery.sha256 for delivery in kept})
        with self._storage.unit_of_work() as uow:
            uow.deliveries.register(kept)
            self._note(uow)
            uow.commit()
