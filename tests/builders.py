"""Values for tests, with what a test does not care about filled in."""

from __future__ import annotations

import hashlib
import json
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from shared.domain import filing
from shared.domain.article import Article
from shared.domain.delivery import Delivery, Lane
from workers.dedup.texts.fingerprint import fingerprint
from workers.normalise.urls import identity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.filing import Filing
    from shared.domain.story import Fingerprint

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
"""The moment at which tests take place."""

FOREST = (
    "The city council voted late on Tuesday to buy the old forest north of the river.",
    "Mayor Ida Holm said the purchase would cost 4.2 million and end a dispute of eleven years.",
    "Loggers who had leased 60 hectares until 2031 will be paid for the trees that stay.",
    "Opponents announced that they would ask the regional court to look at the contract.",
    "The forest, planted in 1874, is the only one in the district that is open to walkers.",
)
"""A text long enough to be compared."""

FOREST_TEXT = "City buys old forest\n\n" + "\n\n".join(FOREST) + "\n"
"""The same as a file of plain text, below its headline."""

HARBOUR = (
    "A grain ship ran aground at the mouth of the harbour in thick fog on Friday morning.",
    "None of its 19 sailors was hurt, and no fuel has leaked, the coast guard said at noon.",
    "Two tugs from the neighbouring port will try to pull it free with the evening tide.",
    "Ferries to the islands are held back until the channel has been measured again.",
)
"""Another one, that shares nothing with the first."""
HARBOUR_TEXT = "Ship aground at harbour mouth\n\n" + "\n\n".join(HARBOUR) + "\n"


def at(minutes: float = 0, *, days: float = 0) -> datetime:
    """Return a moment so long after noon."""
    return NOON + timedelta(minutes=minutes, days=days)


def delivery(**given: Any) -> Delivery:
    """Return a delivery; its bytes are its own unless `sha256` says otherwise."""
    delivery_id = given.pop("id", None) or uuid4()
    values: dict[str, Any] = {
        "id": delivery_id,
        "name": "story.txt",
        "provider": "default",
        "sha256": hashlib.sha256(delivery_id.bytes).hexdigest(),
        "size": 100,
        "lane": Lane.LIVE,
        "received_at": NOON,
    }
    return Delivery(**(values | given))


def article(**given: Any) -> Article:
    """Return an article about a forest."""
    values: dict[str, Any] = {
        "headline": "City buys old forest",
        "body": FOREST,
        "provider": "default",
        "published_at": NOON,
        "language": "en",
        "parser": "test/1",
    }
    return Article(**(values | given))


def fingerprint_of(headline: str, body: Sequence[str], language: str | None = None) -> Fingerprint:
    """Return the fingerprint of an article that says no more than a headline and paragraphs."""
    return fingerprint(
        Article(headline=headline, body=tuple(body), provider="default", language=language)
    )


def filed(
    written: Article, *, delivery_id: UUID, received_at: datetime = NOON, sha256: str | None = None
) -> Filing:
    """Return the filing of an article."""
    return filing.file(
        written,
        fingerprint(written),
        delivery_id=delivery_id,
        sha256=sha256 or hashlib.sha256(delivery_id.bytes).hexdigest(),
        received_at=received_at,
        address=identity(written.url) if written.url else None,
    )


def json_lines(count: int, words: int = 60, first: int = 0) -> str:
    """Return a delivery of so many articles that have nothing in common."""
    lines = []
    for number in range(first, first + count):
        chosen = random.Random(number)
        body = " ".join(f"w{chosen.randrange(10**6)}" for _ in range(words))
        lines.append(json.dumps({"headline": f"Report {number}", "body": body}))
    return "\n".join(lines)
