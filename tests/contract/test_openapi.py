"""The API keeps what its OpenAPI document says, whatever it is asked: schemathesis asks it."""

from __future__ import annotations

import contextlib
from threading import Event
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest
import schemathesis
from pydantic import SecretStr
from schemathesis.config import SchemathesisConfig
from schemathesis.core.result import Ok

from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.asking.queries import Queries
from services.api.web import make_app
from shared.broker.hints import Hints
from shared.config import Settings
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from tests.stored import BROKEN, article_id, delivery_id, store_day

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from fastapi import FastAPI

TOKEN = {"Authorization": "Bearer open sesame"}

EXAMPLES = 12
"""For each address; the same ones each time."""

REFUSES = {
    "include-name": ["GET /articles", "GET /articles.atom"],
    "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 422]}},
}
"""No schema can say which texts hold a word to search for, nor after which id a page begins."""

KNOWN = {
    "article_id": [article_id("forest"), article_id("embargoed")],
    "delivery_id": [delivery_id("forest"), delivery_id(BROKEN)],
    "story_id": [],
}
"""Values that lead to something, beside those that schemathesis makes up."""


@contextlib.asynccontextmanager
async def nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guard]:
    """Give the whole application over the day, behind a token."""
    home = tmp_path_factory.mktemp("openapi")
    url = f"sqlite:///{home / 'copydesk.db'}"
    upgrade(url)
    settings = Settings(
        home=home,
        api_token=SecretStr("open sesame"),
        broker_url="redis+socket:///nonexistent/broker.sock",
    )
    with (
        contextlib.closing(Storage.open(url)) as storage,
        contextlib.closing(Hints(settings)) as hints,
    ):
        store_day(storage)
        with storage.reading() as reading:
            [row] = reading.of_deliveries([delivery_id("forest")])
        KNOWN["story_id"] = [row["story_id"]]
        door = Door(settings, storage)
        ending = Event()
        ending.set()  # what waits for a change, or streams for ever, does not
        app = make_app(settings, storage, hints, Queries(storage), door, nothing, ending)
        yield Guard(app, door)


def operations(guarded: Guard) -> list[Any]:
    config = SchemathesisConfig.from_dict({"operations": [REFUSES]})
    schema = schemathesis.openapi.from_asgi("/openapi.json", guarded, headers=TOKEN, config=config)
    found = []
    for each in schema.get_all_operations():
        assert isinstance(each, Ok), each
        found.append(each.ok())
    return found


def test_every_answer_is_one_that_the_document_names(guarded: Guard) -> None:
    """No 500, no undocumented status or kind of content, no body that breaks its schema."""
    asked = operations(guarded)
    assert len(asked) >= 9
    for operation in asked:
        seen = _ask(operation)
        assert 200 in seen, operation.label


def _ask(operation: Any) -> set[int]:
    """Ask an address everything; return the statuses that came."""
    seen: set[int] = set()

    @hypothesis.settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    @hypothesis.given(operation.as_strategy())
    def ask(case: Any) -> None:
        seen.add(case.call_and_validate(headers=TOKEN).status_code)
        for name, values in KNOWN.items():
            for value in values if name in (case.path_parameters or {}) else ():
                case.path_parameters[name] = str(value)
                seen.add(case.call_and_validate(headers=TOKEN).status_code)

    ask()
    return seen
