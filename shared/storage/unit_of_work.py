"""The unit of work: one transaction, that rolls back unless it is committed."""

from __future__ import annotations

import time
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa

from shared.observing import metrics
from shared.storage.articles.rereading import Rereading
from shared.storage.database.engine import HASTY, READ_ONLY, STORE_LOCK, make_engine, translated
from shared.storage.database.lasting import Lasting
from shared.storage.database.listening import listening
from shared.storage.database.movement import Movement
from shared.storage.database.quick import Quick, begun
from shared.storage.dumping import Dump, Load
from shared.storage.feed.changes import ChangeLog
from shared.storage.feed.followers import Followers
from shared.storage.feed.search_index import SearchFeed, SearchIndex
from shared.storage.ledger.deliveries import Ledger
from shared.storage.ledger.imports import Imports
from shared.storage.ledger.retention import Retention
from shared.storage.reading import Reading
from shared.storage.schema import revision
from shared.storage.tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from shared.storage.articles.rebuilding import Rebuilding
    from shared.storage.articles.writing import Articles
    from shared.storage.candidate_keys.lookup import CandidateKeys
    from shared.storage.candidate_keys.recent import RecentKeys

LOCK = Quick(sa.select(sa.func.pg_advisory_xact_lock(STORE_LOCK).label("taken")), only="postgresql")
"""PostgreSQL's store lock, until the transaction ends."""


class UnitOfWork:
    """What can be done inside one transaction."""

    def __init__(
        self, connection: sa.Connection, recent: Callable[[], RecentKeys] | None = None
    ) -> None:
        """Take an open transaction; with what its process knows of keys, for one of articles."""
        self._connection = connection
        self._recent = recent
        self.committed = False
        self.deliveries = Ledger(connection)
        self.changes = ChangeLog(connection)
        self.imports = Imports(connection)
        self.tokens = Tokens(connection)
        self.followers = Followers(connection)
        self.search_index = SearchIndex(connection)
        self.rereading = Rereading(connection)

    # what reads and writes candidate keys brings numpy, which only workers need
    @cached_property
    def articles(self) -> Articles:
        """Articles, texts and links."""
        from shared.storage.articles.writing import Articles  # noqa: PLC0415 - see above

        return Articles(self._connection, self._keys)

    @cached_property
    def rebuilding(self) -> Rebuilding:
        """All stories again."""
        from shared.storage.articles.rebuilding import Rebuilding  # noqa: PLC0415 - see above

        return Rebuilding(self._connection, self._keys)

    @cached_property
    def _keys(self) -> CandidateKeys:
        from shared.storage.candidate_keys.lookup import CandidateKeys  # noqa: PLC0415 - see above

        if self._recent is None:
            msg = "articles are written under the store lock alone: unit_of_work(exclusive=True)"
            raise RuntimeError(msg)
        return CandidateKeys(self._connection, self._recent())

    def keeps_others_out(self) -> bool:
        """Begin, and return whether no one else can begin to write until the end: on SQLite."""
        if self._connection.dialect.name != "sqlite":
            return False
        begun(self._connection)
        return True

    def commit(self) -> None:
        """Make it last; without this, leaving the block undoes everything."""
        self.committed = False
        self._connection.commit()
        self.committed = True


def _take_store_lock(connection: sa.Connection) -> None:
    if connection.dialect.name == "postgresql":
        LOCK.run(connection)
    else:
        begun(connection)  # SQLite: BEGIN IMMEDIATE is the lock


