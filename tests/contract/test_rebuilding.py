"""A rebuild gives the answer that stands, and mends one that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.storage.tables import articles, links, story_heads
from tests.builders import FOREST, HARBOUR, article, at, filed
from tests.contract.day import DAY, NAMESPACE, UUID, filings_of, standing, store, uuid5
from workers.rebuild import rebuild

if TYPE_CHECKING:
    from shared.storage import Storage


def test_a_rebuild_by_the_same_rule_changes_nothing(storage: Storage) -> None:
    """Stories, versions, links and what is shown come out as they were; the feed stays silent."""
    for each in filings_of(DAY).values():
        store(storage, [each])
    before = standing(storage)

    assert rebuild(storage) == 0
    assert standing(storage) == before


def test_a_wrong_answer_is_mended_and_said(storage: Storage) -> None:
    """Whatever stands in the store, each place is found anew, and the feed names the moves."""
    day = filings_of(DAY)
    store(storage, list(day.values()))
    wanted = standing(storage)
    lost = day["copy"].entry.article_id
    with storage.engine.begin() as connection:
        connection.execute(links.delete())
        connection.execute(
            articles.update().where(articles.c.id == lost).values(story_id=lost, current=False)
        )
        connection.execute(story_heads.insert(), {"id": lost, "canonical_id": lost, "members": 1})

    assert rebuild(storage) > 0

    assert standing(storage) == wanted
    with storage.reading() as reading:
        [moved] = [each for each in reading.changes() if each["kind"] == "article_moved"]
        ended = reading.story(lost)
    assert (moved["article_id"], UUID(moved["detail"]["from"])) == (lost, lost)
    assert ended is not None
    assert ended["merged_into"] == day["first"].entry.article_id


def test_merged_stories_stay_merged(storage: Storage) -> None:
    """What a story was merged into is remembered over a rebuild."""
    left = filed(article(), delivery_id=uuid5(NAMESPACE, "first"))
    right = filed(article(body=HARBOUR, published_at=at(30)), delivery_id=uuid5(NAMESPACE, "other"))
    both = filed(
        article(body=(*FOREST, *HARBOUR), published_at=at(60)), delivery_id=uuid5(NAMESPACE, "v1")
    )
    for each in (left, right, both):
        store(storage, [each])

    assert rebuild(storage) == 0
    with storage.reading() as reading:
        ended = reading.story(right.entry.article_id)
    assert ended is not None
    assert ended["merged_into"] == left.entry.article_id
