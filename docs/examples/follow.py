"""
Keep a table of headlines up to date from Copydesk's feed of changes: a service to begin from.

    COPYDESK_API=http://127.0.0.1:8600 python docs/examples/follow.py headlines.db

It needs Python alone. The number that it has reached stands in its own database and moves in the
same transaction as what was done for it, so it may be killed at any moment: it goes on where it
stopped, does nothing twice, and leaves nothing out. COPYDESK_TOKEN is sent where it is set.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
import urllib.error
import urllib.request
from typing import Any

API = os.environ.get("COPYDESK_API", "http://127.0.0.1:8600")
WAIT_SECONDS = 30
AGAIN_SECONDS = 2
NOT_SHOWN = (403, 404, 410)
"""Under embargo, gone, withdrawn by its provider."""

TABLES = """
CREATE TABLE IF NOT EXISTS headlines (id TEXT PRIMARY KEY, headline TEXT, source TEXT, at TEXT);
CREATE TABLE IF NOT EXISTS reached (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL);
INSERT OR IGNORE INTO reached VALUES (1, 0);
"""


def ask(path: str) -> Any:
    """Return an answer of the API."""
    request = urllib.request.Request(API + path, headers={"Accept": "application/json"})
    if token := os.environ.get("COPYDESK_TOKEN"):
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=WAIT_SECONDS * 2) as answer:
        return json.load(answer)


def article(article_id: str) -> Any:
    """Return an article, None where it may not be shown (any more, or yet)."""
    try:
        found = ask(f"/articles/{article_id}")
    except urllib.error.HTTPError as error:
        if error.code in NOT_SHOWN:
            return None
        raise
    return found if found["current"] else None


def take(own: sqlite3.Connection, change: dict[str, Any]) -> None:
    """Do what a change asks for; to do it once more is the same."""
    article_id = change["article_id"]
    if article_id is None:
        return
    found = article(article_id)
    if found is None:
        own.execute("DELETE FROM headlines WHERE id = ?", (article_id,))
        return
    row = (article_id, found["headline"], found["source"], found["published_at"])
    own.execute("INSERT OR REPLACE INTO headlines VALUES (?, ?, ?, ?)", row)


def follow(own: sqlite3.Connection) -> None:
    """Take one page of changes, or wait for it."""
    (seq,) = own.execute("SELECT seq FROM reached").fetchone()
    page = ask(f"/changes?since={seq}&wait={WAIT_SECONDS}&limit=100")
    with own:  # one transaction: what is done, and how far
        for change in page["changes"]:
            take(own, change)
        own.execute("UPDATE reached SET seq = ?", (page["next"],))
    if page["changes"]:
        print(f"reached {page['next']}", flush=True)


def main() -> None:
    """Follow until the end of the world, or Ctrl-C."""
    own = sqlite3.connect(sys.argv[1])
    own.executescript(TABLES)
    while True:
        try:
            follow(own)
        except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
            print(f"Copydesk is away ({error}): again in {AGAIN_SECONDS} s", file=sys.stderr)
            time.sleep(AGAIN_SECONDS)


if __name__ == "__main__":
    main()
