"""
The index of text search: written after the articles, from the feed of changes.

Words cost .1 ms of an article on SQLite and .3 ms on PostgreSQL, as much as all of deduplication.
They are written in chunks by a follower of the feed, outside the store lock, so that no worker
waits for them: an article is found a moment after it can be read. The feed has no gaps, so none
is left out; and an index of another `VERSION` is made anew by starting at the feed's beginning.

Any writer keeps all others waiting on SQLite, so a chunk is read and folded before its transaction.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa

from shared.domain.article import PubStatus
from shared.domain.change import ChangeKind
from shared.domain.searching import searchable
from shared.storage.database import bulk
from shared.storage.database.repository import Repository
from shared.storage.feed.followers import Followers
from shared.storage.feed.time_keys import time_key
from shared.storage.tables import articles, change_log, former_readings, search_entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

VERSION: Final = 2
"""Counted up when `shared.domain.searching` folds otherwise, or a database parts the words so."""

FOLLOWER: Final = f"search {VERSION}"

LETTERS: Final = 2**21
"""Of the words of one chunk, and those of one article more: as many as a thousand small texts have.
Long articles come to a chunk by fewer, so that none takes much longer than another."""

_FIELDS = articles.c["headline", "body", "authors", "source", "slugline", "section", "keywords"]


@dataclass(frozen=True, slots=True)
class Found:
    """The words of an article, and where it belongs."""

    moment: datetime
    seq: int
    article_id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some changes of the feed, those after one number until another, and the words to index."""

    after: int
    until: int
    changes: int
    found: tuple[Found, ...]
    is_cut: bool = False
    """Whether its words were enough before its changes were: more follow."""


class SearchFeed(Repository):
    """Reads what is to be indexed next."""

    def next(self, limit: int) -> Chunk:
        """Return the next `limit` changes of the feed that the index has not."""
        return self.after(Followers(self._connection).seq(FOLLOWER) or 0, limit)

    def after(self, seq: int, limit: int) -> Chunk:
        """Return the next `limit` changes after a number, or fewer with `LETTERS` to index."""
        feed = sa.select(change_log.c.seq).where(change_log.c.seq > seq)
        ahead = self._connection.execute(feed.order_by(change_log.c.seq).limit(limit))
        numbers = ahead.scalars().all()
        if not numbers:
            return Chunk(seq, seq, 0, ())
        found, letters = [], 0
        for each in self._found(seq, numbers[-1]):
            found.append(each)
            letters += len(each.words)
            if letters >= LETTERS and each.seq < numbers[-1]:
                done = bisect_right(numbers, each.seq)
                return Chunk(seq, each.seq, done, tuple(found), is_cut=True)
        return Chunk(seq, numbers[-1], len(numbers), tuple(found))

    def _found(self, after: int, until: int) -> Iterator[Found]:
        """Yield what was stored by the changes after a number, in their order."""
        rows = self._connection.execute(
            sa.select(
                change_log.c.seq,
                articles.c.id,
                sa.func.coalesce(articles.c.published_at, articles.c.received_at).label("moment"),
                *_FIELDS,
            )
            .join(articles, articles.c.id == change_log.c.article_id)
            .where(change_log.c.seq > after, change_log.c.seq <= until)
            .where(change_log.c.kind.in_((ChangeKind.ARTICLE_STORED, ChangeKind.ARTICLE_REREAD)))
            .where(articles.c.pub_status == PubStatus.USABLE)
            .order_by(change_log.c.seq)
        )
        for row in rows:
            yield Found(row.moment, row.seq, row.id, _words(row))


