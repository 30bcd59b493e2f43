"""Text search: the same words find the same articles on each database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from shared.domain.article import PubStatus
from shared.domain.searching import parse
from shared.storage.feed.search_index import FOLLOWER
from shared.storage.reading import beginnings
from shared.storage.tables import search_entries
from tests.builders import article, at, filed
from tests.contract.day import store

if TYPE_CHECKING:
    from shared.storage import Storage

TEXTS = {
    "forest": ("City buys old forest", "Mayor Ida Holm said the purchase would cost 4.2 million."),
    "fire": ("Forest fire", "The old oak burned; the mayor's house in Łódź was spared."),
    "tokyo": ("東京都知事の会見", "東京都は2026年の予算を発表した。京都市も続く。"),
    "hindi": ("हिन्दी समाचार", "दिल्ली में आज बारिश हुई और सड़कें बंद रहीं।"),
    "harbour": ("Ship aground", "A grain ship ran aground at the mouth of the harbour."),
}
"""In the order of their publication."""


def index(storage: Storage, limit: int = 2) -> int:
    """Bring the index to the end of the feed; return how many changes that were."""
    done = 0
    while True:
        with storage.unit_of_work() as uow:
            step = uow.search_index.catch_up(at(), limit)
            uow.commit()
        if not step:
            return done
        done += step


@pytest.fixture
def searched(storage: Storage) -> Storage:
    """Give a store with articles that are indexed."""
    for minute, (name, (headline, text)) in enumerate(TEXTS.items()):
        written = article(
            headline=headline,
            body=(text,),
            guid=name,
            published_at=at(minute),
            authors=("Anna-Lena Åberg",) if name == "harbour" else (),
            keywords=("shipping",) if name == "harbour" else (),
            provider="tide" if name == "harbour" else "wire",
        )
        store(storage, [filed(written, delivery_id=uuid4())])
    index(storage)
    return storage


def found(storage: Storage, words: str, **more: Any) -> list[str]:
    with storage.reading() as reading:
        return [row["guid"] for row in reading.published(search=parse(words), **more)]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("forest", ["fire", "forest"]),
        ("OLD Forest", ["fire", "forest"]),
        ('"old forest"', ["forest"]),
        ('"forest mayor"', []),
        ("forest -fire", ["forest"]),
        ("fire OR aground", ["harbour", "fire"]),
        ("lodz", ["fire"]),
        ("mayor's", ["fire"]),
        ("4.2", ["forest"]),
        ("purch*", ["forest"]),
        ("aberg shipping", ["harbour"]),
        ("東京", ["tokyo"]),
        ("東京都は", ["tokyo"]),
        ("東京都は2026年の", ["tokyo"]),
        ("都は2026 -年の大", ["tokyo"]),
        ("東京2026年", []),
        ("知", ["tokyo"]),
        ("東都", []),
        ("हिन्दी", ["hindi"]),
        ("nothing", []),
        ("ship; DROP TABLE 'x' \\", []),
    ],
)
def test_words_find_articles_newest_first(searched: Storage, words: str, names: list[str]) -> None:
    """Phrases, beginnings, alternatives, accents, and scripts without spaces."""
    assert found(searched, words) == names


def test_filters_times_and_pages_go_with_words(searched: Storage) -> None:
    """A search is a list like any other, and its pages hold each article once."""
    words = "forest OR aground"
    assert found(searched, words, filters={"provider": "wire"}) == ["fire", "forest"]
    assert found(searched, words, published_from=at(1)) == ["harbour", "fire"]
    assert found(searched, words, published_to=at(1)) == ["forest"]
    assert found(searched, words, published_to=datetime.max.replace(tzinfo=UTC))[1:] == [
        "fire",
        "forest",
    ]
    with searched.reading() as reading:
        [first] = reading.published(search=parse(words), limit=1)
        rest = reading.published(search=parse(words), after=first["id"])
    assert [first["guid"], *(row["guid"] for row in rest)] == ["harbour", "fire", "forest"]


def test_only_what_may_be_shown_is_found(searched: Storage) -> None:
    """A superseded version, a kill and an embargo are not; the index itself need not change."""
    for number, more in enumerate(
        (
            {"guid": "fire", "version": 2, "body": ("The old oak stands.",)},
            {"guid": "forest", "version": 2, "pub_status": PubStatus.CANCELED},
            {"guid": "secret", "embargoed_until": at(days=36500)},
        )
    ):
        given = {"headline": f"Forest {number}", "published_at": at(60 + number), **more}
        written = article(provider="wire", **given)
        store(searched, [filed(written, delivery_id=uuid4())])
    index(searched)
    with searched.reading() as reading:
        rows = reading.published(search=parse("forest"))
    assert [(row["guid"], row["version"]) for row in rows] == [("fire", 2)]
    assert found(searched, "lodz") == []


def test_an_article_is_found_once_its_change_is_followed(storage: Storage) -> None:
    """The index says how far it is behind; it goes on where it stopped, whatever the chunks."""
    for minute in range(3):
        written = article(headline=f"Report {minute}", published_at=at(minute))
        store(storage, [filed(written, delivery_id=uuid4())])
    with storage.reading() as reading:
        assert reading.behind(FOLLOWER) == -1
        end = reading.totals()["last_change"]
    assert found(storage, "report") == []
    assert index(storage, limit=1) == end
    assert len(found(storage, "report")) == 3  # copies are found too
    assert len(found(storage, "report", canonical_only=True)) == 1
    with storage.reading() as reading:
        assert reading.behind(FOLLOWER) == 0


def test_what_was_rolled_back_is_indexed_again(storage: Storage) -> None:
    """A kill between the index and its number costs nothing."""
    store(storage, [filed(article(), delivery_id=uuid4())])
    with storage.unit_of_work() as uow:
        assert uow.search_index.catch_up(at()) > 0
    index(storage)
    assert len(found(storage, "forest")) == 1


def test_what_was_read_ahead_counts_while_the_index_is_where_it_was(storage: Storage) -> None:
    """Two sweepers that read the same chunk index it once, and nothing after it is left out."""
    for minute in range(3):
        written = article(headline=f"Report {minute}", published_at=at(minute))
        store(storage, [filed(written, delivery_id=uuid4())])
    with storage.search_feed() as feed:
        ahead = feed.next(limit=2)
    assert (ahead.after, ahead.until, ahead.changes) == (0, 2, 2)
    for _sweeper in range(2):
        with storage.unit_of_work() as uow:
            assert uow.search_index.catch_up(at(), 2, ahead) == 2
            uow.commit()
    with storage.search_feed() as feed:
        assert feed.next(limit=2).after == 4
    index(storage)
    assert len(found(storage, "report")) == 3


def test_long_articles_come_to_a_chunk_by_fewer(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words of a thousand books in one transaction would keep every worker waiting."""
    monkeypatch.setattr("shared.storage.feed.search_index.LETTERS", 150)
    for minute in range(3):
        text = ("word " * 15,)
        written = article(headline=f"Report {minute}", body=text, published_at=at(minute))
        store(storage, [filed(written, delivery_id=uuid4())])
    with storage.search_feed() as feed:
        chunk = feed.next(limit=1000)
    assert [each.words.split()[:2] for each in chunk.found] == [["report", "0"], ["report", "1"]]
    assert chunk.is_cut
    index(storage, limit=1000)
    assert len(found(storage, "report")) == 3


