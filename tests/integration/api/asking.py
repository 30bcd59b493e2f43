"""Questions to the API, and what the day answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.stored import article_id

if TYPE_CHECKING:
    import httpx


NO_BROKER = "redis+socket:///nonexistent/broker.sock"

SHOWN = ("forest", "forest copy", "forest cut", "ship v2")
"""What the day leaves to be shown: no older version, no kill, no embargo."""


def get(api: httpx.Client, path: str, status: int = 200, **query: Any) -> Any:
    answer = api.get(path, params=query)
    assert answer.status_code == status, answer.text
    return answer.json()


def ids(names: Any) -> set[str]:
    return {str(article_id(name)) for name in names}


def shown(api: httpx.Client, **query: Any) -> set[str]:
    return {each["id"] for each in get(api, "/articles", **query)["articles"]}
