"""Imports: what was given to `import`, how far it is, and whether it shall go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from shared.domain.delivery import Lane, OutcomeWord, State
from shared.errors import Reason
from shared.storage.database.among import among
from shared.storage.database.repository import Repository
from shared.storage.tables import deliveries, imports

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

CANCELLED: Final = "its import was cancelled before it was read"
"""What people are told of a file that a cancel discarded."""

GOING: Final = (imports.c.finished_at.is_(None), imports.c.cancelled_at.is_(None))
"""What is true of an import that is not over."""


def stopped() -> sa.Select[UUID]:
    """Return the query of the imports whose files are not to be begun."""
    return _where(imports.c.paused_at.is_not(None) | imports.c.cancelled_at.is_not(None))


def cancelled() -> sa.Select[UUID]:
    """Return the query of the imports that are not to go on."""
    return _where(imports.c.cancelled_at.is_not(None))


def _where(condition: sa.ColumnElement[bool]) -> sa.Select[UUID]:
    return sa.select(imports.c.id).where(condition)


# asked at each look of the sweeper: statements that are built once, each led by the few imports
# that it is about; in one statement with them PostgreSQL went through all that waits, while it had
# no statistics yet: 64 ms a look with 8,000 files

CANCELLED_ONES = _where(imports.c.cancelled_at.is_not(None))
DISCARD = (
    deliveries.update()
    .where(
        deliveries.c.id.in_(
            sa.select(deliveries.c.id)
            .where(deliveries.c.lane == Lane.BULK, deliveries.c.state == State.RECEIVED)
            .where(among(deliveries.c.import_id, "imports"))
            .limit(sa.bindparam("most", type_=sa.Integer))
            .with_for_update(skip_locked=True)
        )
    )
    .values(
        state=State.DONE,
        outcome=OutcomeWord.DISCARDED,
        reason=Reason.CANCELLED,
        detail=CANCELLED,
        finished_at=sa.bindparam("at"),
    )
    .returning(deliveries.c.id)
)
ENDED = imports.c.finished_at.is_(None) & (
    imports.c.read_at.is_not(None) | imports.c.cancelled_at.is_not(None)
)
"""What is true of an import that is over as soon as nothing of it is open."""

ENDING = _where(ENDED)
FINISH = (
    imports.update()
    .where(imports.c.id == sa.bindparam("of"), ENDED)
    .values(finished_at=sa.bindparam("at"))
)
OPEN = [
    sa.select(sa.literal(1))
    .where(deliveries.c.import_id == sa.bindparam("of"), deliveries.c.outcome.is_(None))
    .where(deliveries.c.lane == Lane.BULK, deliveries.c.state == state)
    .limit(1)
    for state in (State.RECEIVED, State.PROCESSING)
]
"""Whether deliveries of an import are in a state; each has an index of its own."""


class Imports(Repository):
    """The rows of `imports`, inside one transaction."""

    def begin(
        self, import_id: UUID, *, paths: Sequence[str], provider: str | None, at: datetime
    ) -> None:
        """Write the import's row; for an import that is known, note that it is taken up again."""
        again = self._set(
            import_id, updated_at=at, read_at=None, finished_at=None, cancelled_at=None
        )
        if not again:
            row = {"id": import_id, "paths": list(paths), "provider": provider, "started_at": at}
            self._connection.execute(imports.insert(), row | {"updated_at": at})

    def note(
        self,
        import_id: UUID,
        *,
        files: int,
        size: int,
        skipped: Mapping[str, int],
        expected: int | None,
        at: datetime,
    ) -> None:
        """Note how far its registering is: files with a row, their bytes, files left out."""
        self._set(
            import_id,
            files=files,
            size=size,
            skipped=dict(skipped),
            expected=expected,
            updated_at=at,
        )

    def read(self, import_id: UUID, *, at: datetime) -> None:
        """Note that the last of its files is in the ledger."""
        self._set(import_id, read_at=at, updated_at=at)

    def pause(self, import_id: UUID, at: datetime) -> bool:
        """Let none of its files be begun from now on; False: it is over, or paused already."""
        return self._set(import_id, *GOING, imports.c.paused_at.is_(None), paused_at=at)

    def resume(self, import_id: UUID) -> bool:
        """Let a paused import go on; False: it is not paused."""
        resumed = self._set(import_id, imports.c.paused_at.is_not(None), paused_at=None)
        if resumed:
            # those that were in the queue at the pause came and were not taken: send them again
            self._connection.execute(
                deliveries.update()
                .where(deliveries.c.lane == Lane.BULK, deliveries.c.state == State.RECEIVED)
                .where(deliveries.c.import_id == import_id, deliveries.c.hinted_at.is_not(None))
                .values(hinted_at=None)
            )
        return resumed

    def cancel(self, import_id: UUID, at: datetime) -> bool:
        """Let it be over; `discard_cancelled` ends what waits. False: it is over already."""
        return self._set(import_id, *GOING, cancelled_at=at, paused_at=None)

    def _set(self, import_id: UUID, *only: sa.ColumnElement[bool], **values: object) -> bool:
        """Change a row that is such as it must be; return whether there was one."""
        changed = imports.update().where(imports.c.id == import_id, *only).values(values)
        return self._connection.execute(changed).rowcount > 0

    def discard_cancelled(self, at: datetime, limit: int) -> list[UUID]:
        """End waiting deliveries of cancelled imports, at most so many; return them."""
        cancelled = self._connection.execute(CANCELLED_ONES).scalars().all()
        if not cancelled:
            return []
        ended = self._connection.execute(DISCARD, {"imports": cancelled, "at": at, "most": limit})
        return list(ended.scalars())

    def finish(self, at: datetime) -> list[UUID]:
        """Note which imports are over: registered, or cancelled, and nothing of them open."""
        return [
            each
            for each in self._connection.execute(ENDING).scalars().all()
            if not self._is_open(each)
            and self._connection.execute(FINISH, {"of": each, "at": at}).rowcount
        ]

    def _is_open(self, import_id: UUID) -> bool:
        found = (self._connection.execute(each, {"of": import_id}).first() for each in OPEN)
        return any(row is not None for row in found)
