"""Imports: the list of them, one by its id, and the report of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from shared.domain.delivery import Lane, State
from shared.domain.imports import BeingRead, Import, ImportStanding
from shared.storage.ledger.hinting import FIRST_IMPORT
from shared.storage.reading.shown import Look
from shared.storage.tables import deliveries, imports

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

RATE: Final = timedelta(minutes=1)
"""What the rate is counted over."""


class ImportReading(Look):
    """What can be asked about imports."""

    def imports(self, limit: int = 20) -> list[Import]:
        """Return the imports, newest first."""
        newest = sa.select(imports).order_by(imports.c.started_at.desc(), imports.c.id)
        return [_import(row) for row in self._connection.execute(newest.limit(limit)).mappings()]

    def import_(self, import_id: UUID) -> Import | None:
        """Return one import."""
        row = self._one(sa.select(imports).where(imports.c.id == import_id))
        return _import(row) if row is not None else None

    def imports_ending_in(self, digits: str) -> list[Import]:
        """Return the imports whose id ends in some hex digits: the short form of the list."""
        every = self._connection.execute(sa.select(imports)).mappings()
        return [_import(row) for row in every if row["id"].hex.endswith(digits.lower())]

    def import_waits(self) -> bool:
        """Return whether there are files of an import, paused or not, that nobody has begun."""
        first = self._connection.execute(FIRST_IMPORT, {"lane": Lane.BULK})
        return first.scalar() is not None

    def import_standing(self, about: Import, now: datetime) -> ImportStanding:
        """Count what became of an import's files: one walk through its part of an index."""
        of_import = deliveries.c.import_id == about.id
        counted = sa.select(deliveries.c.outcome, deliveries.c.reason, sa.func.count())
        counted = counted.where(of_import).group_by(deliveries.c.outcome, deliveries.c.reason)
        outcomes, reasons = Counter[str](), defaultdict[str, dict[str, int]](dict)
        for word, reason, count in self._connection.execute(counted):
            outcomes[word or State.RECEIVED] += count
            if word is not None and reason is not None:
                reasons[word][reason] = count
        # among what is in hand, of any import, for the same reason as below
        begun = sa.select(sa.func.count().filter(of_import))
        begun = begun.where(deliveries.c.state == State.PROCESSING)
        processing = self._count(begun)
        still_open = outcomes[State.RECEIVED]
        outcomes[State.RECEIVED] -= processing
        outcomes[State.PROCESSING] += processing
        return ImportStanding(
            about=about,
            state=about.state(now),
            outcomes=+outcomes,
            reasons=reasons,
            open=still_open,
            rate=self._import_rate(about, now),
            being_read=self._being_read(about),
        )

    def _being_read(self, about: Import) -> list[BeingRead]:
        """Return the containers in hand of which something is stored; at most one of each child."""
        # among what is in hand, of any import, for the same reason as above
        in_hand = sa.select(*deliveries.c["name", "items", "import_id"])
        in_hand = in_hand.where(deliveries.c.state == State.PROCESSING)
        found = [
            BeingRead(name, sum(items.values()))
            for name, items, import_id in self._connection.execute(in_hand)
            if items and import_id == about.id
        ]
        return sorted(found, key=lambda each: (-each.items, each.name))

    def _import_rate(self, about: Import, now: datetime) -> float:
        """Return the files that ended, a second, over the last minute or since it began."""
        # among what ended in that minute, of any import: SQLite would look at every row of this one
        of_import = sa.func.count().filter(deliveries.c.import_id == about.id)
        lately = sa.select(of_import).where(deliveries.c.finished_at > now - RATE)
        seconds = min(RATE, max(now - about.started_at, timedelta(seconds=1))).total_seconds()
        return self._count(lately) / seconds


def _import(row: sa.RowMapping | dict[str, object]) -> Import:
    values = dict(row)
    return Import(**(values | {"paths": tuple(values["paths"])}))