def test_articles_of_one_second_have_keys_of_their_own(storage: Storage) -> None:
    """Also where the number in the feed comes round."""
    with storage.unit_of_work() as uow:
        keys = uow.search_index._free([7, 7, 8])
        assert keys == [7, 8, 9]
        uow.search_index._insert([(key, uuid4(), "word") for key in keys])
        assert uow.search_index._free([8]) == [10]


def test_an_index_of_another_version_is_made_anew(
    searched: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows are dropped, and the feed is followed from its beginning."""
    monkeypatch.setattr("shared.storage.feed.search_index.FOLLOWER", "search next")
    with searched.unit_of_work() as uow:
        uow.search_index.catch_up(at(), limit=1)
        uow.commit()
    assert found(searched, "fire OR aground") == []
    index(searched)
    assert found(searched, "fire OR aground") == ["harbour", "fire"]
    with searched.engine.connect() as connection:
        assert len(connection.execute(search_entries.select()).all()) == len(TEXTS)


@pytest.mark.parametrize("most", [0, 1, 100])
@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("for*", ["fire", "forest"]),
        ("bur* OR agr*", ["harbour", "fire"]),
        ('"old for*"', ["forest"]),
        ("mayor -pur*", ["fire"]),
        ("shi* for* OR gra*", ["harbour"]),
        ("zzz*", []),
        ("東", ["tokyo"]),
    ],
)
def test_a_beginning_finds_the_same_spelt_out_or_not(
    searched: Storage,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    names: list[str],
    most: int,
) -> None:
    """On SQLite the words that begin so stand in its place, unless they are very many."""
    monkeypatch.setattr(beginnings, "MOST", most)
    assert found(searched, words) == names
