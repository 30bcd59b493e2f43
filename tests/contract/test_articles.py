"""Articles in the store: words, versions, stories and the feed, whatever the order."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid5

import pytest

from shared.domain.article import PubStatus
from shared.domain.delivery import OutcomeWord
from tests.builders import FOREST, HARBOUR, article, at, delivery, filed
from tests.contract.day import DAY, NAMESPACE, clear, filings_of, standing, store
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from shared.storage import Storage


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


def test_an_article_is_known_by_the_id_that_an_older_copydesk_gave_it(storage: Storage) -> None:
    """A file that was half read before an upgrade is read to its end without one item twice."""
    day = filings_of(DAY)
    one, other = day["first"], day["other"]
    assert one.former_id is not None
    assert one.former_id != one.entry.article_id
    before = replace(one, entry=replace(one.entry, article_id=one.former_id))
    store(storage, [before])
    store(storage, [other])
    with storage.unit_of_work(exclusive=True) as uow:
        words = uow.articles.words([one, other, day["cut"]])
    assert words == {
        one.entry.article_id: OutcomeWord.NEW,
        other.entry.article_id: OutcomeWord.NEW,
    }


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


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(
    ("embargo", "printed", "shown"),
    [(36500, 1, "printed"), (2, 3, "first"), (2, 1, "printed"), (36500, None, "first")],
)
def test_a_story_shows_what_may_be_shown_first(
    storage: Storage, embargo: float, printed: float | None, shown: str, *, together: bool
) -> None:
    """Of a text under embargo and a copy that is free the one that readers may see the sooner."""
    free = None if printed is None else at(days=printed)
    day = {
        "first": article(embargoed_until=at(days=embargo), guid="forest"),
        "printed": article(published_at=free, provider="paper", headline="Forest bought"),
    }
    filings = {name: filed(each, delivery_id=uuid5(NAMESPACE, name)) for name, each in day.items()}
    for each in [list(filings.values())] if together else [[one] for one in filings.values()]:
        store(storage, each)
    with storage.reading() as reading:
        [head] = [row["id"] for row in reading.export() if row["canonical"]]
    assert head == filings[shown].entry.article_id


@pytest.mark.parametrize("together", [True, False])
def test_a_correction_has_the_place_of_what_it_corrects(
    storage: Storage, *, together: bool
) -> None:
    """A paper's copy of the wrong text, which came between the two, is not what a story shows."""
    day = {
        "first": article(),
        "copy": article(published_at=at(2), provider="paper", headline="Forest bought"),
        "fixed": article(headline="CORRECTED: City buys old forest", published_at=at(5)),
    }
    filings = {name: filed(each, delivery_id=uuid5(NAMESPACE, name)) for name, each in day.items()}
    for each in [list(filings.values())] if together else [[one] for one in filings.values()]:
        store(storage, each)
    with storage.reading() as reading:
        [head] = [row["id"] for row in reading.export() if row["canonical"]]
    assert head == filings["fixed"].entry.article_id


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(
    ("embargo", "shown"), [(None, "story"), (-1, "story"), (2, "flash")], ids=str
)
def test_a_story_shows_its_full_text_and_not_the_flash_before_it(
    storage: Storage, embargo: float | None, shown: str, *, together: bool
) -> None:
    """Unless it waits for the end of its embargo."""
    until = None if embargo is None else at(days=embargo)
    day = {
        "flash": article(body=FOREST[:2]),
        "story": article(published_at=at(20), embargoed_until=until, provider="paper"),
        "copy": article(
            published_at=at(30), body=FOREST[:2], provider="feed", headline="City buys forest"
        ),
    }
    filings = {name: filed(each, delivery_id=uuid5(NAMESPACE, name)) for name, each in day.items()}
    for each in [list(filings.values())] if together else [[one] for one in filings.values()]:
        store(storage, each)
    with storage.reading() as reading:
        [head] = [row["id"] for row in reading.export() if row["canonical"]]
    assert head == filings[shown].entry.article_id


def test_readers_see_that_an_article_is_a_correction(storage: Storage) -> None:
    """In the views and in the feed; of what is no correction neither says so."""
    fixed = article(headline="CORRECTED: City buys old forest", published_at=at(5))
    for name, each in (("first", article()), ("fixed", fixed)):
        store(storage, [filed(each, delivery_id=uuid5(NAMESPACE, name))])
    with storage.reading() as reading:
        [shown] = reading.published()
        marks = [row["reissue"] for row in reading.export()]
        stored = [row for row in reading.changes(0, 100) if row["kind"] == "article_stored"]
    assert shown["reissue"] == "correction"
    assert sorted(marks, key=str) == [None, "correction"]
    assert [row["detail"] for row in stored] == [
        {"outcome": "new"},
        {"outcome": "new_version", "reissue": "correction"},
    ]


def test_a_killed_item_shows_nothing_and_stays_dead(storage: Storage) -> None:
    """After a kill no version is shown, and a late redelivery of an old one changes nothing."""
    first = article(guid="x", version=1)
    kill = article(guid="x", version=2, pub_status=PubStatus.CANCELED, body=("KILL: withdrawn",))
    late = article(guid="x", version=1, published_at=at(-5), body=FOREST[:4])
    names = ("first", "v2", "v1")
    filings = [
        filed(each, delivery_id=uuid5(NAMESPACE, name))
        for name, each in zip(names, (first, kill, late), strict=True)
    ]
    words = [next(iter(store(storage, [each]).values())) for each in filings]

    assert words == [OutcomeWord.NEW, OutcomeWord.NEW_VERSION, OutcomeWord.STALE]
    with storage.reading() as reading:
        assert reading.published() == []
        assert [row["current"] for row in reading.export()] == [False] * 3
