"""A small day of news in a store, written as the pipeline writes it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from shared.domain.article import Field, Provenance, PubStatus
from shared.domain.delivery import Outcome, OutcomeWord
from shared.errors import Reason, Rejected
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.builders import FOREST, HARBOUR, article, at, delivery, filed
from workers.dedup.verdict import decide

if TYPE_CHECKING:
    from shared.domain.article import Article

NAMES = UUID(int=11)

DAY = {
    "forest": article(
        provider="wire",
        source="The Wire",
        authors=("Ida Holm",),
        url="https://example.org/forest",
        provenance={
            Field.HEADLINE: Provenance(source="headline line"),
            Field.PUBLISHED: Provenance(source="label line", assumed="zone UTC: none stated"),
        },
    ),
    "forest copy": article(body=tuple(text.upper() for text in FOREST), published_at=at(30)),
    "forest cut": article(body=FOREST[:4], published_at=at(60), headline="City buys forest"),
    "ship v1": article(body=HARBOUR[:3], headline="Ship aground", guid="ship", version=1),
    "ship v2": article(body=HARBOUR, headline="Ship aground, tugs sent", guid="ship", version=2),
    "doubtful": article(
        body=("A claim that nobody could confirm was printed on Monday, with every detail.",) * 2,
        headline="Doubtful",
        guid="kill",
        version=1,
    ),
    "killed": article(
        body=("A claim that nobody could confirm was printed on Monday and is withdrawn here.",)
        * 2,
        headline="Withdrawn",
        guid="kill",
        version=2,
        pub_status=PubStatus.CANCELED,
    ),
    "embargoed": article(
        body=("The prize goes to a chemist from the north who found a new kind of glass.",) * 2,
        headline="Prize",
        embargoed_until=at(days=365_000),
    ),
}
"""Stories with copies and versions (which merge two of them), a kill and an embargo."""

WORDS = {
    "forest": OutcomeWord.NEW,
    "forest copy": OutcomeWord.EXACT_DUPLICATE,
    "forest cut": OutcomeWord.NEAR_DUPLICATE,
    "ship v1": OutcomeWord.NEW,
    "ship v2": OutcomeWord.NEW_VERSION,
    "doubtful": OutcomeWord.NEW,
    "killed": OutcomeWord.NEW_VERSION,
    "embargoed": OutcomeWord.NEW,
}
"""The word that each earns, in this order of arrival."""

TIMINGS = {"queue": 3.0, "parse": 2.2, "store": 1.5, "dedup": 0.5, "total": 4.2}
"""Milliseconds of each delivery that was read."""

BROKEN = "broken.bin"
"""A delivery that is quarantined."""

WAITING = "waiting.txt"
"""A delivery that nobody has worked on."""


def delivery_id(name: str) -> UUID:
    """Return the id of a delivery of the day."""
    return uuid5(NAMES, name)


def article_id(name: str) -> UUID:
    """Return the id of an article of the day."""
    return filed(DAY[name], delivery_id=delivery_id(name)).entry.article_id


def store_day(storage: Storage) -> None:
    """Write the whole day."""
    for minute, (name, written) in enumerate(DAY.items()):
        store_one(storage, name, written, minute)
    with storage.unit_of_work() as uow:
        uow.deliveries.register(
            [
                delivery(id=delivery_id(BROKEN), name=BROKEN, received_at=at(100)),
                delivery(id=delivery_id(WAITING), name=WAITING, received_at=at(101)),
            ]
        )
        outcome = Outcome(
            delivery_id=delivery_id(BROKEN),
            word=OutcomeWord.QUARANTINED,
            reason=Reason.NOT_TEXT,
            detail="the bytes are neither text nor a format that Copydesk reads",
            items={"quarantined": 1},
        )
        uow.deliveries.finish([outcome], at=at(102))
        why = Rejected(Reason.NOT_TEXT, "random bytes")
        uow.deliveries.reject_items(delivery_id(BROKEN), {"1": why})
        uow.search_index.catch_up(at(103))
        uow.commit()


def store_one(storage: Storage, name: str, written: Article, minute: int) -> None:
    """Write a delivery of one article, received so many minutes after noon."""
    filing = filed(written, delivery_id=delivery_id(name), received_at=at(minute))
    received = delivery(
        id=filing.delivery_id,
        name=f"{written.provider}/{name}.txt",
        provider=written.provider,
        received_at=at(minute),
    )
    with storage.unit_of_work(exclusive=True) as uow:
        uow.deliveries.register([received])
        known = uow.articles.neighbourhood([filing])
        prints = {filing.entry.article_id: filing.fingerprint}
        changes, words = uow.articles.write([filing], decide([filing.entry], prints, known))
        uow.changes.append(changes, at(minute))
        [word] = words.values()
        outcome = Outcome(
            delivery_id=filing.delivery_id, word=word, items={word: 1}, timings=TIMINGS
        )
        uow.deliveries.finish([outcome], at=at(minute + 1), task_id="task-1")
        uow.commit()


def make_day(url: str) -> None:
    """Make the tables of an empty database, and write the whole day."""
    upgrade(url)
    with contextlib.closing(Storage.open(url)) as storage:
        store_day(storage)
