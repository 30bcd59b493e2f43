"""What a parser read (`RawItem`) and what Copydesk made of it (`Article`)."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


class Field(StrEnum):
    """What can be known about an article; the keys of claims and of provenance."""

    HEADLINE = "headline"
    AUTHOR = "author"
    EDITOR = "editor"
    SOURCE = "source"
    """The publisher or agency that the text names, not who delivered it."""
    PUBLISHED = "published"
    UPDATED = "updated"
    EMBARGO = "embargo"
    LANGUAGE = "language"
    URL = "url"
    GUID = "guid"
    VERSION = "version"
    PUB_STATUS = "pub_status"
    DATELINE = "dateline"
    SLUGLINE = "slugline"
    SECTION = "section"
    KEYWORD = "keyword"
    BODY = "body"


class PubStatus(StrEnum):
    """The IPTC publication status; a kill is `canceled`."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One piece of evidence for one field, in the provider's own words.

    A field with several values from one place (three authors of one JSON-LD block) is several
    claims with the same `source`; claims of other sources compete with them.
    """

    value: str
    source: str
    """Where it stood, for people: `json-ld`, `meta og:title`, `label line`, `byline pattern`."""
    weight: float = 1.0
    """How far to believe it, 0 to 1; among equals the first claim wins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """
    One article as a parser read it, before anything was cleaned or believed.

    `claims` maps a field to its evidence, best place first. The body comes apart from them: its
    paragraphs, as read.
    """

    body: tuple[str, ...]
    body_source: str
    """Which reading of the page or format gave the body: `blocks`, `json-ld articleBody`, …"""
    claims: Mapping[Field, tuple[Claim, ...]] = field(default_factory=dict)
    item: str = ""
    """The item's place inside its delivery (`3`, `a/b.html`); empty where there is just one."""
    parser: str = ""
    """`name/version` of the parser, set by the registry."""
    notes: tuple[str, ...] = ()
    """What was assumed or mended on the way (`charset assumed: windows-1252`)."""

    def first(self, name: Field) -> str | None:
        """Return the value of the heaviest claim for a field, or None where there is none."""
        claims = self.claims.get(name, ())
        return max(claims, key=lambda claim: claim.weight).value if claims else None


DAY_ALONE = "only the date is stated"
"""What is assumed of a time without a clock: it is taken to be 00:00 UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the value of one field came from, and what lost against it."""

    source: str
    assumed: str | None = None
    """What was not said and had to be taken as given: `zone UTC: none stated`."""
    written: str | None = None
    """A time as its source has it, with its zone and the day there; None where that is its UTC."""
    others: tuple[Claim, ...] = ()
    """The claims that lost, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """
    One normalised article.

    All text is NFC Unicode without control characters; `body` holds at least one non-empty
    paragraph; times are aware UTC; `language` is a BCP 47 tag.
    """

    headline: str
    body: tuple[str, ...]
    provider: str
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    embargoed_until: datetime | None = None
    language: str | None = None
    url: str | None = None
    guid: str | None = None
    version: int | None = None
    """The provider's own revision number; None where it gives none."""
    pub_status: PubStatus = PubStatus.USABLE
    dateline: str | None = None
    slugline: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    item: str = ""
    parser: str = ""
    notes: tuple[str, ...] = ()
    provenance: Mapping[Field, Provenance] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what no later stage could store or compare."""
        if not any(self.body):
            msg = "an article needs at least one paragraph"
            raise ValueError(msg)
        for moment in (self.published_at, self.updated_at, self.embargoed_until):
            if moment is not None and moment.utcoffset() != UTC.utcoffset(None):
                msg = f"times are aware UTC, not {moment!r}"
                raise ValueError(msg)

    @property
    def text(self) -> str:
        """The body with a blank line between paragraphs."""
        return "\n\n".join(self.body)
