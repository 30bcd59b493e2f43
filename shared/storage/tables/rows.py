"""Between frozen values and rows: one function for each direction and table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.domain.article import Article, PubStatus
from shared.domain.delivery import Delivery, Lane, OutcomeWord, State
from shared.domain.reissue import Reissue
from shared.domain.story import Entry, ExactDuplicate, NearDuplicate, NewVersion, Stale
from shared.storage.tables.headlines import headline_of, key_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    import sqlalchemy as sa

    from shared.domain.article import Field, Provenance
    from shared.domain.filing import Filing
    from shared.domain.story import Link, Standing, Verdict


DELIVERY = (
    *("id", "name", "provider", "sha256", "size", "lane", "received_at", "modified_at", "state"),
    *("attempts", "import_id", "outcome", "reason", "detail", "rereading"),
)
"""The columns of `deliveries` that make a `Delivery`."""


def delivery_of(row: Mapping[str, Any]) -> Delivery:
    """Return the delivery that a row of `deliveries` holds."""
    return Delivery(
        id=row["id"],
        name=row["name"],
        provider=row["provider"],
        sha256=row["sha256"],
        size=row["size"],
        lane=Lane(row["lane"]),
        received_at=row["received_at"],
        modified_at=row["modified_at"],
        state=State(row["state"]),
        attempts=row["attempts"],
        import_id=row["import_id"],
        outcome=OutcomeWord(row["outcome"]) if row["outcome"] else None,
        reason=row["reason"],
        detail=row["detail"],
        rereading=bool(row["rereading"]),
    )


def entry_of(row: Mapping[str, Any]) -> Entry:
    """Return a stored article as deduplication sees it."""
    return Entry(
        article_id=row["id"],
        provider=row["provider"],
        identity=row["identity"],
        local_id=row["local_id"],
        item_id=row["item_id"],
        story_id=row["story_id"],
        text_hash=row["text_hash"],
        content_hash=row["content_hash"],
        title=row["title"],
        length=row["length"],
        published_at=row["published_at"],
        versioned_at=row["versioned_at"],
        version=row["version"],
        reissue=Reissue.read(row["reissue"]) if row["reissue"] else None,
        pub_status=PubStatus(row["pub_status"]),
        embargoed_until=row["embargoed_until"],
        source=row["source"].casefold() if row["source"] else None,
        headline=headline_of(row["headline_key"]),
        aim=row["aim"],
    )


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """A stored article with what its place derives from besides its text."""

    id: UUID
    item_id: UUID | None
    story_id: UUID
    delivery_id: UUID
    received_at: datetime
    versioned_at: datetime
    article: Article


def stored_article(row: sa.RowMapping) -> StoredArticle:
    """Return an article as it was filed; its provenance stays in the store."""
    return StoredArticle(
        id=row["id"],
        item_id=row["item_id"],
        story_id=row["story_id"],
        delivery_id=row["delivery_id"],
        received_at=row["received_at"],
        versioned_at=row["versioned_at"],
        article=Article(
            headline=row["headline"],
            body=tuple(row["body"].split("\n\n")),
            provider=row["provider"],
            published_at=row["published_at"],
            updated_at=row["updated_at"],
            embargoed_until=row["embargoed_until"],
            source=row["source"],
            language=row["language"],
            url=row["url"],
            guid=row["guid"],
            version=row["version"],
            pub_status=PubStatus(row["pub_status"]),
            slugline=row["slugline"],
            item=row["item"],
            parser=row["parser"],
            notes=tuple(row["notes"]),
        ),
    )


def article_row(
    filing: Filing,
    *,
    text_id: int,
    story_id: UUID,
    standing: Standing,
    verdict: Verdict,
    word: OutcomeWord,
) -> dict[str, Any]:
    """Return the row of a new article."""
    return reading_row(filing) | {
        "id": filing.entry.article_id,
        "delivery_id": filing.delivery_id,
        "received_at": filing.received_at,
        "text_id": text_id,
        "item_id": standing.item_id,
        "ordinal": standing.ordinal,
        "supersedes": standing.supersedes,
        "current": standing.current,
        "story_id": story_id,
        "verdict": word,
        "verdict_of": named_by(verdict),
    }


def reading_row(filing: Filing) -> dict[str, Any]:
    """Return what a row holds of the reading of its file, wherever the article has its place."""
    article, entry = filing.article, filing.entry
    return {
        "item": article.item,
        "provider": article.provider,
        "headline": article.headline,
        "body": article.text,
        "authors": list(article.authors),
        "editors": list(article.editors),
        "source": article.source,
        "published_at": article.published_at,
        "updated_at": article.updated_at,
        "embargoed_until": article.embargoed_until,
        "language": article.language,
        "url": article.url,
        "guid": article.guid,
        "version": article.version,
        "pub_status": entry.pub_status,
        "dateline": article.dateline,
        "slugline": article.slugline,
        "section": article.section,
        "keywords": list(article.keywords),
        "parser": article.parser,
        "notes": list(article.notes),
        "provenance": provenance_json(article.provenance),
        "content_hash": entry.content_hash,
        "title": entry.title,
        "length": entry.length,
        "versioned_at": entry.versioned_at,
        "identity": entry.identity,
        "local_id": entry.local_id,
        "reissue": str(entry.reissue) if entry.reissue else None,
        "headline_key": key_of(entry),
        "aim": entry.aim,
        "reason": entry.reason,
    }


def named_by(verdict: Verdict) -> UUID | None:
    """Return the article that a verdict names."""
    match verdict:
        case NewVersion(supersedes=article_id) | Stale(current=article_id):
            return article_id
        case ExactDuplicate(of=article_id) | NearDuplicate(of=article_id):
            return article_id
        case _:
            return None


def link_row(link: Link) -> dict[str, Any]:
    """Return the row of a verified pair."""
    evidence = link.evidence
    return {
        "left_id": link.left,
        "right_id": link.right,
        "rule": evidence.rule,
        "jaccard": evidence.jaccard,
        "containment": evidence.containment,
        "title": evidence.title,
        "numbers": evidence.numbers,
        "days": evidence.days,
    }


def provenance_json(provenance: Mapping[Field, Provenance]) -> dict[str, dict[str, Any]]:
    """Return provenance as it is stored and shown: only what there is to say."""
    shown: dict[str, dict[str, Any]] = {}
    for name, origin in provenance.items():
        shown[name] = {"source": origin.source}
        if origin.assumed:
            shown[name]["assumed"] = origin.assumed
        if origin.written:
            shown[name]["written"] = origin.written
        if origin.others:
            shown[name]["others"] = [
                {"value": claim.value, "source": claim.source, "weight": claim.weight}
                for claim in origin.others
            ]
    return shown
