"""The desk's questions to SQLite: each goes through an index, in the order of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
import sqlalchemy as sa

from shared.config import Settings
from shared.storage import Storage
from tests.builders import at
from tests.integration.desking import Pages
from tests.stored import article_id, delivery_id, store_day
from tests.unit.services.api.access.doors import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TABLE_WALK = re.compile(r"SCAN (deliveries|articles|a|h|story_heads|change_log|texts)( AS \w+)?$")
"""A walk through a table; through an index alone it says so behind the name."""

PAGED = re.compile(
    r"(SCAN|SEARCH) (deliveries|articles|a) USING (COVERING )?INDEX ix_\w*(received_at_id|time)\b"
)
"""A walk through an index that pages are read along: what comes of it is in order."""

SORTED = "USE TEMP B-TREE FOR ORDER BY"

NEWEST = delivery_id("embargoed")

NO_IMPORT = "00000000-0000-7000-8000-000000000000"
"""The id of an import that nobody began."""


@pytest.fixture
def pages(migrated_sqlite_url: str, home: Path) -> Iterator[Pages]:
    """Give the pages of the day on SQLite, which plans without statistics as in production."""
    storage = Storage.open(migrated_sqlite_url)
    store_day(storage)
    yield Pages(storage, Settings(), Kept())
    storage.close()


def plans(pages: Pages, path: str) -> list[list[str]]:
    """Ask for a page, and return the steps of each query and subquery that it took."""
    asked: dict[str, Any] = {}

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            asked[statement] = values

    sa.event.listen(pages.storage.engine, "before_cursor_execute", note)
    try:
        answer = pages.ask(path)
    finally:
        sa.event.remove(pages.storage.engine, "before_cursor_execute", note)
    assert answer.status_code == 200, answer.text
    found: list[list[str]] = []
    with pages.storage.engine.connect() as connection:
        for statement, values in asked.items():
            steps: dict[int, list[str]] = {}
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values):
                steps.setdefault(row.parent, []).append(row.detail)
            found += steps.values()
    return found


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/desk/deliveries",
        f"/desk/deliveries?before={NEWEST}",
        "/desk/deliveries?outcome=new",
        "/desk/deliveries?outcome=quarantined",
        f"/desk/deliveries?outcome=quarantined&before={NEWEST}",
        "/desk/deliveries?reason=not_text",
        "/desk/deliveries?provider=wire",
        "/desk/deliveries?provider=wire&outcome=quarantined",
        "/desk/deliveries?state=received",
        f"/desk/deliveries?import_id={NO_IMPORT}",
        "/desk/deliveries?since=2026-03-14",
        "/desk/quarantine",
        "/desk/quarantine?reason=not_text",
        "/desk/articles",
        "/desk/articles?provider=wire",
        "/desk/articles?provider=wire&language=en&canonical=true",
        "/articles?source=The+Wire",
        "/articles?language=en&published_from=2026-03-01",
        f"/articles?provider=wire&after={article_id('forest')}",
        f"/articles?provider=wire&source=The+Wire&after={article_id('forest')}",
        "/articles?canonical=true",
        f"/articles?story={article_id('forest')}",
        "/articles?q=forest",
        "/articles?q=forest&provider=wire&published_from=2026-03-01",
        "/deliveries?reason=not_text",
        "/deliveries?lane=live",
        "/deliveries?lane=live&provider=wire",
        "/deliveries?outcome=quarantined&provider=wire",
        f"/deliveries?import_id={NO_IMPORT}&reason=not_text",
        f"/desk/deliveries/{NEWEST}",
        f"/desk/articles/{article_id('forest')}",
    ],
)
def test_no_page_walks_through_a_table(pages: Pages, path: str) -> None:
    """Nor does it sort what an index has in order: it costs the same at any size and depth."""
    found = plans(pages, path)
    assert found
    for steps in found:
        assert [step for step in steps if TABLE_WALK.search(step)] == [], steps
        if any(PAGED.search(step) for step in steps):
            assert SORTED not in steps, steps


def test_an_import_is_looked_at_without_its_rows(pages: Pages) -> None:
    """What was counted of it lately is counted among the latest: it may have millions of files."""
    import_id = uuid4()
    with pages.storage.unit_of_work() as uow:
        uow.imports.begin(import_id, paths=["/archive"], provider=None, at=at())
        uow.commit()
    steps = [step for found in plans(pages, f"/desk/imports/{import_id}") for step in found]
    assert any("COVERING INDEX ix_deliveries_of_import" in step for step in steps)
    assert [
        step for step in steps if "deliveries USING INDEX ix_deliveries_of_import" in step
    ] == []
