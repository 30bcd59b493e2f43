"""Migrations: they run alike on both databases, and say the same as the tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from shared.domain.delivery import OutcomeWord
from shared.errors import UserError
from shared.storage import Storage
from shared.storage.candidate_keys import lookup as candidate_keys
from shared.storage.schema import migrate, revision, views
from shared.storage.tables import articles, metadata, texts
from tests.contract.day import DAY, filings_of, store

if TYPE_CHECKING:
    from collections.abc import Callable


def test_an_empty_database_is_brought_to_the_newest_revision(database_url: str) -> None:
    """The first run migrates, the second finds nothing to do."""
    before, after = migrate.upgrade(database_url)
    assert (before, after) == (None, revision.HEAD)
    assert migrate.upgrade(database_url) == (after, after)


def test_the_code_names_the_newest_migration(storage: Storage) -> None:
    """Its file's number is its revision, and no two follow the same one."""
    scripts = ScriptDirectory.from_config(migrate.configuration(storage.engine))
    assert scripts.get_heads() == [revision.HEAD]
    for script in scripts.walk_revisions():
        assert Path(script.path).name.startswith(f"{script.revision}_")


def test_a_database_that_was_never_migrated_is_refused_with_the_remedy(database_url: str) -> None:
    """Nobody meets a missing table unprepared."""
    store = Storage.open(database_url)
    with pytest.raises(UserError, match=r"run \./copydesk migrate"):
        store.check()
    with pytest.raises(UserError, match=r"run \./copydesk migrate"), store.reading() as reading:
        reading.outcomes()
    store.close()


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the tables that FTS5 makes for itself on SQLite."""
    return kind != "table" or not (name or "").startswith("search_words")


def here(dialect: str) -> Callable[..., bool]:
    """Return what leaves out the kinds of index that only PostgreSQL has."""

    def wanted(item: object, *_more: object) -> bool:
        foreign = isinstance(item, sa.Index) and "postgresql_using" in item.dialect_kwargs
        return dialect == "postgresql" or not foreign

    return wanted


@pytest.mark.postgres
def test_a_database_of_a_newer_copydesk_is_refused_with_the_remedy(storage: Storage) -> None:
    """By every role, and by `migrate`, which would not help."""
    with storage.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError, match=r"9999.* newer one"):
        storage.check()
    with pytest.raises(UserError, match=r"9999.* newer one"):
        migrate.upgrade(storage.engine.url.render_as_string(hide_password=False))


def test_what_is_long_is_compressed_by_lz4_where_the_server_has_it(postgres_url: str) -> None:
    """A third of what PostgreSQL's own method costs; another server keeps its own."""
    migrate.upgrade(postgres_url)
    store = Storage.open(postgres_url)
    with store.engine.connect() as connection:
        known = "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name LIKE 'default_toast_c%'"
        has_lz4 = connection.execute(sa.text(known)).scalar()
        chosen = "SELECT DISTINCT attname::text FROM pg_attribute WHERE attcompression = 'l'"
        columns = sorted(connection.execute(sa.text(chosen)).scalars())
    store.close()

    assert columns == (["body", "provenance", "reading", "words"] if has_lz4 else [])


@pytest.mark.filterwarnings("ignore:.*expression-based index")  # SQLite does not show them
def test_the_migrations_make_the_tables_of_the_code(storage: Storage) -> None:
    """What a migration forgot would be seen here."""
    with storage.engine.connect() as connection:
        opts = {"compare_type": False, "include_name": ours}
        opts["include_object"] = here(connection.dialect.name)
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_every_view_can_be_read(storage: Storage) -> None:
    """The views exist and give rows of an empty store: none."""
    with storage.engine.connect() as connection:
        for name in views.VIEWS:
            rows = connection.exec_driver_sql(f"SELECT * FROM {name}").all()
            assert rows == []


@pytest.mark.parametrize("moving", [10, 10_000])
def test_texts_from_before_they_had_names_are_found(
    storage: Storage, monkeypatch: pytest.MonkeyPatch, moving: int
) -> None:
    """A copy of a text that an older Copydesk stored is no new text, wherever the keys are."""
    monkeypatch.setattr(candidate_keys, "FULL", moving)
    monkeypatch.setattr(candidate_keys, "LEAST_MOVED", 1)
    day = filings_of(DAY)
    store(storage, [each for name, each in day.items() if name != "copy"])
    configuration = migrate.configuration(storage.engine)
    command.downgrade(configuration, "0011")
    command.upgrade(configuration, "head")
    for _ in range(3):  # until all pages are read
        with storage.unit_of_work(exclusive=True) as uow:
            uow.articles.neighbourhood([day["copy"]])
            uow.commit()
    assert [*store(storage, [day["copy"]]).values()] == [OutcomeWord.EXACT_DUPLICATE]
    with storage.engine.connect() as connection:
        used = sa.select(articles.c.text_id).distinct()
        unused = connection.execute(sa.select(texts.c.id).where(texts.c.id.not_in(used))).all()
        assert unused == []
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_migration_can_be_undone(database_url: str) -> None:
    """Downgrading leaves nothing but Alembic's own table."""
    migrate.upgrade(database_url)
    store = Storage.open(database_url)
    config = migrate.configuration(store.engine)
    command.downgrade(config, "base")
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() is None
    store.close()
