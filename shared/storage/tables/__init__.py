"""
The tables. Other services read the views (`views.py`); these may change under them.

The constraint names come from one convention, so that a migration can name what it changes. All are
imported here: a backup and a migration must know every one of them.
"""

from __future__ import annotations

from shared.storage.tables.articles import (
    UNPLACED,
    articles,
    change_log,
    former_readings,
    key_moves,
    key_pages,
    key_runs,
    links,
    story_heads,
    texts,
)
from shared.storage.tables.base import metadata
from shared.storage.tables.ledger import deliveries, imports, rejected_items
from shared.storage.tables.readers import api_tokens, followers, search_entries

__all__ = [
    "UNPLACED",
    "api_tokens",
    "articles",
    "change_log",
    "deliveries",
    "followers",
    "former_readings",
    "imports",
    "key_moves",
    "key_pages",
    "key_runs",
    "links",
    "metadata",
    "rejected_items",
    "search_entries",
    "story_heads",
    "texts",
]
