"""
Throwing away what has had its time, as the configuration says; nothing of it is on by default.

Articles, their versions, tombstones, the feed and the ledger's rows are kept for ever. What can go
are quarantined deliveries (they become `discarded`) and received bytes; without its bytes a
delivery cannot be read again by a newer parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from services.keeping import quarantine
from shared.domain.delivery import OutcomeWord
from shared.errors import UserError
from shared.raw import FolderStore

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from shared.config import Settings
    from shared.storage import Storage

log = structlog.get_logger(__name__)

AT_ONCE = 500
"""Deliveries that are discarded, or hashes that are looked at, in one transaction."""

ENDED = frozenset(OutcomeWord) - {OutcomeWord.QUARANTINED}
"""A quarantined delivery can be replayed, so its bytes are needed until it is discarded."""


@dataclass(frozen=True, slots=True)
class Expired:
    """What one rule threw away, or would."""

    rule: str
    """The setting that says so."""
    days: int
    deliveries: int = 0
    files: int = 0
    size: int = 0
    """Bytes."""


def expire(
    settings: Settings, storage: Storage, now: datetime, *, dry_run: bool
) -> Iterator[Expired]:
    """Apply each rule that is set, or only count what it would throw away."""
    if settings.retain_quarantined_days:
        yield _quarantined(settings, storage, now, dry_run=dry_run)
    if settings.retain_discarded_days:
        days = settings.retain_discarded_days
        words = {OutcomeWord.DISCARDED}
        rule = _Bytes("retain_discarded_days", days, words, now - timedelta(days=days))
        yield rule.apply(settings, storage, dry_run=dry_run)
    if settings.retain_raw_days:
        days = settings.retain_raw_days
        rule = _Bytes("retain_raw_days", days, ENDED, now - timedelta(days=days))
        yield rule.apply(settings, storage, dry_run=dry_run)


def _quarantined(settings: Settings, storage: Storage, now: datetime, *, dry_run: bool) -> Expired:
    days = settings.retain_quarantined_days
    assert days
    before, discarded = now - timedelta(days=days), 0
    with storage.retention() as old:
        due = old.count_quarantined(before)
    while not dry_run and discarded < due:
        with storage.retention() as old:
            ids = old.quarantined(before, AT_ONCE)
        if not ids:
            break  # someone replayed them meanwhile
        discarded += quarantine.discard(storage, settings, ids)
    done = due if dry_run else discarded
    return Expired("retain_quarantined_days", days, deliveries=done)


@dataclass(frozen=True, slots=True)
class _Bytes:
    """A rule about received bytes."""

    name: str
    days: int
    words: Collection[OutcomeWord]
    before: datetime

    def apply(self, settings: Settings, storage: Storage, *, dry_run: bool) -> Expired:
        if settings.raw_url:
            raise UserError(
                f"{self.name} is for a raw folder: give the bucket of raw_url a lifecycle rule"
            )
        raw = FolderStore(settings.raw)
        raw.put_back()
        sizes = [
            raw.expired_size(sha256, self.before.timestamp())
            if dry_run
            else self._remove(raw, storage, sha256)
            for sha256 in self._hashes(storage)
        ]
        gone = [size for size in sizes if size is not None]
        return Expired(self.name, self.days, files=len(gone), size=sum(gone))

    def _remove(self, raw: FolderStore, storage: Storage, sha256: str) -> int | None:
        def unneeded() -> bool:
            with storage.retention() as old:
                return old.is_unneeded(sha256, self.words, self.before)

        size = raw.remove(sha256, self.before.timestamp(), unneeded)
        if size is not None:
            log.info("bytes_removed", sha256=sha256, size=size, rule=self.name)
        return size

    def _hashes(self, storage: Storage) -> Iterator[str]:
        after = ""
        while True:
            with storage.retention() as old:
                page = old.bytes_unneeded(self.words, self.before, after=after, limit=AT_ONCE)
            if not page:
                return
            yield from page
            after = page[-1]
