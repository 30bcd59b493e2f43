"""The roles of `deploy/roles.sql` on a real PostgreSQL: each may do its work and nothing else."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic import command

from shared.config import ROOT
from shared.domain.delivery import OutcomeWord
from shared.errors import UserError
from shared.ids import uuid7
from shared.storage import Storage
from shared.storage.schema import grants, migrate
from shared.storage.schema.views import VIEWS
from shared.storage.tables import metadata
from tests.builders import at
from tests.integration.test_partitions import part
from tests.stored import BROKEN, delivery_id, store_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.servers.postgres import Postgres

ROLES = (ROOT / "deploy" / "roles.sql").read_text(encoding="utf-8")

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(postgres: Postgres) -> Iterator[str]:
    """Give an empty database that knows the roles; the script may be run twice."""
    name = postgres.create()
    for _ in range(2):
        execute(postgres.url(name), ROLES)
    yield name
    postgres.drop(name)


@pytest.fixture
def opened(postgres: Postgres, database: str) -> Iterator[Callable[[str], Storage]]:
    """Give a way to open the migrated database as a role."""
    migrate.upgrade(postgres.url(database, "copydesk_migrator"))
    with contextlib.ExitStack() as stores:
        yield lambda role: stores.enter_context(
            contextlib.closing(Storage.open(postgres.url(database, role)))
        )


def execute(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            found = connection.exec_driver_sql(statement.replace("%", "%%"))
            return [tuple(row) for row in found] if found.returns_rows else []
    finally:
        engine.dispose()


def is_refused(storage: Storage, statement: str) -> bool:
    with storage.engine.connect() as connection:
        try:
            connection.exec_driver_sql(statement)
        except sa.exc.DBAPIError as error:
            return getattr(error.orig, "sqlstate", "") in {"42501", "25006"}
    return False


def test_the_writer_does_all_that_the_roles_do(opened: Callable[[str], Storage]) -> None:
    """Receives, stores, finds stories again, discards, keeps tokens, reads, waits for the disk."""
    storage = opened("copydesk_writer")
    storage.check()
    store_day(storage)
    storage.make_last()
    with storage.unit_of_work(exclusive=True) as uow:
        uow.deliveries.reopen([delivery_id(BROKEN)], words={OutcomeWord.QUARANTINED})
        uow.tokens.add(uuid7(), name="a", scope="read", sha256="0" * 64, at=at())  # type: ignore[arg-type]
        uow.rebuilding.begin()
        uow.commit()
    with storage.reading() as reading:
        assert reading.changes()
        assert reading.totals()["articles"]


def test_the_writer_changes_no_table_and_takes_nothing_back_that_was_said(
    opened: Callable[[str], Storage],
) -> None:
    """A defect or an injection cannot drop a table, nor rewrite the feed."""
    storage = opened("copydesk_writer")
    for statement in (
        "CREATE TABLE mine (x int)",
        "DROP TABLE articles",
        "ALTER TABLE articles DROP COLUMN body",
        "TRUNCATE articles",
        "CREATE OR REPLACE VIEW changes AS SELECT 1",
        "UPDATE change_log SET kind = 'x'",
        "DELETE FROM change_log",
        "UPDATE alembic_version SET version_num = 'x'",
        "COPY articles TO PROGRAM 'true'",
    ):
        assert is_refused(storage, statement), statement


def test_the_reader_sees_every_view_and_no_table(opened: Callable[[str], Storage]) -> None:
    """Neither the ledger nor the tokens, and it writes nothing."""
    store_day(opened("copydesk_writer"))
    storage = opened("copydesk_reader")
    with storage.engine.connect() as connection:
        for view in VIEWS:
            assert connection.exec_driver_sql(f"SELECT * FROM {view}").all(), view
    for table in (*metadata.tables, "alembic_version"):
        assert is_refused(storage, f"SELECT * FROM {table}"), table
    for statement in (
        "INSERT INTO changes (seq) VALUES (1)",
        "DELETE FROM changes",
        "SET default_transaction_read_only = off; CREATE TABLE mine (x int)",
        "SET default_transaction_read_only = off; CREATE TEMPORARY TABLE mine (x int)",
    ):
        assert is_refused(storage, statement), statement


def test_who_is_in_no_role_does_not_come_in(postgres: Postgres, database: str) -> None:
    """The database's own default lets every user of the server connect."""
    with contextlib.suppress(sa.exc.ProgrammingError):  # of an earlier run on this server
        execute(postgres.url("postgres"), "CREATE ROLE passer_by LOGIN")
    with pytest.raises(sa.exc.OperationalError, match="permission denied for database"):
        execute(postgres.url(database, "passer_by"), "SELECT 1")


def test_a_view_that_a_migration_makes_anew_can_still_be_read(
    opened: Callable[[str], Storage],
) -> None:
    """Rights go with a view that is dropped; the migration grants them again."""
    storage = opened("copydesk_migrator")
    config = migrate.configuration(storage.engine)
    command.downgrade(config, "base")
    command.upgrade(config, "head")
    with opened("copydesk_reader").engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT * FROM stories").all() == []


def test_parts_of_another_user_keep_no_migration_from_its_end(
    postgres: Postgres, database: str
) -> None:
    """The server's own user made them: the migrator may not say how they compress."""
    migrator = postgres.url(database, "copydesk_migrator")
    migrate.upgrade(migrator)
    with contextlib.closing(Storage.open(postgres.url(database))) as storage:
        part(storage)
    with contextlib.closing(Storage.open(migrator)) as storage:
        config = migrate.configuration(storage.engine)
        command.downgrade(config, "0014")
        command.upgrade(config, "head")
        storage.check()


def test_roles_that_come_later_are_granted_by_the_next_migrate(postgres: Postgres) -> None:
    """A database that one user made and used before changes its owner."""
    name = postgres.create()
    migrate.upgrade(postgres.url(name))
    execute(postgres.url(name), ROLES)
    migrate.upgrade(postgres.url(name, "copydesk_migrator"))
    assert execute(postgres.url(name, "copydesk_reader"), "SELECT * FROM changes") == []
    assert execute(postgres.url(name, "copydesk_writer"), "SELECT * FROM articles") == []
    postgres.drop(name)


def test_a_role_that_may_not_is_told_what_to_run_as(
    postgres: Postgres, database: str, opened: Callable[[str], Storage]
) -> None:
    """Not a traceback: which right is missing, and the remedy."""
    reader = opened("copydesk_reader")
    with (
        pytest.raises(UserError, match=r"copydesk_writer.*deploy/roles\.sql"),
        reader.reading() as reading,
    ):
        reading.totals()
    execute(postgres.url(database), "DROP TABLE alembic_version")
    with pytest.raises(UserError, match=r"deploy/roles\.sql"):
        migrate.upgrade(postgres.url(database, "copydesk_writer"))


def test_a_database_without_the_roles_needs_none(migrated_sqlite_url: str) -> None:
    """SQLite has none."""
    with (
        contextlib.closing(Storage.open(migrated_sqlite_url)) as storage,
        storage.engine.connect() as connection,
    ):
        assert grants.apply(connection) == []