class Storage:
    """The database of one process; open it after a fork, not before."""

    def __init__(self, engine: sa.Engine) -> None:
        """Take an engine; `open` makes one from a URL."""
        self._engine = engine
        self._lasting = Lasting(engine)
        self._recent: RecentKeys | None = None

    @classmethod
    def open(cls, url: str) -> Self:
        """Prepare for a database; nothing is connected before the first use."""
        return cls(make_engine(url))

    @staticmethod
    def warm_up(url: str) -> None:
        """Import and compile all that writes articles, before a fork; nothing is connected."""
        import numpy as np  # noqa: PLC0415 - only workers need it

        from shared.storage.articles import writing  # noqa: F401, PLC0415 - both bring numpy
        from shared.storage.candidate_keys import lookup  # noqa: F401, PLC0415 - see above

        np.unique(np.zeros(1))  # its first use imports a fiftieth of a second
        engine = make_engine(url)
        Quick.prepare_all(engine.dialect)
        engine.dispose()

    @property
    def engine(self) -> sa.Engine:
        """The engine, for migrations and for tests."""
        return self._engine

    @contextmanager
    def unit_of_work(self, *, exclusive: bool = False, hasty: bool = False) -> Iterator[UnitOfWork]:
        """
        Open a transaction; leaving without `commit()` rolls it back.

        `exclusive` takes the store lock, that of the one writer of articles, until the end.
        `hasty` does not wait for the disk: for what may be forgotten in a power cut, and is done
        again then.
        Raises `Retryable` when the database is away, `UserError` when it was never migrated.
        """
        with translated(), self._engine.connect() as connection:
            if not exclusive:
                connection.execution_options(**{HASTY: hasty})
                yield UnitOfWork(connection)
                return
            started = time.perf_counter()
            _take_store_lock(connection)
            metrics.observe("copydesk_store_lock_wait_seconds", time.perf_counter() - started)
            uow = UnitOfWork(connection, self._recent_keys)
            try:
                yield uow
            finally:
                if not uow.committed:  # what was learned of our own keys is undone with them
                    self._recent = None

    def make_last(self) -> None:
        """Return when all `hasty` transactions that ended before outlast a power cut."""
        with translated():
            self._lasting.wait()

    def _recent_keys(self) -> RecentKeys:
        from shared.storage.candidate_keys.recent import RecentKeys  # noqa: PLC0415 - brings numpy

        self._recent = self._recent or RecentKeys()
        return self._recent

    @contextmanager
    def _look(self) -> Iterator[sa.Connection]:
        """Open a transaction that writes nothing, and sees the store as it is at one moment."""
        with translated(), self._engine.connect() as connection:
            options: dict[str, Any] = {READ_ONLY: True}
            if connection.dialect.name == "postgresql":
                options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            yield connection.execution_options(**options)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Open a read-only view of the store, for one consistent answer."""
        with self._look() as connection:
            yield Reading(connection)

    @contextmanager
    def search_feed(self) -> Iterator[SearchFeed]:
        """Read what is to be indexed for text search, before the transaction that does it."""
        with self._look() as connection:
            yield SearchFeed(connection)

    @contextmanager
    def tokens(self) -> Iterator[Tokens]:
        """Open the API's tokens for reading."""
        with self._look() as connection:
            yield Tokens(connection)

    @contextmanager
    def retention(self) -> Iterator[Retention]:
        """Look for what has had its time."""
        with self._look() as connection:
            yield Retention(connection)

    @contextmanager
    def snapshot(self) -> Iterator[Dump]:
        """Open the whole store, however long the reading takes."""
        with self._look() as connection:
            yield Dump(connection)

    @contextmanager
    def loading(self) -> Iterator[Load]:
        """Open the store to be filled in one transaction; leaving without an error commits it."""
        with translated(), self._engine.connect() as connection:
            _take_store_lock(connection)
            yield Load(connection)
            connection.commit()

    @contextmanager
    def listening(self) -> Iterator[Callable[[float], None]]:
        """Give what waits for the next change of the feed, so many seconds at the most."""
        with translated(), listening(self._engine) as wait:
            yield wait

    @cached_property
    def movement(self) -> Movement:
        """Whether anything was committed since one last looked."""
        return Movement(self._engine)

    def user_is_superuser(self) -> bool:
        """Return whether PostgreSQL lets our user do everything."""
        with translated(), self._engine.connect() as connection:
            return bool(connection.exec_driver_sql("SHOW is_superuser").scalar_one() == "on")

    def is_migrated(self) -> bool:
        """Return whether the database is at this code's revision."""
        with translated():
            return revision.current(self._engine) == revision.HEAD

    def check(self) -> None:
        """Raise `UserError` with the remedy unless the database is at this code's revision."""
        with translated():
            revision.check(self._engine)

    def close(self) -> None:
        """Let go of the connections."""
        self.movement.close()
        self._lasting.close()
        self._engine.dispose()
