"""The plans of the ledger's statements: each costs what it names, not what is stored or waits."""

from __future__ import annotations

import contextlib
import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from shared.domain.delivery import Lane
from shared.storage import Storage
from tests.builders import NOON, delivery
from tests.statements import noting
from tests.stored import store_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.domain.delivery import Delivery

WAITING = 1500

WALK = re.compile(
    r"SCAN (deliveries|articles|texts|key_pages|links|story_heads|change_log)\b(?! USING COVERING)"
    r"|SEARCH deliveries USING .*ix_deliveries_(outcome|waiting|leased)"
)
"""A way through all there is of something; the greatest number of an index is found at its end."""

ROWS = re.compile(r"(?:actual rows=|Removed by [A-Za-z ]+: )(\d+)")
"""What a step of PostgreSQL's plan went through."""


@pytest.fixture
def store(migrated_postgres_url: str) -> Iterator[Storage]:
    """Give a store that counted its rows when it was empty, a moment before the burst."""
    with contextlib.closing(Storage.open(migrated_postgres_url)) as store:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("ANALYZE deliveries")
            connection.commit()
        yield store


def burst(store: Storage) -> list[Delivery]:
    received = [delivery() for _ in range(WAITING)]
    with store.unit_of_work() as uow:
        uow.deliveries.register(received)
        uow.commit()
    return received


@contextlib.contextmanager
def explaining(store: Storage) -> Iterator[list[str]]:
    """Let every statement leave its plan, as it was carried out, in the list."""
    plans: list[str] = []

    def note(cursor: Any, statement: str, values: Any) -> None:
        cursor.execute("SAVEPOINT looked_at")
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {statement}", values)
        plans.append("\n".join(line for (line,) in cursor.fetchall()))
        cursor.execute("ROLLBACK TO looked_at")

    with noting(store.engine, note):
        yield plans


@pytest.mark.postgres
def test_what_waits_is_not_compared_with_each_id_of_a_claim(store: Storage) -> None:
    """The ids lead, however little seems to wait: a claim costs what it names, not the backlog."""
    received = burst(store)
    ids = [each.id for each in received[:64]]

    with explaining(store) as plans, store.unit_of_work() as uow:
        claimed = uow.deliveries.claim(
            ids, owner="one", now=NOON, until=NOON + timedelta(seconds=10)
        )
        held = uow.deliveries.held(ids, "one")
        uow.commit()

    assert {each.id for each in claimed} == held == set(ids)
    assert len(plans) == 2
    for plan in plans:
        assert "Rows Removed by Join Filter" not in plan, plan
        assert "ix_deliveries_waiting" not in plan, plan
        assert "ix_deliveries_leased" not in plan, plan


@pytest.mark.postgres
def test_a_look_for_imports_that_are_over_passes_by_what_waits(store: Storage) -> None:
    """The sweeper asks up to ten times a second, and a million files may wait."""
    going = uuid4()
    with store.unit_of_work() as uow:
        uow.imports.begin(going, paths=["/archive"], provider=None, at=NOON)
        uow.deliveries.register([delivery(lane=Lane.BULK, import_id=going) for _ in range(WAITING)])
        uow.imports.read(going, at=NOON)
        uow.commit()

    with explaining(store) as plans, store.unit_of_work() as uow:
        over = uow.imports.discard_cancelled(NOON, WAITING) + uow.imports.finish(NOON)

    assert over == []
    assert plans
    for plan in plans:
        assert all(int(rows) < 10 for rows in ROWS.findall(plan)), plan


@pytest.mark.postgres
def test_whether_a_worker_holds_anything_is_asked_of_the_index_of_leases(store: Storage) -> None:
    """The sweeper asks before each chunk of words, beside millions of files that are done."""
    burst(store)
    with explaining(store) as plans, store.reading() as reading:
        assert not reading.anything_in_hand()
    [plan] = plans
    assert "ix_deliveries_leased" in plan


def test_on_sqlite_each_step_of_a_batch_goes_through_the_index_of_what_it_names(
    migrated_sqlite_url: str,
) -> None:
    """SQLite plans without statistics: no step walks through a table or through an outcome."""
    asked: dict[str, Any] = {}

    def note(_cursor: Any, statement: str, values: Any) -> None:
        if statement.startswith(("SELECT", "UPDATE")):
            asked[statement] = values

    with contextlib.closing(Storage.open(migrated_sqlite_url)) as store:
        with noting(store.engine, note):
            store_day(store)
            with store.unit_of_work() as uow:
                uow.deliveries.first_of({"0" * 64})
        with store.engine.connect() as connection:
            steps = [
                (row.detail, statement)
                for statement, values in asked.items()
                for row in connection.exec_driver_sql(
                    f"EXPLAIN QUERY PLAN {statement}",
                    values[0] if isinstance(values, list) else values,
                )
            ]

    assert any("ix_deliveries_sha256" in step for step, _ in steps)
    for step, statement in steps:
        assert not WALK.match(step), statement
