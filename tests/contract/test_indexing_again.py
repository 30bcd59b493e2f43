"""The index of words, and articles that come to say something else while it is written."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from shared.storage import Storage
from tests.builders import article, at, filed
from tests.contract.day import store
from tests.contract.test_searching import found, index

if TYPE_CHECKING:
    from uuid import UUID

    from shared.storage import UnitOfWork

MENU = article(headline="Menu of the day", body=("Sports and weather.",), guid="g")
"""What a page without an article seemed to say."""

READ_AGAIN = article(headline="City buys forest", body=("The council voted.",), guid="g")


def read_again(uow: UnitOfWork, own: UUID) -> None:
    differing = uow.rereading.compare([filed(READ_AGAIN, delivery_id=own)])
    uow.changes.append(uow.rereading.rewrite(differing, at(1)), at(1))


def test_what_is_read_again_beside_the_indexing_is_found_by_what_it_says_now(
    storage: Storage,
) -> None:
    """The words that were read ahead are those of yesterday, and nobody comes to take them out."""
    own = uuid4()
    store(storage, [filed(MENU, delivery_id=own)])
    with storage.search_feed() as feed:
        ahead = feed.next(limit=10)
    with storage.unit_of_work(exclusive=True) as uow:
        read_again(uow, own)
        uow.commit()
    with storage.unit_of_work() as uow:
        uow.search_index.catch_up(at(2), 10, ahead)
        uow.commit()
    index(storage)
    assert (found(storage, "council"), found(storage, "weather")) == (["g"], [])


@pytest.mark.postgres
def test_a_reading_again_and_an_indexing_that_see_nothing_of_each_other(
    migrated_postgres_url: str,
) -> None:
    """On PostgreSQL; the words of the second reading come when the feed tells of it."""
    own = uuid4()
    with closing(Storage.open(migrated_postgres_url)) as storage:
        store(storage, [filed(MENU, delivery_id=own)])
        with storage.unit_of_work(exclusive=True) as uow:
            read_again(uow, own)
            index(storage)
            uow.commit()
        assert found(storage, "weather") == ["g"]
        index(storage)
        assert (found(storage, "council"), found(storage, "weather")) == (["g"], [])
