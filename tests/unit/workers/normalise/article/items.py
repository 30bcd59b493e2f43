"""Items with the claims of a test, and the articles that they become."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from shared.domain.article import Claim, Field, RawItem
from workers.normalise.article import normalise
from workers.normalise.claims.choosing import Profile

if TYPE_CHECKING:
    from shared.domain.article import Article


NOW = datetime(2026, 11, 24, tzinfo=UTC)

BODY = (
    "The government said that it would look at the figures before it decides on new rules.",
    "Engineers have warned of a slump, and the minister is not sure that help will be enough.",
)


def item(body: tuple[str, ...] = BODY, **claims: str | tuple[Claim, ...]) -> RawItem:
    """Build an item; a claim given as text comes from `test`."""
    return RawItem(
        body=body,
        body_source="paragraphs",
        claims={
            Field(name): value if isinstance(value, tuple) else (Claim(value, "test"),)
            for name, value in claims.items()
        },
        item="3",
        parser="test/1",
    )


def read(raw: RawItem, **profile: Any) -> Article:
    """Normalise with a profile."""
    return normalise(raw, Profile(**profile), now=NOW)
