"""`deploy/partitions.sql` and `deploy/postgresql.conf`, tried on a real PostgreSQL."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command

from shared.config import ROOT
from shared.storage import Storage
from shared.storage.schema import migrate, views
from tests.stored import DAY, store_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers.postgres import Postgres

pytestmark = pytest.mark.postgres

PARTED = {"articles", "change_log"}


@pytest.fixture
def parted(migrated_postgres_url: str) -> Iterator[Storage]:
    """Give a migrated store with partitions."""
    with contextlib.closing(Storage.open(migrated_postgres_url)) as storage:
        part(storage)
        yield storage


def part(storage: Storage) -> None:
    """Run the file as psql does: by itself it begins and commits."""
    script = (ROOT / "deploy" / "partitions.sql").read_text(encoding="utf-8")
    connection = storage.engine.raw_connection()
    try:
        driver = connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        driver.autocommit = True
        driver.execute(script)
        driver.autocommit = False
    finally:
        connection.close()


def rows(storage: Storage, query: str) -> list[tuple[object, ...]]:
    with storage.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(sa.text(query))]


def test_a_day_of_news_is_the_same_with_partitions(
    parted: Storage, postgres: Postgres, migrated_postgres: str
) -> None:
    """Articles, stories, versions and the feed: every view shows what it shows without."""
    plain_database = postgres.create(template=migrated_postgres)
    with contextlib.closing(Storage.open(postgres.url(plain_database))) as plain:
        store_day(plain)
        store_day(parted)
        for name in views.VIEWS:
            query = f"SELECT * FROM {name} ORDER BY 1"
            assert rows(parted, query) == rows(plain, query)
        assert len(rows(parted, "SELECT id FROM articles")) == len(DAY)
    postgres.drop(plain_database)


def test_the_large_tables_are_parted_and_keep_their_indexes(
    parted: Storage, migrated_postgres_url: str, postgres: Postgres, migrated_postgres: str
) -> None:
    """What the code asks for is answered by the same indexes."""
    found = rows(parted, "SELECT relname FROM pg_class WHERE relkind = 'p'")
    assert {name for (name,) in found} == PARTED
    plain_database = postgres.create(template=migrated_postgres)
    query = "SELECT indexname FROM pg_indexes WHERE tablename = 'articles'"
    with contextlib.closing(Storage.open(postgres.url(plain_database))) as plain:
        assert set(rows(plain, query)) == set(rows(parted, query))
    postgres.drop(plain_database)


def test_parts_compress_as_the_whole_table_did(
    parted: Storage, postgres: Postgres, migrated_postgres: str
) -> None:
    """By lz4, where the server has it."""
    query = "SELECT DISTINCT attcompression::text FROM pg_attribute WHERE attname = 'body'"
    named = " AND attrelid::regclass::text LIKE 'articles%'"
    plain_database = postgres.create(template=migrated_postgres)
    with contextlib.closing(Storage.open(postgres.url(plain_database))) as plain:
        assert rows(parted, query + named) == rows(plain, query + named)
    postgres.drop(plain_database)


def test_parts_that_are_there_are_told_to_compress_otherwise_too(
    parted: Storage, migrated_postgres_url: str
) -> None:
    """They are made for two years ahead, and take the method of the whole when they are made."""
    query = (
        "SELECT relname, attcompression::text FROM pg_attribute JOIN pg_class c ON c.oid = attrelid"
        " WHERE attname = 'body' AND relkind IN ('p', 'r') AND relname LIKE 'articles%' ORDER BY 1"
    )
    anew = rows(parted, query)
    command.downgrade(migrate.configuration(parted.engine), "0014")
    assert {method for _, method in rows(parted, query)} == {""}
    migrate.upgrade(migrated_postgres_url)
    assert len(anew) > 24
    assert rows(parted, query) == anew


def test_a_store_with_articles_is_refused(migrated_postgres_url: str) -> None:
    """Nothing is moved behind anyone's back."""
    with contextlib.closing(Storage.open(migrated_postgres_url)) as storage:
        store_day(storage)
        with pytest.raises(psycopg.errors.RaiseException, match="import into a new database"):
            part(storage)


def test_the_settings_are_known_to_the_server(migrated_postgres_url: str) -> None:
    """A name that PostgreSQL does not know would keep it from starting."""
    with contextlib.closing(Storage.open(migrated_postgres_url)) as storage:
        known = {name for (name,) in rows(storage, "SELECT name FROM pg_settings")}
    lines = (ROOT / "deploy" / "postgresql.conf").read_text(encoding="utf-8").splitlines()
    named = {line.partition(" = ")[0] for line in lines if " = " in line and line[0] != "#"}
    assert len(named) > 15
    assert named <= known
