"""
The contract with other services as it was promised: the views' columns and the OpenAPI document.

    python -m tests.contract.frozen        writes it anew: `make contract`, on purpose

What is frozen may be added to. What is lost or changed breaks somebody: it needs a new name beside
the old one, and a line in the changelog.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from services.api.access.door import Door
from services.api.asking.queries import Queries
from services.api.web import make_app
from shared.broker.hints import Hints
from shared.config import Settings
from shared.storage import Storage
from shared.storage.schema.migrate import upgrade
from shared.storage.schema.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from fastapi import FastAPI

FILE = Path(__file__).with_name("frozen.json")

WORDS = frozenset({"description", "summary", "title", "operationId", "tags", "info"})
"""What is said to people may change."""


@contextlib.asynccontextmanager
async def _nothing(_app: FastAPI) -> AsyncIterator[None]:
    yield


def contract() -> dict[str, Any]:
    """Return the contract as the code has it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder), broker_url="redis+socket:///nonexistent/broker.sock")
        upgrade(settings.database)
        with (
            contextlib.closing(Storage.open(settings.database)) as storage,
            contextlib.closing(Hints(settings)) as hints,
        ):
            door = Door(settings, storage)
            app = make_app(settings, storage, hints, Queries(storage), door, _nothing, Event())
            return {"views": _views(storage), "openapi": _plain(app.openapi())}


def _views(storage: Storage) -> dict[str, list[str]]:
    with storage.engine.connect() as connection:
        return {
            name: list(connection.execute(sa.text(f"SELECT * FROM {name} LIMIT 0")).keys())
            for name in VIEWS
        }


def _plain(value: Any) -> Any:
    """Return a document without its words, and its parameters by name."""
    if isinstance(value, list):
        if value and all(isinstance(each, dict) and "name" in each for each in value):
            return {f"{each.get('in')} {each['name']}": _plain(each) for each in value}
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    # a property may have the name of one of these
    return {
        key: _plain(each)
        for key, each in value.items()
        if key not in WORDS or not isinstance(each, str | list)
    }


def lost(frozen: Any, now: Any, place: str = "") -> Iterator[str]:
    """Yield what was promised and is no more, or is something else."""
    if isinstance(frozen, dict) and isinstance(now, dict):
        for key, value in frozen.items():
            if key in now:
                yield from lost(value, now[key], f"{place}/{key}")
            else:
                yield f"{place}/{key} is gone"
    elif isinstance(frozen, list) and isinstance(now, list):
        missing = [each for each in frozen if each not in now]
        if missing:
            yield f"{place}: {missing} gone"
        if place.endswith("/required") and "Asked" in place and len(now) > len(frozen):
            yield f"{place}: more is demanded than before"
    elif frozen != now:
        yield f"{place}: was {frozen!r}, is {now!r}"


def write() -> None:
    """Freeze the contract as it is."""
    text = json.dumps(contract(), indent=1, sort_keys=True, ensure_ascii=False)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
