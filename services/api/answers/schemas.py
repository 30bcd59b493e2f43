"""
The wire shape: what `parse`, `export` and the API write, and others rely on.

Times are ISO 8601 in UTC (`2020-11-18T16:42:35Z`). Keys may be added, never lost or changed.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - pydantic reads the annotations
from datetime import datetime  # noqa: TC003 - pydantic reads the annotations
from typing import Any
from uuid import UUID  # noqa: TC003 - pydantic reads the annotations

from pydantic import BaseModel, ConfigDict, Field

from services.telling.wire import Change  # noqa: TC001 - pydantic reads the annotations


class Wire(BaseModel):
    """Made from a row or a mapping; what a row holds besides stays here."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Item(Wire):
    """One article as it was read: a line of `copydesk parse`."""

    file: str
    item: str = ""
    """Its place inside the file; empty where there is just one."""
    headline: str | None = None
    authors: list[str] = []
    editors: list[str] = []
    source: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    language: str | None = None
    url: str | None = None
    guid: str | None = None
    keywords: list[str] = []
    body: str | None = None
    """Paragraphs with a blank line between."""
    parser: str | None = None
    provenance: Mapping[str, Any] = {}
    """By field: `source`, and where there is something to say `assumed`, `written`, `others`."""
    error: str | None = None
    """`reason: detail` of what could not be taken."""


class StoredItem(Item):
    """One stored article: a line of `copydesk export`."""

    id: UUID
    delivery: UUID = Field(validation_alias="delivery_id")
    outcome: str
    story_id: UUID
    canonical: bool
    version: int
    """Its place among the versions of its item, from 1."""
    supersedes: UUID | None = None
    provider: str
    received_at: datetime
    current: bool = True
    """Whether it is the one to read of its item."""
    reissue: str | None = None
    """How its provider marks it: `correction`, `update`; with the number of the mark `update 2`."""


class Article(StoredItem):
    """One stored article over HTTP."""

    pub_status: str
    embargoed_until: datetime | None = None
    dateline: str | None = None
    slugline: str | None = None
    section: str | None = None
    item_id: UUID | None = None
    """The same for all versions of one item."""
    notes: list[str] = []
    """What was assumed or mended on the way."""


class ArticlePage(Wire):
    """Articles, newest first: by the time published, else received."""

    articles: list[Article]
    next: UUID | None = None
    """Give it as `after` for the next page; null: this was the last."""


class Link(Wire):
    """Why two articles are in one story. Similarities are 0 to 1."""

    left: UUID = Field(validation_alias="left_id")
    right: UUID = Field(validation_alias="right_id")
    rule: str
    jaccard: float
    containment: float
    title: float
    numbers: float
    days: float | None = None


class Member(Wire):
    """An article of a story, without its text."""

    id: UUID
    headline: str
    source: str | None = None
    provider: str
    published_at: datetime | None = None
    received_at: datetime
    outcome: str
    canonical: bool
    current: bool
    version: int
    delivery: UUID = Field(validation_alias="delivery_id")
    file: str


class Story(Wire):
    """Near-duplicates that belong together."""

    id: UUID
    canonical: UUID | None = Field(default=None, validation_alias="canonical_id")
    """The article to show; null where none may be shown."""
    headline: str | None = None
    source: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    members: list[Member]
    links: list[Link]


class ChangePage(Wire):
    """The feed after a number, oldest first, in the order of commits and without gaps."""

    changes: list[Change]
    next: int
    """Give it as `since` for what comes after."""


class Delivery(Wire):
    """One file as it was received, and what became of it."""

    id: UUID
    name: str
    provider: str
    sha256: str
    size: int
    lane: str
    received_at: datetime
    modified_at: datetime | None = None
    import_id: UUID | None = None
    state: str
    attempts: int
    finished_at: datetime | None = None
    outcome: str | None = None
    reason: str | None = None
    detail: str | None = None
    same_as: UUID | None = None
    """The first delivery of the same bytes."""
    items: Mapping[str, int] | None = None
    """Items by the word that each earned; of a long container also while it is read."""
    timings: Mapping[str, float] | None = None
    """Milliseconds by stage."""


class RejectedItem(Wire):
    """An item of a delivery that was not taken."""

    item: str
    reason: str
    detail: str


class DeliveryWhole(Delivery):
    """A delivery with what came of it."""

    articles: list[Member]
    rejected_items: list[RejectedItem]


class DeliveryPage(Wire):
    """Deliveries, newest first."""

    deliveries: list[Delivery]
    next: UUID | None = None
    """Give it as `before` for the next page; null: this was the last."""
