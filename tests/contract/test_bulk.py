"""Many rows at once, and what goes wrong on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.errors import Retryable
from shared.storage import Storage
from shared.storage.bulk import insert
from shared.storage.tables import change_log
from tests.builders import at

if TYPE_CHECKING:
    from tests.servers.postgres import Postgres

ROWS = [
    {
        "seq": 1,
        "at": at(),
        "kind": "a\tb\\c\nd",
        "article_id": None,
        "detail": {"ä": ["\u2028", 1]},
    },
    {"seq": 2, "at": at(1), "kind": "k", "article_id": None, "detail": {}},
]


def test_rows_come_back_as_they_were(storage: Storage) -> None:
    """With the signs that the database's own text form uses."""
    with storage.engine.begin() as connection:
        insert(connection, change_log, ROWS)
        insert(connection, change_log, [])
        found = connection.execute(sa.select(change_log).order_by(change_log.c.seq)).mappings()
        assert [{name: row[name] for name in ROWS[0]} for row in found] == ROWS


def test_a_row_that_is_there_is_an_integrity_error(storage: Storage) -> None:
    """As by any other way, so that whoever catches it does; nothing of the rest is kept."""
    with storage.engine.begin() as connection:
        insert(connection, change_log, ROWS[:1])
    with pytest.raises(sa.exc.IntegrityError), storage.engine.begin() as connection:
        insert(connection, change_log, [ROWS[1], ROWS[0]])
    with storage.engine.connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(change_log)).scalar() == 1


@pytest.mark.postgres
def test_a_server_that_goes_away_meanwhile_is_waited_out(postgres: Postgres) -> None:
    """The connection is known to be dead, and the error says: try again."""
    storage = Storage.open(postgres.url(postgres.create()))
    with storage.engine.begin() as connection:
        change_log.create(connection)
    with pytest.raises(Retryable):
        _insert_while_the_server_goes(storage)
    with storage.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    storage.close()


def _insert_while_the_server_goes(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        [pid] = uow.changes._connection.exec_driver_sql("SELECT pg_backend_pid()").one()
        with storage.engine.connect() as other:
            other.exec_driver_sql(f"SELECT pg_terminate_backend({pid}, 10000)")
        insert(uow.changes._connection, change_log, ROWS)
