"""A kill that names a headline, as the desk, the API and `trace` tell of it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT, Settings
from tests.builders import article, at, filed
from tests.integration.desking import Pages
from tests.patience import PATIENCE
from tests.stored import delivery_id, store_one
from tests.unit.services.api.access.doors import Kept

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from shared.domain.article import Article
    from shared.storage import Storage

REASON = "The mayor denies that anything was bought."


BOUGHT = article(headline="City buys old forest")
NOTICE = article(
    headline="EDITORS: please kill 'City buys old forest'",
    body=(REASON,),
    published_at=at(30),
)


def id_of(written: Article, name: str) -> UUID:
    return filed(written, delivery_id=delivery_id(name)).entry.article_id


KILLED, KILL = id_of(BOUGHT, "bought"), id_of(NOTICE, "notice")


@pytest.fixture
def told(storage: Storage, tmp_path: Path) -> Pages:
    """Store an article and the notice that takes it back."""
    store_one(storage, "bought", BOUGHT, 0)
    store_one(storage, "notice", NOTICE, 40)
    return Pages(storage, Settings(home=tmp_path), Kept())


def test_the_desk_says_why_an_article_was_withdrawn(told: Pages) -> None:
    """With a link to the notice; the notice itself says so too."""
    page = told.ask(f"/desk/articles/{KILLED}").text
    assert f'<a href="/desk/articles/{KILL}">withdrew this article</a>' in page
    assert REASON in page
    assert f"withdrew this article: {REASON}" in told.text(f"/desk/articles/{KILL}")


def test_the_api_says_why_an_article_is_gone(told: Pages) -> None:
    """In the answer for the article, and in that for its versions."""
    gone = told.ask(f"/articles/{KILLED}")
    versions = told.ask(f"/articles/{KILLED}/versions").json()

    assert gone.status_code == 410
    assert gone.json()["detail"].endswith(f"was withdrawn by its provider: {REASON}")
    assert versions["versions"] == []
    assert versions["withdrawal"]["id"] == str(KILL)
    assert versions["withdrawal"]["reason"] == REASON


def test_trace_says_why_an_article_was_withdrawn(
    told: Pages, home: object, migrated_url: str
) -> None:
    """With the notice that did it."""
    done = subprocess.run(
        [sys.executable, "-m", "services.cli", "trace", str(KILLED)],
        env={**os.environ, "COPYDESK_DATABASE_URL": migrated_url, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert REASON in done.stdout
    assert str(KILL) in done.stdout
