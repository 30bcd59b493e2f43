"""A store with very many deliveries, articles and stories, written without reading any file."""

from __future__ import annotations

import hashlib
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from shared import clock
from shared.errors import Reason
from shared.storage import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from shared.storage import Storage

CHUNK: Final = 5_000

HELD: Final = 10
"""One delivery of so many is in quarantine: 100,000 of a million."""

STORY: Final = 4
"""Every so many articles, the last joins the story of the first."""

REASONS: Final = (*[Reason.NO_ARTICLE] * 6, *[Reason.MALFORMED] * 3, Reason.EMPTY)
PROVIDERS: Final = ("agency", "courier", "herald", "wire")
WORDS: Final = ("harbour", "council", "forest", "ferry", "minister", "report", "valley", "border")
IMPORT: Final = UUID(int=1)

TABLES: Final = (
    tables.deliveries,
    tables.texts,
    tables.articles,
    tables.story_heads,
    tables.change_log,
)

Rows = dict[str, list[dict[str, Any]]]


def fill(storage: Storage, count: int) -> None:
    """Write so many deliveries, a second apart, and an article for each that is not held."""
    now, chosen = clock.now(), random.Random(7)
    with storage.engine.connect() as connection:
        given = {"id": IMPORT, "paths": ["/archive"], "started_at": now, "read_at": now}
        connection.execute(tables.imports.insert(), given)
        for first in range(0, count, CHUNK):
            rows: Rows = {table.name: [] for table in TABLES}
            for number in range(first, min(count, first + CHUNK)):
                received = now - timedelta(seconds=count - number)
                _delivery(rows, number, received, chosen)
            for table in TABLES:
                if rows[table.name]:
                    connection.execute(table.insert(), rows[table.name])
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


def _delivery(rows: Rows, number: int, received: datetime, chosen: random.Random) -> None:
    held = number % HELD == 0
    rows["deliveries"].append(
        {
            "id": delivery_id(number),
            "name": f"{PROVIDERS[number % 4]}/{number // 1000}/story-{number}.html",
            "provider": PROVIDERS[number % 4],
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
        _article(rows, number, received, chosen)


def _joins(number: int) -> bool:
    return number % STORY == STORY - 1 and (number - STORY + 1) % HELD != 0


def _article(rows: Rows, number: int, received: datetime, chosen: random.Random) -> None:
    story = article_id(number - STORY + 1) if _joins(number) else article_id(number)
    text_hash = hashlib.sha256(b"text%d" % number).digest()[:16]
    paragraphs = [" ".join(chosen.choices(WORDS, k=40)).capitalize() + "." for _ in range(3)]
    rows["texts"].append({"id": number, "text_hash": text_hash, "features": b""})
    rows["articles"].append(
        {
            **{column: [] for column in ("authors", "editors", "keywords", "notes")},
            "id": article_id(number),
            "delivery_id": delivery_id(number),
            "item": "",
            "provider": PROVIDERS[number % 4],
            "received_at": received,
            "headline": " ".join(chosen.choices(WORDS, k=6)).capitalize(),
            "body": "\n\n".join(paragraphs),
            "source": "The Wire",
            "published_at": received,
            "language": "en",
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
        head = {"id": story, "canonical_id": story, "members": 1 + _is_joined(number)}
        rows["story_heads"].append(head)
    change = {"seq": number + 1, "at": received, "kind": "article_stored", "detail": {}}
    rows["change_log"].append({**change, "article_id": article_id(number), "story_id": story})


def _is_joined(number: int) -> bool:
    return number % STORY == 0 and _joins(number + STORY - 1)


def pages(count: int) -> Iterator[tuple[str, str]]:
    """Yield the name and address of each page that is measured."""
    middle = count // 2 + 1
    cursor = delivery_id(count // 10)
    story = next(n for n in range(middle, count) if n % HELD and _is_joined(n))
    yield "first page", "/desk/"
    yield "deliveries", "/desk/deliveries"
    yield "… far back", f"/desk/deliveries?before={cursor}"
    yield "… quarantined", "/desk/deliveries?outcome=quarantined"
    yield "… of a rare reason", "/desk/deliveries?reason=empty"
    yield "… of a provider", "/desk/deliveries?provider=wire"
    yield "… of a provider, held", "/desk/deliveries?provider=wire&outcome=quarantined"
    yield "… of an import", f"/desk/deliveries?import_id={IMPORT}"
    yield "… waiting", "/desk/deliveries?state=received"
    yield "… a whole name", f"/desk/deliveries?name=wire/0/story-{STORY - 1}.html"
    yield "… a part of a name", "/desk/deliveries?name=no-such-part"
    yield "one delivery", f"/desk/deliveries/{delivery_id(middle)}"
    yield "quarantine", "/desk/quarantine"
    yield "… far back", f"/desk/quarantine?before={delivery_id(count // 10 // HELD * HELD)}"
    yield "… of a reason", "/desk/quarantine?reason=malformed"
    yield "stories", "/desk/stories"
    yield "… with copies", "/desk/stories?several=true"
    yield "one story", f"/desk/stories/{article_id(story)}"
    yield "articles", "/desk/articles"
    yield "… of a provider", "/desk/articles?provider=wire"
    yield "one article", f"/desk/articles/{article_id(story)}"
    yield "imports", "/desk/imports"
