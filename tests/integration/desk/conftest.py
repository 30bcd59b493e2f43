"""The pages of a stored day, on each database: one to be read, one to be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from services.api.desk.figures import settled
from shared.config import Settings
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.builders import article
from tests.integration.desking import SCRIPT, Pages
from tests.stored import store_day, store_one
from tests.unit.services.api.access.doors import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers.postgres import Postgres


PATIENT = 30.0
"""Seconds: a page of a test waits for its counts."""


@pytest.fixture(autouse=True)
def _counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settled, "PATIENCE", PATIENT)
    monkeypatch.setattr(settled.Settled.get, "__defaults__", (PATIENT,))


@pytest.fixture(
    scope="package", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def day(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Pages]:
    """Give the pages of the day, to be read only."""
    settings = Settings(home=tmp_path_factory.mktemp("desk"))
    settings.make_folders()
    url = settings.database
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.url(server.create())
    upgrade(url)
    storage = Storage.open(url)
    store_day(storage)
    hostile = article(headline=SCRIPT, body=(SCRIPT, f"{SCRIPT} and more"), authors=(SCRIPT,))
    store_one(storage, SCRIPT, hostile, 200)
    yield Pages(storage, settings, Kept())
    storage.close()


@pytest.fixture
def desk(storage: Storage, home: object) -> Pages:
    """Give the pages of a day of the test's own, to be changed."""
    settings = Settings()
    settings.make_folders()
    store_day(storage)
    return Pages(storage, settings, Kept())
