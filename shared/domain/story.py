"""What deduplication knows and decides: fingerprints, evidence, verdicts, stories."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from shared.domain.article import PubStatus
from shared.domain.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from shared.domain.notice import Notice
    from shared.domain.reissue import Reissue

BRIEF_LENGTH = 40
"""Tokens of a body below which it is a sentence or two, that others of its story begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """
    All that deduplication keeps of an article's text: a pure function of the article.

    `keys` and `features` belong to the text (`text_hash`), `title` to the article. Storage treats
    `features` and `title` as opaque bytes.
    """

    text_hash: bytes
    """16 bytes; equal exactly when the normalised bodies are the same."""
    content_hash: bytes
    """16 bytes; equal exactly when the normalised headlines and bodies are the same."""
    keys: tuple[int, ...]
    """Signed 64-bit candidate keys: two texts that share one are worth comparing."""
    features: bytes
    """What `compare` needs of the text: shingles and numbers."""
    title: bytes
    """What `compare` needs of the headline: its words and its markers."""
    length: int
    """Tokens of the body."""
    reissue: Reissue | None = None
    """What the article's own marks say of its coming again."""
    headline: int | None = None
    """40 bits; equal where the headlines are, but for dress and marks. None: there is none."""
    notice: Notice | None = None
    """What it says of another article, where it is a kill notice or the like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One article, new or stored, as deduplication sees it."""

    article_id: UUID
    provider: str
    identity: UUID | None = None
    """What its provider calls it: from (provider, guid) or (provider, URL)."""
    local_id: UUID | None = None
    """A name that says little (`17`): it counts only beside other evidence; see `filing`."""
    item_id: UUID | None = None
    """The same for all versions of one item; None for one that is not stored, and for a loner."""
    story_id: UUID | None
    """None for an article that is not stored yet."""
    text_hash: bytes
    content_hash: bytes
    title: bytes
    length: int
    published_at: datetime | None
    versioned_at: datetime
    """The time that orders versions: updated, else published, else received."""
    version: int | None
    reissue: Reissue | None = None
    pub_status: PubStatus
    embargoed_until: datetime | None = None
    source: str | None = None
    """The agency or publisher that it names, in small letters."""
    headline: int | None = None
    """See `Fingerprint`."""
    aim: int | None = None
    """The headline of the article that it takes back (`CANCELED`) or replaces; see `Notice`."""
    reason: str | None = None
    """Why it takes it back; None for a stored one, where nobody asks."""

    @property
    def is_notice(self) -> bool:
        """Whether it takes another article back by its headline."""
        return self.aim is not None and self.pub_status is PubStatus.CANCELED

    @property
    def founder_key(self) -> tuple[float, int, bytes, int]:
        """Smallest for the article that gives its story its name."""
        published = self.published_at.timestamp() if self.published_at else float("inf")
        return (published, -self.length, self.content_hash, self.article_id.int)

    @property
    def is_brief(self) -> bool:
        """Whether it is a flash, a teaser or a caption: a story shows a fuller text instead."""
        return self.length < BRIEF_LENGTH

    def waits(self, begun: datetime | None) -> bool:
        """Tell whether an embargo ends after its item was first published, at `begun`."""
        until = self.embargoed_until
        return until is not None and (begun is None or until > begun)

    def face_key(self, begun: datetime | None) -> tuple[float, float, int, bytes, int]:
        """
        Smallest for the article to show of a story, whose item was first published at `begun`.

        As the founder; but a correction has the place of what it corrects, or else the copies of
        the wrong text would be shown; and what is under embargo that of its end, or else a story
        that others were free to print would not be seen until then.
        """
        shown_from = begun.timestamp() if begun else float("inf")
        until = self.embargoed_until.timestamp() if self.embargoed_until else float("-inf")
        last = (-self.length, self.content_hash, self.article_id.int)
        return (max(shown_from, until), until, *last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why two articles are, or are not, near-duplicates. Similarities are 0 to 1."""

    rule: str
    """The name and version of the clause that decided."""
    jaccard: float
    containment: float
    title: float
    numbers: float
    days: float | None
    """Distance in time of publication; None where one of them has no date."""


@dataclass(frozen=True, slots=True)
class Link:
    """A verified pair; `left` is the smaller id."""

    left: UUID
    right: UUID
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class New:
    """Nothing like it is stored."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A later text of an item that is stored."""

    supersedes: UUID


@dataclass(frozen=True, slots=True)
class Stale:
    """An earlier text of an item whose later version is already stored."""

    current: UUID


@dataclass(frozen=True, slots=True)
class ExactDuplicate:
    """The same normalised text as a stored article."""

    of: UUID


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Verified against at least one stored article; `link` is the strongest evidence."""

    of: UUID
    link: Link


Verdict: TypeAlias = "New | NewVersion | Stale | ExactDuplicate | NearDuplicate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where an article stands among the versions of its item; derived, never from arrival."""

    article_id: UUID
    item_id: UUID | None = None
    """What all versions of its item share; None for an article that is alone."""
    ordinal: int = 1
    """1 for the first version; equal texts in a row share the number."""
    supersedes: UUID | None = None
    """The article of the version before."""
    current: bool = True
    """Whether it is the one to read of its item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What storage knows around a batch of new articles."""

    entries: tuple[Entry, ...] = ()
    """
    Stored articles that share a text, a name or a candidate key with any of the batch, and all
    members of their items.
    """
    features: Mapping[bytes, bytes] = field(default_factory=dict)
    """`text_hash` → features, for the entries that are candidates."""
    candidates: Mapping[bytes, frozenset[bytes]] = field(default_factory=dict)
    """`text_hash` of the batch → text hashes of stored texts that share a key with it."""
    founders: Mapping[UUID, Entry] = field(default_factory=dict)
    """Story → its founding article, for the stories of `entries`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is to be written for a batch."""

    verdicts: Mapping[UUID, Verdict]
    """New article → verdict, in the order of the batch."""
    stories: Mapping[UUID, UUID]
    """New article → its story."""
    merges: Mapping[UUID, UUID]
    """Stored story that ends → the story that its members now belong to."""
    standings: tuple[Standing, ...]
    """Of each new article, and of stored ones whose item has a new member."""
    links: tuple[Link, ...]