class SearchIndex(Repository):
    """Writes the index, inside one transaction."""

    def catch_up(self, at: datetime, limit: int = 500, ahead: Chunk | None = None) -> int:
        """
        Index the articles of the next `limit` changes; return how many changes those were.

        `ahead` is what was read of them before the transaction; it counts if the index is still
        where it was then, and no article of it was read again, perhaps since. 0: the index is at
        the feed's end, or another process is at work on it.
        """
        followers = Followers(self._connection)
        seq = followers.take(FOLLOWER)
        if seq is None:
            if not followers.begin(FOLLOWER, 0, at):
                return 0
            self._empty()
            seq = 0
        if ahead is None or ahead.after != seq or self._may_differ(ahead.found):
            ahead = SearchFeed(self._connection).after(seq, limit)
        if ahead.changes:
            self._write(self._unindexed(ahead.found))
            followers.move(FOLLOWER, ahead.until, at)
        return ahead.changes

    def forget(self, rows: Sequence[sa.Row[Any]]) -> None:
        """Take articles out that are about to say something else; the feed brings them back."""
        entries = search_entries.c["article_id", "time_key"]
        mine = self._among(search_entries.c.article_id, [row.id for row in rows])
        found = self._connection.execute(sa.select(*entries).where(mine))
        keys = {row.article_id: row.time_key for row in found}
        self._connection.execute(search_entries.delete().where(mine))
        if keys and not self._postgresql:
            # FTS5 keeps no text here: it is told what it had indexed
            self._connection.exec_driver_sql(
                "INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', ?, ?)",
                [(keys[row.id], _words(row)) for row in rows if row.id in keys],
            )

    def _may_differ(self, found: Sequence[Found]) -> bool:
        """Return whether any of the articles has ever said something else."""
        article = former_readings.c.article_id
        mine = self._among(article, [each.article_id for each in found])
        return self._connection.execute(sa.select(article).where(mine).limit(1)).first() is not None

    def _unindexed(self, found: Sequence[Found]) -> list[Found]:
        """
        Return each article once that is not in the index: stored and reread may both be due.

        On PostgreSQL an article may come to say something else while its words are written here, so
        that nobody could `forget` them: when that is due they go.
        """
        once = {each.article_id: each for each in found}
        entry = search_entries.c.article_id
        there = self._among(entry, once)
        if self._postgresql:
            self._connection.execute(search_entries.delete().where(there))
            return list(once.values())
        indexed = set(self._connection.execute(sa.select(entry).where(there)).scalars())
        return [each for each in once.values() if each.article_id not in indexed]

    def _write(self, found: Sequence[Found]) -> None:
        keys = self._free([time_key(each.moment, each.seq) for each in found])
        # ascending keys: FTS5 writes the whole chunk as one segment
        entries = [
            (key, each.article_id, each.words) for key, each in zip(keys, found, strict=True)
        ]
        if entries:
            self._insert(sorted(entries))

    def _free(self, wanted: Sequence[int]) -> list[int]:
        """Return the keys, each counted up until it is free."""
        keys = list(wanted)
        taken = self._taken(keys)
        while taken or len(set(keys)) < len(keys):
            used: set[int] = set()
            for at, key in enumerate(keys):
                keys[at] = key + 1 if key in taken or key in used else key
                used.add(keys[at])
            taken = self._taken(keys)
        return keys

    def _taken(self, keys: Sequence[int]) -> set[int]:
        key = search_entries.c.time_key
        return set(self._connection.execute(sa.select(key).where(self._among(key, keys))).scalars())

    def _insert(self, entries: Sequence[tuple[int, UUID, str]]) -> None:
        """Write keys, articles and words."""
        if self._postgresql:
            names = ("time_key", "article_id", "words")
            rows = [dict(zip(names, entry, strict=True)) for entry in entries]
            bulk.copy(self._connection, search_entries, rows)
            return
        keyed = [{"time_key": key, "article_id": article_id} for key, article_id, _ in entries]
        self._insert_rows(search_entries, keyed)
        self._connection.exec_driver_sql(
            "INSERT INTO search_words (rowid, words) VALUES (?, ?)",
            [(key, words) for key, _, words in entries],
        )

    def _empty(self) -> None:
        """Forget an index of another version."""
        self._connection.execute(search_entries.delete())
        if not self._postgresql:
            self._connection.exec_driver_sql(
                "INSERT INTO search_words (search_words) VALUES ('delete-all')"
            )


def _words(row: sa.Row[Any]) -> str:
    return searchable(
        (
            row.headline,
            row.body,
            *row.authors,
            row.source or "",
            row.slugline or "",
            row.section or "",
            *row.keywords,
        )
    )
