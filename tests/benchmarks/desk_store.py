"""
A store with very many deliveries, articles and stories, written without reading any file.

What is hard to find is in it: a provider, a source and a language of one article in 50,000, a
provider that has ended, an import of everything, and words as common and as rare as a language's.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from shared import clock
from shared.domain.searching import searchable
from shared.errors import Reason
from shared.storage import tables
from shared.storage.database import bulk
from shared.storage.feed.search_index import FOLLOWER
from shared.storage.feed.time_keys import time_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    import sqlalchemy as sa

    from shared.storage import Storage

CHUNK: Final = 5_000

HELD: Final = 10
"""One delivery of so many is in quarantine: 100,000 of a million."""

STORY: Final = 4
"""Every so many articles, the last joins the story of the first."""

RARE: Final = 50_000
"""One delivery of so many is of the rare provider, source or language."""

ENDED: Final = 100
"""The first so many came from a provider that has sent nothing since."""

REASONS: Final = (*[Reason.NO_ARTICLE] * 6, *[Reason.MALFORMED] * 3, Reason.EMPTY)
PROVIDERS: Final = ("agency", "courier", "herald", "wire")
IMPORT: Final = UUID(int=1)

PARTS: Final = (
    ("har", "coun", "fo", "fer", "mi", "re", "val", "bor", "sta", "ka", "lo", "su", "de", "pri"),
    ("bo", "ci", "re", "ry", "nis", "po", "le", "de", "tu", "me", "va", "no", "gi", "la", "so"),
    ("ur", "l", "st", "s", "ter", "rt", "ys", "r", "n", "ng", "nt", "m", "d", "k", "th", "ll"),
)
WORDS: Final = tuple("".join(parts) for parts in itertools.product(*PARTS))

Rows = dict[str, list[dict[str, Any]]]


class Texts:
    """Texts whose words are used as in a language: the n-th of them 1/n times as often."""

    def __init__(self) -> None:
        """Make some paragraphs, of which articles are put together."""
        self._chosen = random.Random(7)
        self._weights = list(itertools.accumulate(1 / (n + 1) for n in range(len(WORDS))))
        self._paragraphs = [self.words(40) for _ in range(2_000)]

    def words(self, count: int) -> str:
        """Return so many words."""
        return " ".join(self._chosen.choices(WORDS, cum_weights=self._weights, k=count))

    def paragraphs(self) -> list[str]:
        """Return the paragraphs of one article."""
        return self._chosen.choices(self._paragraphs, k=3)


def fill(storage: Storage, count: int) -> None:
    """Write so many deliveries, a second apart, and an article for each that is not held."""
    now, texts = clock.now(), Texts()
    with storage.engine.connect() as connection:
        given = {"id": IMPORT, "paths": ["/archive"], "started_at": now, "read_at": now}
        connection.execute(tables.imports.insert(), given)
        for first in range(0, count, CHUNK):
            rows: Rows = {}
            for number in range(first, min(count, first + CHUNK)):
                received = now - timedelta(seconds=count - number)
                _delivery(rows, number, received, texts)
            _write(connection, rows)
        connection.execute(
            tables.followers.insert(), {"name": FOLLOWER, "seq": count, "at": clock.now()}
        )
        connection.commit()
        if connection.dialect.name == "postgresql":
            # what autovacuum does in a store that has grown over time
            loose = connection.execution_options(isolation_level="AUTOCOMMIT")
            loose.exec_driver_sql("VACUUM ANALYZE")


def delivery_id(number: int) -> UUID:
    """Return the id of a delivery: random, as those of imports are."""
    return UUID(bytes=hashlib.sha256(b"delivery%d" % number).digest()[:16])


def article_id(number: int) -> UUID:
    """Return the id of the article of a delivery."""
    return UUID(bytes=hashlib.sha256(b"article%d" % number).digest()[:16])


def is_joined(number: int) -> bool:
    """Tell whether an article founded a story that another has joined."""
    return number % STORY == 0 and _joins(number + STORY - 1)


def _write(connection: sa.Connection, rows: Rows) -> None:
    entries = rows.pop("search_entries")
    for table in ("deliveries", "texts", "articles", "story_heads", "change_log"):
        bulk.insert(connection, tables.metadata.tables[table], rows[table])
    _write_words(connection, entries)
    connection.commit()


def _write_words(connection: sa.Connection, entries: Sequence[dict[str, Any]]) -> None:
    if connection.dialect.name == "postgresql":
        bulk.copy(connection, tables.search_entries, entries)
        return
    found = [{name: each[name] for name in ("time_key", "article_id")} for each in entries]
    bulk.insert(connection, tables.search_entries, found)
    connection.exec_driver_sql(
        "INSERT INTO search_words (rowid, words) VALUES (?, ?)",
        [(each["time_key"], each["words"]) for each in entries],
    )


def _provider(number: int) -> str:
    if number < ENDED:
        return "ended"
    return "rare" if number % RARE == 1 else PROVIDERS[number % 4]


def _delivery(rows: Rows, number: int, received: datetime, texts: Texts) -> None:
    held = number % HELD == 0
    provider = _provider(number)
    rows.setdefault("deliveries", []).append(
        {
            "id": delivery_id(number),
            "name": f"{provider}/{number // 1000}/story-{number}.html",
            "provider": provider,
            "sha256": hashlib.sha256(b"%d" % number).hexdigest(),
            "size": 20_000,
            "lane": "bulk" if number % 2 else "live",
            "received_at": received,
            "import_id": IMPORT if number % 2 else None,
            "state": "done",
            "attempts": 1,
            "finished_at": received + timedelta(milliseconds=300),
            "outcome": "quarantined" if held else "near_duplicate" if _joins(number) else "new",
            "reason": REASONS[number // HELD % len(REASONS)] if held else None,
            "detail": "there is no article in it" if held else None,
            "items": {"new": 1},
            "timings": {"queue": 3.0, "parse": 9.0 + number % 7, "store": 2.0, "total": 15.0},
        }
    )
    if not held:
        _article(rows, number, received, texts)


def _joins(number: int) -> bool:
    return number % STORY == STORY - 1 and (number - STORY + 1) % HELD != 0


def _article(rows: Rows, number: int, received: datetime, texts: Texts) -> None:
    story = article_id(number - STORY + 1) if _joins(number) else article_id(number)
    text_hash = hashlib.sha256(b"text%d" % number).digest()[:16]
    paragraphs, headline = texts.paragraphs(), texts.words(6).capitalize()
    rows.setdefault("texts", []).append({"id": number, "text_hash": text_hash, "features": b""})
    rows.setdefault("articles", []).append(
        {
            **{column: [] for column in ("authors", "editors", "keywords", "notes")},
            "id": article_id(number),
            "delivery_id": delivery_id(number),
            "item": "",
            "provider": _provider(number),
            "received_at": received,
            "headline": headline,
            "body": "\n\n".join(paragraphs),
            "source": "The Rare Gazette" if number % RARE == 2 else "The Wire",
            "published_at": received,
            "language": "eo" if number % RARE == 3 else "en",
            "pub_status": "usable",
            "parser": "web_page/1",
            "provenance": {"headline": {"source": "json-ld"}},
            "text_id": number,
            "content_hash": text_hash,
            "title": b"",
            "length": 120,
            "versioned_at": received,
            "ordinal": 1,
            "current": True,
            "story_id": story,
            "verdict": "near_duplicate" if _joins(number) else "new",
        }
    )
    if not _joins(number):
        head = {"id": story, "canonical_id": story, "members": 1 + is_joined(number)}
        rows.setdefault("story_heads", []).append(head)
    change = {"seq": number + 1, "at": received, "kind": "article_stored", "detail": {}}
    change |= {"article_id": article_id(number), "story_id": story}
    rows.setdefault("change_log", []).append(change)
    # of the text its first paragraph alone: the whole would take a third of an hour
    entry = {"time_key": time_key(received, number + 1), "article_id": article_id(number)}
    entry["words"] = searchable((headline, paragraphs[0]))
    rows.setdefault("search_entries", []).append(entry)
