"""What an import is about to register, and what it has done so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from shared.errors import Retryable
from shared.patience import patiently

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from uuid import UUID

    from services.watcher.imports.plan import Found

T = TypeVar("T")


@dataclass(slots=True)
class ImportReport:
    """What an import has done so far; `files` is the sum of what follows it."""

    import_id: UUID
    registered: int = 0
    """Files that got a row."""
    known: int = 0
    """Files that had one from an earlier run of the same import."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Files and links left out, by reason: `left_alone`, `own_files`, `symlink`, `unreadable`, …"""
    size: int = 0
    """Bytes of the registered files."""
    expected: int | None = None
    """Files at and below the paths, once they are counted."""
    paused: bool = False
    """Whether somebody paused it; it waits."""
    waits_for: str | None = None
    """What is away, or full; it goes on by itself."""
    on_progress: Callable[[ImportReport], None] = field(default=lambda _report: None, repr=False)

    def tell(self) -> None:
        """Tell whoever follows it how far it is."""
        self.on_progress(self)

    def patiently(self, work: Callable[[], T]) -> T:
        """Do the work, again and again while it raises `Retryable`; tell what it waits for."""

        def told() -> T:
            try:
                return work()
            except Retryable as error:
                self.waits_for = str(error)
                self.tell()
                raise

        result = patiently(told)
        if self.waits_for is not None:
            self.waits_for = None
            self.tell()
        return result

    @property
    def files(self) -> int:
        """All that was met."""
        return self.registered + self.known + self.skipped.total()


@dataclass(frozen=True, slots=True)
class Planned:
    """A file that is there, as it was seen."""

    found: Found
    size: int
    """Bytes."""
    modified_ns: int

    def is_still(self, state: os.stat_result) -> bool:
        """Return whether it is as it was seen."""
        return (state.st_size, state.st_mtime_ns) == (self.size, self.modified_ns)
