"""Keys move, and filters grow, with a few keys in each test of them."""

from __future__ import annotations

import pytest

from shared.storage.candidate_keys import filter as key_filter
from shared.storage.candidate_keys import lookup as candidate_keys
from shared.storage.candidate_keys import pages as key_pages


@pytest.fixture(autouse=True)
def _moving_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys move, and filters grow, when there are a few of them, not a million."""
    monkeypatch.setattr(candidate_keys, "FULL", 60)
    monkeypatch.setattr(candidate_keys, "LEAST_MOVED", 1)
    monkeypatch.setattr(candidate_keys, "PART", 7)
    monkeypatch.setattr(key_pages, "PAIRS", 5)
    monkeypatch.setattr(key_pages, "DENSER", 2)
    monkeypatch.setattr(key_pages, "AT_ONCE", 20)
    monkeypatch.setattr(key_filter, "FIRST_WORDS", 2)
