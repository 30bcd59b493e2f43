"""
Followers: who does something for each change of the feed, and how far each has come.

The number stands in the same transaction as what was done, so that nothing is done twice and
nothing is left out, whatever is killed on the way. Two processes may follow for one name: the
second finds it held and does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.database.repository import Repository
from shared.storage.tables import followers

if TYPE_CHECKING:
    from datetime import datetime


class Followers(Repository):
    """The rows of `followers`, inside one transaction."""

    def take(self, name: str) -> int | None:
        """
        Return how far a follower has come, and hold its row until the transaction ends.

        None: it has none yet, or another process holds it.
        """
        row = sa.select(followers.c.seq).where(followers.c.name == name)
        return self._connection.execute(row.with_for_update(skip_locked=True)).scalar()

    def seq(self, name: str) -> int | None:
        """Return how far a follower has come; None for one that is not known."""
        row = sa.select(followers.c.seq).where(followers.c.name == name)
        return self._connection.execute(row).scalar()

    def begin(self, name: str, seq: int, at: datetime) -> bool:
        """Write the row of a new follower; return False where there is one."""
        known = sa.select(followers.c.name).where(followers.c.name == name)
        if self._connection.execute(known).first() is not None:
            return False
        self._connection.execute(followers.insert(), {"name": name, "seq": seq, "at": at})
        return True

    def move(self, name: str, seq: int, at: datetime) -> None:
        """Write how far a follower has come."""
        own = followers.c.name == name
        self._connection.execute(followers.update().where(own).values(seq=seq, at=at))

    def advance(self, name: str, since: int, seq: int, at: datetime) -> None:
        """Write how far a follower has come, unless another process moved it meanwhile."""
        own = (followers.c.name == name) & (followers.c.seq == since)
        self._connection.execute(followers.update().where(own).values(seq=seq, at=at))

    def forget(self, name: str) -> None:
        """Remove a follower."""
        self._connection.execute(followers.delete().where(followers.c.name == name))
