"""The files of an import: looked at in batches, and copied into the raw store as they were seen."""

from __future__ import annotations

import os
from functools import partial
from io import FileIO
from typing import TYPE_CHECKING, Final

from services.file_names import name_of
from services.watcher.arrivals.access import NotTaken, open_file
from services.watcher.claims.keeping import moment
from services.watcher.imports.plan import file_id_of
from services.watcher.imports.report import Planned
from shared import clock
from shared.domain.delivery import DEFAULT_PROVIDER, Delivery, Lane
from shared.raw import passing_failures, store_failures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from uuid import UUID

    from services.watcher.imports.plan import Found
    from services.watcher.imports.report import ImportReport
    from shared.raw import RawStore

BATCH_FILES: Final = 256
"""Files in one transaction and one flush of the disk."""

FIRST_FILES: Final = 64
"""… and in the first: workers begin with them while the others are copied."""

BATCH_BYTES: Final = 64 * 1024 * 1024
"""Bytes after which a batch is full, so that of large files too what was copied is soon noted."""

GONE: Final = "gone"
CHANGING: Final = "changing"


class ImportFiles:
    """What one import takes, by the delivery ids of its files."""

    def __init__(
        self, import_id: UUID, provider: str | None, store: RawStore, report: ImportReport
    ) -> None:
        """Copy into the store; what cannot be taken is counted in the report."""
        self._import_id = import_id
        self._provider = provider or DEFAULT_PROVIDER
        self._store = store
        self._report = report

    def batches(self, found: Iterable[Found]) -> Iterator[dict[UUID, Planned]]:
        """Yield the files that are there, a batch at a time."""
        batch: dict[UUID, Planned] = {}
        most, size = min(FIRST_FILES, BATCH_FILES), 0
        for each in found:
            planned = self._planned(each)
            if planned is None:
                continue
            batch[self._id(planned)] = planned
            size += planned.size
            if len(batch) >= most or size >= BATCH_BYTES:
                yield batch
                batch, size = {}, 0
                most = min(2 * most, BATCH_FILES)
        if batch:
            yield batch

    def seen_again(self, batch: Mapping[UUID, Planned]) -> dict[UUID, Planned]:
        """Return a batch as its files are now."""
        again = (self._planned(each.found) for each in batch.values())
        return {self._id(each): each for each in again if each is not None}

    def _planned(self, found: Found) -> Planned | None:
        try:
            state = os.stat(found.path)  # noqa: PTH116 - a path costs more than the call
        except OSError:
            self._report.skipped[GONE] += 1
            return None
        return Planned(found, state.st_size, state.st_mtime_ns)

    def _id(self, planned: Planned) -> UUID:
        path = planned.found.path
        return file_id_of(self._import_id, path, planned.size, planned.modified_ns)

    def keep(self, batch: Mapping[UUID, Planned], known: Collection[UUID]) -> Iterator[Delivery]:
        """Copy those of a batch that are not known; yield the rows that they are to have."""
        for delivery_id, planned in batch.items():
            if delivery_id not in known:
                delivery = self._report.patiently(partial(self._keep, delivery_id, planned))
                if delivery is not None:
                    yield delivery

    def _keep(self, delivery_id: UUID, planned: Planned) -> Delivery | None:
        """Copy a file; None when it is gone, unreadable or being written."""
        found = planned.found
        try:
            with passing_failures(), FileIO(open_file(found.path, None, found.name)) as file:
                return self._copy(delivery_id, planned, file)
        except NotTaken as error:
            self._report.skipped[str(error.why)] += 1
        except FileNotFoundError:
            self._report.skipped[GONE] += 1
        return None

    def _copy(self, delivery_id: UUID, planned: Planned, file: FileIO) -> Delivery | None:
        before = os.fstat(file.fileno())
        with store_failures():
            kept = self._store.copy(file, before.st_size)
        if not (planned.is_still(before) and planned.is_still(os.fstat(file.fileno()))):
            self._report.skipped[CHANGING] += 1
            return None
        return Delivery(
            id=delivery_id,
            name=name_of(planned.found.name),
            provider=self._provider,
            sha256=kept.sha256,
            size=kept.size,
            lane=Lane.BULK,
            received_at=clock.now(),
            modified_at=moment(planned.modified_ns),
            import_id=self._import_id,
        )
