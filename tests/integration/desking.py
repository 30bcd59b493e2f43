"""The desk in this process, over a store that holds a day."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from services.api.access.door import Door
from services.api.access.guard import Guard
from services.api.asking.queries import Queries
from services.api.web import make_app
from shared.broker.hints import Look
from shared.domain.delivery import Lane
from tests.unit.services.api.access.doors import Kept, ask

if TYPE_CHECKING:
    import httpx

    from shared.config import Settings
    from shared.storage import Storage

SCRIPT = '<script>alert("desk")</script>'
"""The headline, author and text of an article that the day holds besides."""


class Quiet:
    """A broker with nothing in its queues."""

    def look(self) -> Look:
        """Return what is seen: no message waits, and nobody gives signs of life."""
        return Look(dict.fromkeys(map(str, Lane), 0), [])


@dataclass
class Pages:
    """A way to ask for pages."""

    storage: Storage
    settings: Settings
    kept: Kept

    @cached_property
    def app(self) -> Guard:
        """The application behind its guard."""
        unused = cast("Any", None)
        door = Door(self.settings, cast("Any", self.kept))
        hints = cast("Any", Quiet())
        queries = Queries(self.storage)
        return Guard(make_app(self.settings, self.storage, hints, queries, door, unused), door)

    def ask(self, path: str, method: str = "GET", **given: Any) -> httpx.Response:
        """Ask through the guard, as a browser on this machine."""
        return ask(self.app, method, path, **given)

    def text(self, path: str, status: int = 200) -> str:
        """Return what a page says, without its tags."""
        return words(self.ask(path), status)


def words(answer: httpx.Response, status: int = 200) -> str:
    """Return what a page says; every page has the policy that runs nothing of it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert " style=" not in answer.text
    assert "<script>" not in answer.text
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())
