"""What a store answers, as one word: equal words mean equal stories, to the last link."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from shared.storage.tables import articles, links, story_heads

if TYPE_CHECKING:
    from shared.storage import Storage


def answer(storage: Storage) -> str:
    """Return a digest of all that must not depend on the way: equal digests, equal answers."""
    return digest(told(storage))


def digest(answers: dict[str, list[str]]) -> str:
    """Return the one word of what a store tells."""
    return hashlib.sha256(repr(answers).encode()).hexdigest()


def told(storage: Storage) -> dict[str, list[str]]:
    """Return all that must not depend on the way: stories, standings, links, heads."""
    with storage.engine.connect() as connection:

        def rows(*columns: sa.Column[object]) -> list[str]:
            return sorted(repr(tuple(row)) for row in connection.execute(sa.select(*columns)))

        found = {
            "articles": rows(
                *articles.c["id", "story_id", "item_id", "ordinal", "supersedes", "current"]
            ),
            "standings": rows(
                *articles.c["id", "pub_status", "embargoed_until", "version", "reissue"]
            ),
            "links": rows(*links.c["left_id", "right_id", "rule", "containment"]),
            # what was merged away tells of the order: which stories there were on the way
            "heads": sorted(
                repr(tuple(row))
                for row in connection.execute(
                    sa.select(*story_heads.c["id", "canonical_id", "members"]).where(
                        story_heads.c.merged_into.is_(None)
                    )
                )
            ),
        }
    with storage.reading() as reading:
        found["shown"] = sorted(str(row["id"]) for row in reading.published(limit=10**7))
    return found
