"""Articles in the store: words, versions, stories and the feed, whatever the order."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

import pytest

from shared.domain.delivery import OutcomeWord
from tests.builders import FOREST, HARBOUR, article, at, delivery, filed
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.article import Article
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


def test_a_day_of_news_is_two_stories(storage: Storage) -> None:
    """Each arrival earns its word, and the stories show one article each."""
    day = filings_of(DAY)
    words = {name: store(storage, [each])[each.entry.article_id] for name, each in day.items()}

    assert words == {
        "first": OutcomeWord.NEW,
        "copy": OutcomeWord.EXACT_DUPLICATE,
        "cut": OutcomeWord.NEAR_DUPLICATE,
        "other": OutcomeWord.NEW,
        "v1": OutcomeWord.NEAR_DUPLICATE,
        "v2": OutcomeWord.NEW_VERSION,
    }
    seen = standing(storage)["articles"]
    assert {name for name, each in seen.items() if each["story"] == seen["first"]["story"]} == {
        "first",
        "copy",
        "cut",
    }
    assert seen["first"]["canonical"]
    assert (seen["v1"]["version"], seen["v2"]["version"]) == (1, 2)
    assert (seen["v1"]["current"], seen["v2"]["current"]) == (False, True)
    assert seen["v2"]["supersedes"] == "v1"


@pytest.mark.parametrize("size", [1, 2, 6])
def test_the_order_of_arrival_does_not_matter(storage: Storage, size: int) -> None:
    """Any order and any batches give the same stories, versions, links and shown articles."""
    day = filings_of(DAY)
    wanted = None
    for order in list(itertools.permutations(day))[:: 720 // 5 + 1]:
        clear(storage)
        for start in range(0, len(order), size):
            store(storage, [day[name] for name in order[start : start + size]])
        found = standing(storage)
        wanted = wanted or found
        assert found == wanted


def test_a_late_earlier_version_is_stale(storage: Storage) -> None:
    """An old version that arrives late takes its place, and the later one stays current."""
    day = filings_of(DAY)
    store(storage, [day["v2"]])
    words = store(storage, [day["v1"]])

    assert list(words.values()) == [OutcomeWord.STALE]
    seen = standing(storage)["articles"]
    assert (seen["v1"]["version"], seen["v2"]["version"]) == (1, 2)
    assert seen["v2"]["current"]


def test_two_stories_become_one_when_an_article_joins_them(storage: Storage) -> None:
    """The merge is in the feed, and the story that ended names the one that it became."""
    whole = (*FOREST, *HARBOUR)
    left = filed(article(), delivery_id=uuid5(NAMESPACE, "first"))
    right = filed(article(body=HARBOUR, published_at=at(30)), delivery_id=uuid5(NAMESPACE, "other"))
    both = filed(article(body=whole, published_at=at(60)), delivery_id=uuid5(NAMESPACE, "v1"))
    store(storage, [left])
    store(storage, [right])
    store(storage, [both])

    with storage.reading() as reading:
        [ended] = [each for each in reading.changes() if each["kind"] == "story_merged"]
        story = reading.story(ended["story_id"])
        assert reading.totals()["stories"] == 1
    assert story is not None
    assert story["merged_into"] == left.entry.article_id


def test_the_feed_is_numbered_without_gaps(storage: Storage) -> None:
    """A reader that remembers one number misses nothing."""
    for each in filings_of(DAY).values():
        store(storage, [each])

    with storage.reading() as reading:
        feed = reading.changes()
        assert [each["seq"] for each in feed] == list(range(1, len(feed) + 1))
        stored = [each for each in feed if each["kind"] == "article_stored"]
        rest = reading.changes(since=feed[2]["seq"])
    assert len(stored) == len(DAY)
    assert rest == feed[3:]


def test_what_a_rolled_back_batch_wrote_is_gone(storage: Storage) -> None:
    """A worker killed before its commit leaves no trace in articles, stories or the feed."""
    day = filings_of(DAY)
    with storage.unit_of_work(exclusive=True) as uow:
        each = day["first"]
        uow.deliveries.register([delivery(id=each.delivery_id)])
        decision = decide(
            [each.entry],
            {each.entry.article_id: each.fingerprint},
            uow.articles.neighbourhood([each]),
        )
        changes, _ = uow.articles.write([each], decision)
        uow.changes.append(changes, at())

    with storage.reading() as reading:
        assert reading.totals() == {"articles": 0, "stories": 0, "last_change": 0}


def test_an_embargoed_article_is_stored_and_not_shown(storage: Storage) -> None:
    """What may not be shown yet is in `article_versions` and not in `published_articles`."""
    secret = article(embargoed_until=at(days=36500))
    store(storage, [filed(secret, delivery_id=uuid5(NAMESPACE, "first"))])

    with storage.reading() as reading:
        assert reading.published() == []
        [row] = reading.export()
    assert row["embargoed_until"] == at(days=36500)


def clear(storage: Storage) -> None:
    """Empty every table."""
    from shared.storage.tables import metadata  # noqa: PLC0415 - only here

    with storage.engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
