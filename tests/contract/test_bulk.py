"""Many rows at once, and what goes wrong on the way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.domain.article import Field
from shared.domain.delivery import Lane
from shared.errors import Retryable
from shared.storage import Storage
from shared.storage.database import bulk
from shared.storage.database.bulk import FEW, insert
from shared.storage.tables import change_log, deliveries
from tests.builders import at, delivery

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


@pytest.fixture(autouse=True, params=[0, FEW], ids=["copied", "inserted"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Send the rows of each test to PostgreSQL by COPY, and by one statement."""
    monkeypatch.setattr(bulk, "FEW", request.param)


def test_rows_come_back_as_they_were(storage: Storage) -> None:
    """With the signs that the database's own text form uses."""
    with storage.engine.begin() as connection:
        insert(connection, change_log, ROWS)
        insert(connection, change_log, [])
        found = connection.execute(sa.select(change_log).order_by(change_log.c.seq)).mappings()
        assert [{name: row[name] for name in ROWS[0]} for row in found] == ROWS


def test_times_are_kept_to_the_microsecond_on_either_side_of_2000(storage: Storage) -> None:
    """PostgreSQL counts from there; a time in another zone is the same moment."""
    zone = timezone(timedelta(hours=9, minutes=30))
    times = [
        datetime(1899, 12, 31, 23, 59, 59, 999_999, UTC),
        datetime(1999, 12, 31, 23, 59, 59, 1, UTC),
        datetime(2000, 1, 1, tzinfo=UTC),
        datetime(2026, 2, 28, 4, 30, 0, 123_456, zone),
    ]
    rows = [ROWS[0] | {"seq": at, "at": time} for at, time in enumerate(times)]
    with storage.engine.begin() as connection:
        insert(connection, change_log, rows)
        found = connection.execute(sa.select(change_log.c.at).order_by(change_log.c.seq)).scalars()
        assert list(found) == times


def test_a_time_without_a_zone_is_refused(storage: Storage) -> None:
    """By either database: it would be another moment on each machine."""
    rows = [ROWS[0] | {"at": datetime(2026, 1, 1)}]  # noqa: DTZ001 - that is the point
    with pytest.raises((TypeError, ValueError)), storage.engine.begin() as connection:
        insert(connection, change_log, rows)


def test_names_of_enumerations_are_written_as_their_words(storage: Storage) -> None:
    """In a column of text as well as inside JSON, as keys too."""
    one = delivery()
    row = {
        "id": one.id,
        "name": "é中🌍.txt",
        "provider": one.provider,
        "sha256": one.sha256,
        "size": 2**40,
        "lane": Lane.BULK,
        "received_at": one.received_at,
        "attempts": 2**31 - 1,
        "items": {Field.HEADLINE: 1},
    }
    with storage.engine.begin() as connection:
        insert(connection, deliveries, [row])
        found = connection.execute(sa.select(deliveries)).mappings().one()
    assert {name: found[name] for name in row} == row | {"items": {"headline": 1}, "lane": "bulk"}


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
