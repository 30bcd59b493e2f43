"""The feed of changes as it comes: by long poll and as server-sent events, on each database."""

from __future__ import annotations

import contextlib
import json
import threading
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.builders import article, filed
from tests.contract.day import store
from tests.integration.serving import served
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from tests.servers.postgres import Postgres

NO_BROKER = "redis+socket:///nonexistent/broker.sock"


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give an empty database of each kind in turn."""
    if request.param == "postgres":
        server: Postgres = request.getfixturevalue("postgres")
        url = server.url(server.create())
    else:
        url = f"sqlite:///{tmp_path_factory.mktemp('changes') / 'copydesk.db'}"
    upgrade(url)
    return url


@pytest.fixture(scope="module")
def api(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Give a client of the API over a store to which the tests write."""
    home = tmp_path_factory.mktemp("home")
    with served(home, database_url=url, broker_url=NO_BROKER) as client:
        yield client


@pytest.fixture
def storage(url: str) -> Iterator[Storage]:
    """Give the store."""
    with contextlib.closing(Storage.open(url)) as store:
        yield store


@pytest.fixture
def end(storage: Storage) -> int:
    """Give the number of the last change."""
    with storage.reading() as reading:
        return reading.last_change()


def write(storage: Storage, name: str) -> None:
    """Store an article that is like no other."""
    written = article(headline=name, body=(f"{uuid4()} {name}",) * 2)
    store(storage, [filed(written, delivery_id=uuid4())])


def events(lines: Iterator[str], count: int) -> list[dict[str, Any]]:
    """Read so many events of a stream."""
    found: list[dict[str, Any]] = []
    event: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(": ")
            event[name] = value
        elif "data" in event:
            found.append({**json.loads(event["data"]), "id": event["id"], "event": event["event"]})
            event = {}
            if len(found) == count:
                break
        else:
            event = {}
    return found


def test_a_long_poll_is_answered_when_something_happens(
    api: httpx.Client, storage: Storage, end: int
) -> None:
    """Whoever asked before the change gets it; whoever is behind gets it at once."""
    answers: list[Any] = []

    def ask() -> None:
        answers.append(
            api.get("/changes", params={"since": end, "wait": 60}, timeout=PATIENCE).json()
        )

    asking = threading.Thread(target=ask)
    asking.start()
    write(storage, "first")
    asking.join(PATIENCE)
    [page] = answers
    assert page["changes"][0]["seq"] == end + 1
    again = api.get("/changes", params={"since": end, "wait": 60}, timeout=PATIENCE).json()
    assert again == page


def test_a_long_poll_ends_without_a_change(api: httpx.Client, end: int) -> None:
    """An empty page, and the number that was given."""
    page = api.get("/changes", params={"since": end, "wait": 0.1}).json()
    assert page == {"changes": [], "next": end}


def test_the_feed_is_a_stream_of_events_that_goes_on_where_it_broke(
    api: httpx.Client, storage: Storage, end: int
) -> None:
    """An event's id is its number; with it as `Last-Event-ID` none comes twice, none is lost."""
    write(storage, "first")
    stream = {"Accept": "text/event-stream"}
    with api.stream("GET", "/changes", headers=stream, params={"since": end}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        lines = answer.iter_lines()
        first = events(lines, 2)
        write(storage, "second")
        first += events(lines, 1)
    assert [int(each["id"]) for each in first] == [end + 1, end + 2, end + 3]
    assert {each["event"] for each in first} == {"article_stored", "story_head"}
    write(storage, "third")
    stream["Last-Event-ID"] = str(end + 3)
    with api.stream("GET", "/changes", headers=stream) as answer:
        rest = events(answer.iter_lines(), 3)
    assert [each["seq"] for each in rest] == [end + 4, end + 5, end + 6]


def test_a_number_that_is_none_begins_at_since(
    api: httpx.Client, storage: Storage, end: int
) -> None:
    """A header that no event of ours had is not an error that a browser would repeat for ever."""
    write(storage, "first")
    for number in ("x2", "9" * 40):
        headers = {"Accept": "text/event-stream", "Last-Event-ID": number}
        with api.stream("GET", "/changes", params={"since": end}, headers=headers) as answer:
            [event] = events(answer.iter_lines(), 1)
        assert event["seq"] == end + 1


@pytest.mark.postgres
def test_postgresql_tells_of_a_change_with_its_number(migrated_postgres_url: str) -> None:
    """Other services may LISTEN too: one notification a transaction, after its commit."""
    with (
        contextlib.closing(Storage.open(migrated_postgres_url)) as storage,
        storage.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection,
    ):
        connection.exec_driver_sql("LISTEN copydesk_changes")
        write(storage, "first")
        driver: Any = connection.connection.driver_connection
        [told] = list(driver.notifies(timeout=PATIENCE, stop_after=1))
        with storage.reading() as reading:
            assert told.payload == str(reading.last_change())
