"""A filing: one article on its way into the store, with all that the store needs to know."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from shared.domain.article import DAY_ALONE, Field, PubStatus
from shared.domain.story import Entry
from shared.domain.values import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from shared.domain.article import Article
    from shared.domain.story import Fingerprint


_COUNTED = re.compile(r"[^\W\d_]{0,3}[-_#. ]?\d{1,8}")
"""A number of up to eight digits, with a letter or two before it at the most: `17`, `a-3`."""

_NUMBER = re.compile(r"[0-9]{1,9}")

_TO_ITS_END = timedelta(hours=23, minutes=59, seconds=59)

AIM_DAYS = 7
"""A notice speaks of an article of the week before it: after that, of another of that headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One article of one delivery, fingerprinted."""

    article: Article
    entry: Entry
    fingerprint: Fingerprint
    delivery_id: UUID
    received_at: datetime
    former_id: UUID | None = None
    """What an older Copydesk called the article, if it has read the same bytes."""


def file(
    article: Article,
    fingerprint: Fingerprint,
    *,
    delivery_id: UUID,
    sha256: str,
    received_at: datetime,
    address: str | None,
) -> Filing:
    """Return the filing of an article; its id derives from the bytes it came from alone."""
    former = former_id(sha256, article.item)
    return Filing(
        article=article,
        fingerprint=fingerprint,
        delivery_id=delivery_id,
        received_at=received_at,
        former_id=former,
        entry=entry(
            article,
            fingerprint,
            article_id=_arranged(former, sha256, article.item),
            versioned_at=_versioned_at(article, fingerprint, received_at),
            address=address,
        ),
    )


def entry(
    article: Article,
    fingerprint: Fingerprint,
    *,
    article_id: UUID,
    versioned_at: datetime,
    address: str | None,
) -> Entry:
    """
    Return an article as deduplication sees it, before it has a place.

    `address` is what the URLs of one article share; None where there is none, or where it is a
    front page's, which is no one item's address.
    """
    identity, local_id = _names(article, address)
    notice = fingerprint.notice
    killing = notice is not None and not notice.replaces
    return Entry(
        article_id=article_id,
        provider=article.provider,
        identity=identity,
        local_id=local_id,
        story_id=None,
        text_hash=fingerprint.text_hash,
        content_hash=fingerprint.content_hash,
        title=fingerprint.title,
        length=fingerprint.length,
        published_at=article.published_at,
        versioned_at=versioned_at,
        version=article.version,
        reissue=fingerprint.reissue,
        pub_status=PubStatus.CANCELED if killing else article.pub_status,
        embargoed_until=article.embargoed_until,
        source=article.source.casefold() if article.source else None,
        headline=fingerprint.headline,
        aim=notice.headline if notice else None,
        reason=notice.reason if notice else None,
    )


def article_id(sha256: str, item: str) -> UUID:
    """
    Return the id of an item of a delivery: the same bytes give the same id, anywhere.

    It begins with the hash of the bytes, then the item's number in hundreds: what came in one file
    lies together in every index of ids, where each article else has a page of its own.
    """
    return _arranged(former_id(sha256, item), sha256, item)


def former_id(sha256: str, item: str) -> UUID:
    """Return what `article_id` gave until migration 0011; the last 20 digits are the same."""
    return _digest("article", sha256, item)


def _versioned_at(article: Article, fingerprint: Fingerprint, received_at: datetime) -> datetime:
    """
    Return the time that orders versions.

    Of what takes another's place and states its day alone it is that day's end: at 00:00 it would
    stand before all that came on the day, and what it corrects or kills was among them.
    """
    known = article.updated_at or article.published_at
    if known is None:
        return received_at
    name = Field.UPDATED if article.updated_at else Field.PUBLISHED
    stated = article.provenance.get(name)
    if stated is None or DAY_ALONE not in (stated.assumed or ""):
        return known
    speaks = fingerprint.reissue or fingerprint.notice
    return known + _TO_ITS_END if speaks or article.pub_status is PubStatus.CANCELED else known


def _arranged(former: UUID, sha256: str, item: str) -> UUID:
    numbers = _NUMBER.findall(item)
    hundred = int(numbers[-1]) // 100 % 2**16 if numbers else 0
    return UUID(int=int(sha256[:8], 16) << 96 | hundred << 80 | former.int % 2**80)


def _names(article: Article, address: str | None) -> tuple[UUID | None, UUID | None]:
    """
    Return what identifies an item by itself, and what does so only beside other evidence.

    A guid such as `17` counts the lines of a file: two files of one provider have it for strangers.
    """
    local = article.guid is not None and _COUNTED.fullmatch(article.guid) is not None
    named = _digest("guid", article.provider, article.guid) if article.guid else None
    if named and not local:
        return named, None
    return _digest("url", article.provider, address) if address else None, named


def _digest(*parts: str) -> UUID:
    """Return a UUID (version 8: made by our own rule) from a hash of the parts."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    value = int.from_bytes(digest.digest())
    value = (value & ~(0xF << 76)) | (8 << 76)
    return UUID(int=(value & ~(0x3 << 62)) | (0x2 << 62))
