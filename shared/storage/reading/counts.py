"""Counts: what `status`, the API and the metrics show of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from shared.domain.delivery import OutcomeWord, State
from shared.storage.database.column_types import UtcDateTime
from shared.storage.database.quick import Quick
from shared.storage.reading.shown import Look, Row, changes
from shared.storage.tables import articles, deliveries, story_heads

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


OPEN = (State.RECEIVED, State.PROCESSING)
"""The states of a delivery that is not done; each has a partial index, asked for one by one."""

_UNTIL = sa.func.max(deliveries.c.lease_until, type_=deliveries.c.lease_until.type)
HOLDERS = (
    sa.select(deliveries.c.lease_owner, _UNTIL)
    .where(deliveries.c.state == State.PROCESSING)
    .group_by(deliveries.c.lease_owner)
)

_HELD = deliveries.c.state == sa.literal_column(f"'{State.PROCESSING}'")
IN_HAND = Quick(
    # in an order, and the state said: whatever is known of their number, by the index of leases
    sa.select(deliveries.c.lease_until).where(_HELD).order_by(deliveries.c.lease_until).limit(1)
)

MOST_HELD: Final = 200
"""Rows that a look for movement counts at most; beyond it others say that something moves."""


class CountReading(Look):
    """What can be counted."""

    def outcomes(self, import_id: UUID | None = None) -> dict[str, int]:
        """Return how many deliveries ended in each outcome; open ones under their state."""
        if import_id is not None:
            word = sa.func.coalesce(deliveries.c.outcome, deliveries.c.state)
            own = sa.select(word, sa.func.count()).where(deliveries.c.import_id == import_id)
            return {row[0]: row[1] for row in self._connection.execute(own.group_by(word))}
        # each of these is answered by an index alone, a coalesce by a walk through the ledger
        count = sa.func.count()
        words: list[tuple[sa.Column[Any], str]] = [(deliveries.c.state, state) for state in OPEN]
        counts: dict[str, int] = {}
        if self._postgresql:
            ended = sa.select(deliveries.c.outcome, count).group_by(deliveries.c.outcome)
            ended = ended.where(deliveries.c.outcome.is_not(None))
            counts |= {row[0]: row[1] for row in self._connection.execute(ended)}
        else:
            words += [(deliveries.c.outcome, w) for w in OutcomeWord if w != OutcomeWord.NEW]
        for column, value in words:
            counts[str(value)] = self._count(sa.select(count).where(column == value))
        if not self._postgresql:
            # SQLite counts all rows in no time: what is left is of the commonest word
            every = self._count(sa.select(count).select_from(deliveries))
            counts[str(OutcomeWord.NEW)] = every - sum(counts.values())
        return {word: number for word, number in counts.items() if number}

    def leases(self) -> dict[str, datetime]:
        """Return who holds leases now, and until when by the last renewal."""
        return {row[0]: row[1] for row in self._connection.execute(HOLDERS)}

    def anything_in_hand(self) -> bool:
        """Return whether a worker holds a delivery."""
        return bool(IN_HAND.run(self._connection))

    def reasons(self, import_id: UUID | None = None) -> dict[str, int]:
        """Return how many deliveries are quarantined for each reason."""
        statement = sa.select(deliveries.c.reason, sa.func.count()).group_by(deliveries.c.reason)
        statement = statement.where(deliveries.c.outcome == OutcomeWord.QUARANTINED)
        if import_id is not None:
            statement = statement.where(deliveries.c.import_id == import_id)
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def totals(self) -> Row:
        """Return the numbers of articles and stories, and the end of the feed."""
        heads = sa.select(sa.func.count()).select_from(story_heads)
        merged = sa.select(sa.func.count()).where(story_heads.c.merged_into.is_not(None))
        end = sa.select(sa.func.coalesce(sa.func.max(changes.c.seq), 0))
        stored = sa.select(sa.func.count()).select_from(articles)
        return {
            "articles": self._count(stored),
            "stories": self._count(heads) - self._count(merged),
            "last_change": self._count(end),
        }

    def finished_since(self, moment: datetime) -> int:
        """Return how many deliveries ended after a moment: the rate, when divided."""
        statement = sa.select(sa.func.count()).where(deliveries.c.finished_at > moment)
        return self._count(statement)

    def ended_since(self, moment: datetime) -> dict[str, int]:
        """Return how many deliveries ended in each outcome from a moment on."""
        ended = sa.select(deliveries.c.outcome, sa.func.count()).group_by(deliveries.c.outcome)
        ended = ended.where(deliveries.c.finished_at >= moment, deliveries.c.outcome.is_not(None))
        return {row[0]: row[1] for row in self._connection.execute(ended)}

    def ended_by_minute(self, moment: datetime) -> dict[str, dict[str, int]]:
        """Return minute (`2020-11-18 16:42`, UTC) → outcome → count, from a moment on."""
        minute = sa.func.substr(deliveries.c.finished_at, 1, 16, type_=sa.Text())
        if self._postgresql:
            utc = sa.func.timezone("UTC", deliveries.c.finished_at)
            minute = sa.func.to_char(utc, "YYYY-MM-DD HH24:MI", type_=sa.Text())
        ended = sa.select(minute.label("minute"), deliveries.c.outcome, sa.func.count())
        ended = ended.where(deliveries.c.finished_at >= moment, deliveries.c.outcome.is_not(None))
        counts: dict[str, dict[str, int]] = {}
        for at, word, count in self._connection.execute(ended.group_by("minute", "outcome")):
            counts.setdefault(at, {})[word] = count
        return counts

    def latest_timings(self, limit: int = 200) -> list[dict[str, float]]:
        """Return the stage times (ms) of the deliveries that ended last."""
        latest = sa.select(deliveries.c.timings).where(deliveries.c.finished_at.is_not(None))
        latest = latest.order_by(deliveries.c.finished_at.desc()).limit(limit)
        return [timings for timings in self._connection.execute(latest).scalars() if timings]

    def pulse(self) -> tuple[Any, ...]:
        """Return what differs after anything was received, begun or ended: four cheap looks."""
        newest = sa.select(deliveries.c.id, deliveries.c.received_at)
        newest = newest.order_by(deliveries.c.received_at.desc(), deliveries.c.id.desc()).limit(1)
        ended = sa.select(sa.func.max(deliveries.c.finished_at))
        held = sa.select(deliveries.c.lease_until).where(deliveries.c.state == State.PROCESSING)
        held = held.order_by(deliveries.c.lease_until.desc()).limit(MOST_HELD)
        open_ = sa.select(deliveries.c.id).where(deliveries.c.state == State.RECEIVED)
        waiting = sa.select(sa.func.count()).select_from(open_.limit(MOST_HELD).subquery())
        return (
            tuple(self._connection.execute(newest).first() or ()),
            self._connection.execute(ended).scalar(),
            len(self._connection.execute(held).all()),
            self._count(waiting),
        )

    def holders(self) -> dict[str, int]:
        """Return how many deliveries each pool process holds, by its name in the ledger."""
        held = sa.select(deliveries.c.lease_owner, sa.func.count())
        held = held.where(deliveries.c.state == State.PROCESSING).group_by(deliveries.c.lease_owner)
        return {row[0]: row[1] for row in self._connection.execute(held) if row[0]}

    def waiting_by_lane(self) -> dict[str, tuple[int, datetime]]:
        """Return, by lane, how many wait for a worker and when the oldest was received."""
        oldest = sa.func.min(deliveries.c.received_at)
        waiting = sa.select(deliveries.c.lane, sa.func.count(), oldest)
        waiting = waiting.where(deliveries.c.state == State.RECEIVED).group_by(deliveries.c.lane)
        return {row[0]: (row[1], row[2]) for row in self._connection.execute(waiting)}

    def oldest_in_hand(self) -> datetime | None:
        """Return when the oldest delivery that a worker holds was received."""
        # for each holder: the least of all would be looked for along the index of times, through
        # everything that has ended
        oldest = sa.select(sa.func.min(deliveries.c.received_at))
        oldest = oldest.where(deliveries.c.state == State.PROCESSING)
        each = self._connection.execute(oldest.group_by(deliveries.c.lease_owner))
        return min(each.scalars(), default=None)

    def clock(self) -> datetime:
        """Return the database's own time, to compare with this machine's."""
        now: sa.ColumnElement[datetime] = sa.func.current_timestamp(type_=UtcDateTime())
        if self._connection.dialect.name == "sqlite":
            now = sa.func.strftime("%Y-%m-%d %H:%M:%f000", "now", type_=UtcDateTime())
        return self._connection.execute(sa.select(now)).scalar_one()
