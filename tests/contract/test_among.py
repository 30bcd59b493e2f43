"""Looking up many values with one parameter, on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from shared.storage.database.among import among
from shared.storage.tables import deliveries
from tests.builders import delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.storage import Storage

NAMES = (
    'with "quotes"',
    "back\\slash",
    "a,b",
    "{braces}",
    "null",
    "",
    "ä 中 🙂",
    "it's",
    "line\nend",
)
NAMED = sa.select(deliveries.c.name).where(among(deliveries.c.name, "names"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (NAMES, set(NAMES)),
        (NAMES[:1], set(NAMES[:1])),
        (["nobody", "NULL", "line"], set()),
        ([], set()),
    ],
    ids=["all", "one", "none of them", "nothing"],
)
def test_texts_of_every_kind_are_found_and_no_others(
    storage: Storage, asked: Sequence[str], found: set[str]
) -> None:
    with storage.unit_of_work() as uow:
        uow.deliveries.register([delivery(name=name) for name in NAMES])
        uow.commit()
    with storage.engine.connect() as connection:
        assert set(connection.execute(NAMED, {"names": asked}).scalars()) == found


def test_the_index_is_used(storage: Storage) -> None:
    """A look-up by id walks no table."""
    query = sa.select(deliveries.c.name).where(among(deliveries.c.id, "ids"))
    with storage.engine.connect() as connection:
        compiled = query.compile(dialect=connection.dialect)
        assert " IN (SELECT " in str(compiled)
        if connection.dialect.name == "sqlite":
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", ("[]",)).all()
            assert any("SEARCH deliveries USING" in row.detail for row in plan)
