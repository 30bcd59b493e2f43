"""The API's questions to the store, answered in the wire shape. Read-only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from services.api.answers.schemas import (
    Article,
    ArticlePage,
    ChangePage,
    Delivery,
    DeliveryPage,
    DeliveryWhole,
    Story,
)
from services.api.asking.versions import Versions, versions_of
from services.telling.wire import Change
from shared import clock
from shared.domain.article import PubStatus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from services.api.asking.parameters import ArticlesAsked, DeliveriesAsked
    from shared.storage import Storage
    from shared.storage.reading import Reading, Row


OF_ITS_FACE: Final = ("canonical_id", "headline", "source", "published_at", "language")
"""What a story says of the article that it shows."""


def may_be_shown(pub_status: str, embargoed_until: datetime | None) -> bool:
    """Return whether readers may see an article now: neither withheld nor under embargo."""
    free = embargoed_until is None or embargoed_until <= clock.now()
    return free and pub_status == PubStatus.USABLE


def _shown(reading: Reading, rows: Sequence[Row]) -> list[Row]:
    """Return what may be shown: nothing under embargo, and no version of a killed article."""
    killed = reading.killed({row["item_id"] for row in rows if row["item_id"]})
    return [
        row
        for row in rows
        if row["item_id"] not in killed and may_be_shown(row["pub_status"], row["embargoed_until"])
    ]


class Queries:
    """Each answer comes from one consistent look at the store."""

    def __init__(self, storage: Storage) -> None:
        """Take the store."""
        self._storage = storage

    def articles(self, asked: ArticlesAsked) -> ArticlePage:
        """Return a page of the articles that may be shown."""
        with self._storage.reading() as reading:
            rows, further = reading.published_page(
                filters=asked.filters,
                published_from=asked.published_from,
                published_to=asked.published_to,
                canonical_only=asked.canonical,
                search=asked.search,
                after=asked.after,
                limit=asked.limit,
            )
        return ArticlePage.model_validate({"articles": rows, "next": further})

    def article(self, article_id: UUID) -> Article | None:
        """Return one article of any standing."""
        with self._storage.reading() as reading:
            row = reading.article(article_id)
        return Article.model_validate(row) if row else None

    def versions(self, article_id: UUID) -> Versions | None:
        """Return the versions and copies of an article's item that may be shown."""
        with self._storage.reading() as reading:
            rows = reading.versions(article_id)
            shown, kill = _shown(reading, rows), reading.withdrawal(article_id)
        return versions_of(shown, kill) if rows else None

    def withdrawal(self, article_id: UUID) -> str | None:
        """Say why an article is no more: its provider withdrew it, or it is read no longer."""
        with self._storage.reading() as reading:
            row, kill = reading.article(article_id), reading.withdrawal(article_id)
            if row is None and (former := reading.former_readings(article_id)):
                return f"{former[0]['delivery_id']} was read again, and this is no article of it"
        if kill is None and (row is None or row["pub_status"] != PubStatus.CANCELED):
            return None
        said = f"article {article_id} was withdrawn by its provider"
        return f"{said}: {kill['reason']}" if kill and kill["reason"] else said

    def story(self, story_id: UUID) -> Story | UUID | None:
        """Return a story with its members and what holds it together, or the one it became."""
        with self._storage.reading() as reading:
            row = reading.story(story_id)
            if row is None:
                return None
            if row["merged_into"] is not None:
                merged: UUID = row["merged_into"]
                return merged
            members = _shown(reading, reading.members(story_id))
            links = reading.links(story_id)
        if row["canonical_id"] not in {each["id"] for each in members}:
            row |= dict.fromkeys(OF_ITS_FACE)
        return Story.model_validate({**row, "members": members, "links": links})

    def changes(self, since: int, limit: int) -> ChangePage:
        """Return the feed after a number."""
        with self._storage.reading() as reading:
            rows = reading.changes(since, limit)
        return ChangePage(
            changes=[Change.model_validate(row) for row in rows],
            next=rows[-1]["seq"] if rows else since,
        )

    def deliveries(self, asked: DeliveriesAsked) -> DeliveryPage:
        """Return a page of deliveries."""
        with self._storage.reading() as reading:
            rows, further = reading.delivery_page(
                filters=asked.filters, before=asked.before, limit=asked.limit
            )
        page = [Delivery.model_validate(row) for row in rows]
        return DeliveryPage(deliveries=page, next=further)

    def delivery(self, delivery_id: UUID) -> DeliveryWhole | None:
        """Return a delivery with what may be shown of its articles, and what was not taken."""
        with self._storage.reading() as reading:
            row = reading.delivery(delivery_id)
            if row is None:
                return None
            articles = _shown(reading, reading.of_deliveries([delivery_id]))
            rejected = reading.rejected_items(delivery_id)
        return DeliveryWhole.model_validate(
            {**row, "articles": articles, "rejected_items": rejected}
        )
