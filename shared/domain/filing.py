"""A filing: one article on its way into the store, with all that the store needs to know."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from shared.domain.story import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from shared.domain.article import Article
    from shared.domain.story import Fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One article of one delivery, fingerprinted."""

    article: Article
    entry: Entry
    fingerprint: Fingerprint
    delivery_id: UUID
    received_at: datetime


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
    return Filing(
        article=article,
        fingerprint=fingerprint,
        delivery_id=delivery_id,
        received_at=received_at,
        entry=Entry(
            article_id=article_id(sha256, article.item),
            item_id=item_id(article, address),
            story_id=None,
            text_hash=fingerprint.text_hash,
            content_hash=fingerprint.content_hash,
            title=fingerprint.title,
            length=fingerprint.length,
            published_at=article.published_at,
            versioned_at=article.updated_at or article.published_at or received_at,
            version=article.version,
            pub_status=article.pub_status,
        ),
    )


def article_id(sha256: str, item: str) -> UUID:
    """Return the id of an item of a delivery: the same bytes give the same id, anywhere."""
    return _digest("article", sha256, item)


def item_id(article: Article, address: str | None) -> UUID | None:
    """
    Return what all versions of an item share: provider and guid, else provider and address.

    `address` is what the URLs of one article share; None where there is none, or where it is a
    front page's, which is no one item's address.
    """
    if article.guid:
        return _digest("guid", article.provider, article.guid)
    if address:
        return _digest("url", article.provider, address)
    return None


def _digest(*parts: str) -> UUID:
    """Return a UUID (version 8: made by our own rule) from a hash of the parts."""
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16)
    value = int.from_bytes(digest.digest())
    value = (value & ~(0xF << 76)) | (8 << 76)
    return UUID(int=(value & ~(0x3 << 62)) | (0x2 << 62))
