"""Kills by headline in the store: on each database, in any order, and over a rebuild."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING
from uuid import uuid5

from shared.storage.tables import articles
from tests.builders import HARBOUR, article, at, filed
from tests.contract.day import NAMESPACE, clear, store
from workers.batches.rebuild import rebuild

if TYPE_CHECKING:
    from uuid import UUID

    from shared.domain.article import Article
    from shared.domain.filing import Filing
    from shared.storage import Storage

HEADLINE = "City buys old forest"
DAY: dict[str, Article] = {
    "story": article(headline=HEADLINE),
    "copy": article(headline="Forest bought", provider="paper", published_at=at(30)),
    "kill": article(
        headline=f"EDITORS: please kill '{HEADLINE}'",
        body=("The mayor denies it.",),
        published_at=at(60),
    ),
    "late": article(headline=HEADLINE, published_at=at(days=40)),
}


def filings() -> dict[str, Filing]:
    return {name: filed(each, delivery_id=uuid5(NAMESPACE, name)) for name, each in DAY.items()}


def name_of(filed_: dict[str, Filing], article_id: UUID) -> str:
    return next(name for name, each in filed_.items() if each.entry.article_id == article_id)


def test_a_kill_by_headline_takes_back_its_story_in_any_order(storage: Storage) -> None:
    """What readers see, what the story shows, and the reason are the same each time."""
    filed_ = filings()
    for order in permutations(filed_):
        for name in order:
            store(storage, [filed_[name]])
        with storage.reading() as reading:
            shown = {name_of(filed_, row["id"]) for row in reading.published()}
            story = reading.story(filed_["story"].entry.article_id)
            kill = reading.withdrawal(filed_["story"].entry.article_id)
            assert reading.withdrawal(filed_["copy"].entry.article_id) is None
        assert shown == {"copy"}
        assert story is not None
        assert name_of(filed_, story["canonical_id"]) == "copy"
        assert kill is not None
        assert name_of(filed_, kill["id"]) == "kill"
        assert kill["reason"] == "The mayor denies it."
        clear(storage)


def test_a_text_that_came_after_the_kill_ends_the_withdrawal(storage: Storage) -> None:
    """Under the killed headline stands another text now."""
    filed_ = filings()
    fixed = filed(
        article(headline=HEADLINE, body=HARBOUR, published_at=at(90), guid="forest"),
        delivery_id=uuid5(NAMESPACE, "fixed"),
    )
    first = filed(article(headline=HEADLINE, guid="forest"), delivery_id=uuid5(NAMESPACE, "first"))
    store(storage, [first])
    store(storage, [filed_["kill"]])
    store(storage, [fixed])
    with storage.reading() as reading:
        assert {row["id"] for row in reading.published()} == {fixed.entry.article_id}
        assert reading.withdrawal(first.entry.article_id) is None


def test_articles_from_before_the_key_are_found_after_a_rebuild(storage: Storage) -> None:
    """The migration leaves their key empty; a rebuild fills it, and reads stored notices."""
    filed_ = filings()
    for name in ("story", "kill"):
        store(storage, [filed_[name]])
    old = {"headline_key": None, "aim": None, "reason": None, "item_id": None}
    with storage.engine.begin() as connection:
        connection.execute(articles.update().values(**old, current=True, pub_status="usable"))

    assert rebuild(storage) > 0

    with storage.reading() as reading:
        assert reading.published() == []
        kill = reading.withdrawal(filed_["story"].entry.article_id)
    assert kill is not None
    assert kill["reason"] == "The mayor denies it."
