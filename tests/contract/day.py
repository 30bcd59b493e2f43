"""A small day of news, written as the pipeline writes it, and what must not depend on order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from shared.storage.tables import metadata
from tests.builders import FOREST, HARBOUR, article, at, delivery, filed
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.article import Article
    from shared.domain.delivery import OutcomeWord
    from shared.domain.filing import Filing
    from shared.storage import Storage

NAMESPACE = UUID(int=7)

DAY = {
    "first": article(),
    "copy": article(body=tuple(text.upper() for text in FOREST), published_at=at(30)),
    "cut": article(body=FOREST[:4], published_at=at(60), headline="City buys forest"),
    "other": article(body=HARBOUR, headline="Ship aground"),
    "v1": article(body=HARBOUR[:3], headline="Ship aground", guid="ship", version=1),
    "v2": article(body=HARBOUR, headline="Ship aground, tugs sent", guid="ship", version=2),
}
"""A small day of news: two stories, a copy, a cut copy, two versions of one item."""


def store(storage: Storage, filings: Sequence[Filing]) -> dict[UUID, OutcomeWord]:
    """Write filings as the pipeline does."""
    with storage.unit_of_work(exclusive=True) as uow:
        uow.deliveries.register(
            [delivery(id=each.delivery_id, received_at=each.received_at) for each in filings]
        )
        prints = {each.entry.article_id: each.fingerprint for each in filings}
        known = uow.articles.neighbourhood(filings)
        decision = decide([each.entry for each in filings], prints, known)
        changes, words = uow.articles.write(filings, decision)
        uow.changes.append(changes, at())
        uow.commit()
    return words


def filings_of(day: dict[str, Article]) -> dict[str, Filing]:
    return {name: filed(each, delivery_id=uuid5(NAMESPACE, name)) for name, each in day.items()}


def standing(storage: Storage) -> dict[str, Any]:
    """Return all that must not depend on the order: by delivery, without arrival's words."""
    names = {uuid5(NAMESPACE, name): name for name in DAY}
    with storage.reading() as reading:
        rows = list(reading.export())
        ids = {row["id"]: names[row["delivery_id"]] for row in rows}
        return {
            "articles": {
                ids[row["id"]]: {
                    "story": ids[row["story_id"]],
                    "canonical": row["canonical"],
                    "version": row["version"],
                    "current": row["current"],
                    "supersedes": ids.get(row["supersedes"]),
                }
                for row in rows
            },
            "links": {
                frozenset((ids[link["left_id"]], ids[link["right_id"]]))
                for story in {row["story_id"] for row in rows}
                for link in reading.links(story)
            },
            "shown": {ids[row["id"]] for row in reading.published(canonical_only=True)},
        }


def clear(storage: Storage) -> None:
    """Empty every table."""
    with storage.engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
