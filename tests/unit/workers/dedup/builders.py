"""Articles for the tests of deduplication: made of plain sentences, stored as entries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from shared.domain.article import PubStatus
from shared.domain.story import Entry, Fingerprint
from tests.builders import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
NAMES = UUID("6ba7b810-9dad-41d1-80b4-00c04fd430c8")

FLOOD = (
    "The river rose above the quay shortly before dawn and took the fish market with it.",
    (
        "Two hundred families were brought to the school on the hill, where the mayor's office had"
        " put up beds, blankets and a kitchen that served soup to all who came."
    ),
    "Engineers said that the old sluice, built in 1911, had given way after nine days of rain.",
    "A new one has been promised by three governments and paid for by none of them so far.",
    (
        "The regional council will meet on Thursday to decide who shall pay for the repairs, which"
        " a first estimate puts at 14 million, half of the town's yearly budget."
    ),
)
"""A story of 100 words and a few."""
LORRY = (
    "A lorry struck the railway bridge at Harrow Lane on Monday evening and closed the line to the"
    " coast for six hours. Nobody was hurt, the police said. It was the ninth lorry in four years."
)


def article(
    name: str,
    headline: str = "River floods the old town",
    body: Sequence[str] = FLOOD,
    *,
    hours: float | None = 0,
    item: str | None = None,
    local: str | None = None,
    provider: str = "wire",
    version: int | None = None,
    at: float | None = None,
    pub_status: PubStatus = PubStatus.USABLE,
    source: str | None = None,
    embargo: float | None = None,
) -> tuple[Entry, Fingerprint]:
    """Return an entry, named for its id, times in hours after noon, and its fingerprint."""
    print_ = fingerprint_of(headline, body)
    notice = print_.notice
    killing = notice is not None and not notice.replaces
    published = None if hours is None else NOON + timedelta(hours=hours)
    return Entry(
        article_id=uuid5(NAMES, name),
        provider=provider,
        identity=uuid5(NAMES, item) if item else None,
        local_id=uuid5(NAMES, local) if local else None,
        story_id=None,
        text_hash=print_.text_hash,
        content_hash=print_.content_hash,
        title=print_.title,
        length=print_.length,
        published_at=published,
        versioned_at=(published or NOON) if at is None else NOON + timedelta(hours=at),
        version=version,
        reissue=print_.reissue,
        pub_status=PubStatus.CANCELED if killing else pub_status,
        embargoed_until=None if embargo is None else NOON + timedelta(hours=embargo),
        source=source,
        headline=print_.headline,
        aim=notice.headline if notice else None,
        reason=notice.reason if notice else None,
    ), print_


def named(name: str) -> UUID:
    """Return the id of the article that was built under a name."""
    return uuid5(NAMES, name)
