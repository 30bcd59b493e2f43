"""`copydesk dedup`, on a store with a story in it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from shared.config import ROOT
from tests.contract.day import DAY, filings_of, store
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from shared.storage import Storage


def copydesk(url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COPYDESK_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "services.cli", "dedup", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def ids(storage: Storage) -> dict[str, str]:
    """Store a day of news; give the id of each article."""
    day = filings_of(DAY)
    store(storage, list(day.values()))
    return {name: str(filing.entry.article_id) for name, filing in day.items()}


def test_two_articles_of_one_story_are_explained(
    home: object, migrated_url: str, ids: dict[str, str]
) -> None:
    """What they share, what the rule adds up, and where they stand."""
    done = copydesk(migrated_url, "explain", ids["first"], ids["cut"])

    assert done.returncode == 0, done.stderr
    assert "yes  near-duplicates by " in done.stdout
    assert "no   the same text" in done.stdout
    assert "containment" in done.stdout
    assert "in the store: one story" in done.stdout


def test_two_articles_of_two_stories_are_explained(
    home: object, migrated_url: str, ids: dict[str, str]
) -> None:
    """Two texts with nothing in common are not even candidates."""
    done = copydesk(migrated_url, "explain", ids["first"], ids["other"])

    assert "no   candidates (0 keys in common)" in done.stdout
    assert "in the store: two stories" in done.stdout


def test_a_rebuild_says_that_nothing_changed(
    home: object, migrated_url: str, ids: dict[str, str]
) -> None:
    """By the same rule the answer is the same."""
    done = copydesk(migrated_url, "rebuild")

    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{len(ids)} articles placed anew; 0 changes\n"
