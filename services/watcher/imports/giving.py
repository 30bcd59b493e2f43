"""
Bulk import: files that lie somewhere already, copied into the raw store and registered.

The originals are not touched. Rows go to the bulk lane and no hint is sent: the sweeper feeds the
queue as it drains, so an import of any size delays no dropped file. Run again, it goes on: the
same command gives the same file the same id, and what has a row is passed over.
"""

from __future__ import annotations

import contextlib
import fcntl
import time
from typing import TYPE_CHECKING, Final

from services.file_names import shown
from services.watcher.imports.files import ImportFiles
from services.watcher.imports.plan import check, import_id_of, own_places, plan
from services.watcher.imports.report import ImportReport
from shared import clock
from shared.domain.delivery import OutcomeWord
from shared.domain.imports import ImportState
from shared.errors import Reason, UserError
from shared.raw import open_raw, store_failures

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from uuid import UUID

    from services.watcher.imports.report import Planned
    from shared.config import Settings
    from shared.domain.delivery import Delivery
    from shared.storage import Storage, UnitOfWork

PAUSED_SECONDS: Final = 1.0
"""Between two looks at whether a paused import may go on."""


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
    are away, and while the import is paused, and tells that too. Raises `UserError` for a path
    that is not there or belongs to the home itself, when the same import is running already, and
    when somebody cancels it meanwhile.
    """
    own = own_places(settings)
    check(paths, own)  # before there is a row of it
    importing = _Import(paths, provider, settings, storage)
    importing.report.on_progress = on_progress
    with importing.alone(), contextlib.closing(importing.store):
        importing.begin()
        for batch in importing.files.batches(plan(paths, importing.report.skipped, own)):
            waited = importing.wait_while_paused()
            importing.take(importing.files.seen_again(batch) if waited else batch)
            importing.report.tell()
        importing.end()
    importing.report.tell()
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
        self.store = open_raw(settings)
        self.files = ImportFiles(self.id, provider, self.store, self.report)
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
            try:
                yield
            finally:
                self._lock.unlink()

    def begin(self) -> None:
        """Write the import's row, unless an earlier run did."""

        def write() -> None:
            with self._storage.unit_of_work() as uow:
                uow.imports.begin(
                    self.id, paths=self._paths, provider=self._provider, at=clock.now()
                )
                uow.commit()

        self.report.patiently(write)

    def end(self) -> None:
        """Note in the import's row that all its files are in the ledger."""

        def write() -> None:
            with self._storage.unit_of_work() as uow:
                self._note(uow)
                uow.imports.read(self.id, at=clock.now())
                uow.commit()

        self.report.patiently(write)

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

    def wait_while_paused(self) -> bool:
        """
        Return at once, or when the import is resumed, and whether it was paused.

        Raises `UserError` when it was cancelled.
        """
        waited = False
        while (state := self.report.patiently(self._state)) is ImportState.PAUSED:
            self.report.paused = waited = True
            self.report.tell()
            time.sleep(PAUSED_SECONDS)
        self.report.paused = False
        if state is ImportState.CANCELLED:
            raise UserError(
                "this import was cancelled: what was read stays; the same command again takes it up"
            )
        return waited

    def _state(self) -> ImportState:
        with self._storage.reading() as reading:
            about = reading.import_(self.id)
        assert about is not None, "begin() wrote its row, and none is ever removed"
        return about.state(clock.now())

    def take(self, batch: dict[UUID, Planned]) -> None:
        """Keep and register those files of a batch that have no row."""
        known = self.report.patiently(lambda: self._known(batch))
        self.report.known += len(known)
        self.report.size += sum(batch[each].size for each in known)
        kept = list(self.files.keep(batch, known))
        self.report.registered += len(kept)
        self.report.size += sum(delivery.size for delivery in kept)
        self.report.patiently(lambda: self._register(kept))

    def _known(self, batch: Collection[UUID]) -> set[UUID]:
        """Return which have a row; what an earlier cancel discarded of them is opened again."""
        with self._storage.reading() as reading:
            known = reading.existing(batch)
        if known:  # a first run takes no lock for it
            with self._storage.unit_of_work() as uow:
                uow.deliveries.reopen(known, words={OutcomeWord.DISCARDED}, reason=Reason.CANCELLED)
                uow.commit()
        return known

    def _register(self, kept: Sequence[Delivery]) -> None:
        with store_failures():
            self.store.sync({delivery.sha256 for delivery in kept})
        with self._storage.unit_of_work() as uow:
            uow.deliveries.register(kept)
            self._note(uow)
            uow.commit()
