"""Statements that go to the driver as they are: what they give is what SQLAlchemy gives."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy import exc

from shared.domain.delivery import Lane
from shared.errors import Retryable
from shared.storage import Storage
from shared.storage.database.among import among
from shared.storage.database.engine import translated
from shared.storage.database.quick import Quick
from shared.storage.tables import deliveries
from tests.builders import NOON, at, delivery

if TYPE_CHECKING:
    from tests.servers.postgres import Postgres

SOME = sa.select(deliveries).where(
    among(deliveries.c.id, "ids"), deliveries.c.received_at <= sa.bindparam("until")
)
NEW = Quick(deliveries.insert())
EVERYTHING_ELSE = dict.fromkeys(deliveries.c.keys())


def row(**given: object) -> dict[str, object]:
    """Return a whole row of the ledger."""
    own = {"id": uuid4(), "name": "a", "provider": "b", "sha256": "c", "size": 1, "lane": Lane.BULK}
    own |= {"received_at": NOON, "state": "received", "attempts": 0, "items": {"new": 2}}
    return EVERYTHING_ELSE | own | given


def test_rows_are_those_of_sqlalchemy(storage: Storage) -> None:
    """Ids, times, flags and JSON are read as everywhere; what is not asked for does not come."""
    received = [delivery(modified_at=at(-3), import_id=uuid4()), delivery(received_at=at(1))]
    with storage.unit_of_work() as uow:
        uow.deliveries.register(received, hinted={received[0].id}, at=at(2))
        uow.commit()
    values = {"ids": [each.id for each in received], "until": NOON}

    with storage.engine.connect() as connection:
        expected = connection.execute(SOME, values).all()
        found = Quick(SOME).run(connection, values)

    assert len(expected) == 1
    assert [each._asdict() for each in found] == [each._asdict() for each in expected]


def test_what_is_compiled_before_a_connection_is_what_a_server_would_be_given(
    storage: Storage,
) -> None:
    """A worker compiles before it forks, and no server is asked then: none changes a statement."""
    Storage.warm_up(storage.engine.url.render_as_string(hide_password=False))
    own = storage.engine.dialect.name
    early = {id(each): each._compiled[own].text for each in Quick.known if own in each._compiled}

    with storage.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
        Quick.prepare_all(connection.dialect)

    late = {id(each): each._compiled[own].text for each in Quick.known if own in each._compiled}
    assert late == early
    assert 1 < len(early) < len(Quick.known)  # there are those of one database alone


def test_what_is_not_committed_is_undone(storage: Storage) -> None:
    """The first statement begins a transaction, though none was begun before it."""
    first, second = row(), row()
    with storage.engine.connect() as connection:
        NEW.run(connection, first)
    with storage.engine.connect() as connection:
        NEW.run(connection, second)
        connection.commit()

    with storage.engine.connect() as connection:
        assert connection.execute(sa.select(deliveries.c.id)).scalars().all() == [second["id"]]


def test_a_refused_row_is_refused_as_everywhere(storage: Storage) -> None:
    """As the first statement of a transaction too, which PostgreSQL begins with it."""
    twice = row()
    with storage.engine.connect() as connection:
        NEW.run(connection, twice)
        connection.commit()
        with pytest.raises(exc.IntegrityError):
            NEW.run(connection, twice)


def test_a_value_that_is_not_given_is_a_mistake_of_ours(storage: Storage) -> None:
    """And nothing is sent."""
    with storage.engine.connect() as connection, pytest.raises(KeyError, match="until"):
        Quick(SOME).run(connection, {"ids": []})


@pytest.mark.postgres
def test_a_connection_that_was_cut_is_tried_again_on_another(
    postgres: Postgres, migrated_postgres_url: str
) -> None:
    """The database was away, which passes; the pool keeps no connection that is dead."""
    storage = Storage.open(migrated_postgres_url)
    number = Quick(sa.select(sa.func.pg_backend_pid().label("pid")))
    try:
        with storage.engine.connect() as connection:
            [before] = number.scalars(connection)
            with postgres_admin(postgres) as admin:
                admin.execute(sa.select(sa.func.pg_terminate_backend(before)))
            with pytest.raises(Retryable), translated():
                number.run(connection)
        with storage.engine.connect() as connection:
            assert number.scalars(connection) != [before]
    finally:
        storage.close()


@pytest.mark.postgres
def test_after_a_restart_no_other_connection_is_tried_in_vain(
    postgres: Postgres, migrated_postgres_url: str
) -> None:
    """Where one was cut, those that are as old were too: they are not tried one after another."""
    storage = Storage.open(migrated_postgres_url)
    number = Quick(sa.select(sa.func.pg_backend_pid().label("pid")))
    try:
        with storage.engine.connect() as one, storage.engine.connect() as other:
            before = [*number.scalars(one), *number.scalars(other)]
        with postgres_admin(postgres) as admin:
            for each in before:
                admin.execute(sa.select(sa.func.pg_terminate_backend(each)))
        with pytest.raises(Retryable), translated(), storage.engine.connect() as connection:
            number.run(connection)
        with storage.engine.connect() as connection:
            assert number.scalars(connection)[0] not in before
    finally:
        storage.close()


def postgres_admin(postgres: Postgres) -> sa.Connection:
    """Return a connection to another database of the server."""
    return sa.create_engine(postgres.url("postgres"), poolclass=sa.NullPool).connect()
