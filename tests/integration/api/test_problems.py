"""What is wrong with a request, as problem documents."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.integration.api.asking import get

if TYPE_CHECKING:
    import httpx


@pytest.mark.parametrize("path", ["/articles", "/stories", "/deliveries"])
def test_what_is_not_there_is_a_problem_document(api: httpx.Client, path: str) -> None:
    """404 says what was asked for; a bad id is 422; both as RFC 9457 has it."""
    unknown = uuid4()
    answer = api.get(f"{path}/{unknown}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert str(unknown) in answer.json()["detail"]
    bad = api.get(f"{path}/nonsense")
    assert bad.headers["content-type"] == "application/problem+json"
    assert bad.status_code == 422
    assert bad.json()["errors"][0]["where"].startswith("path.")


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/articles", {"limit": "501"}),
        ("/articles", {"after": "x"}),
        ("/articles", {"publisher": "wire"}),
        ("/articles", {"published_from": "yesterday"}),
        ("/articles", {"published_from": "9999-12-31T23:59:59-12:00"}),
        ("/articles", {"published_to": "0001-01-01T00:00:00+12:00"}),
        ("/articles", {"q": "-forest"}),
        ("/changes", {"since": "-1"}),
        ("/changes", {"since": str(2**63)}),
        ("/deliveries", {"outcome": "fine"}),
        ("/articles", {"provider": "wi\0re"}),
        ("/articles", {"source": "\0"}),
        ("/articles", {"language": "\0"}),
        ("/deliveries", {"name": "a.txt\0"}),
        ("/deliveries", {"provider": "\0"}),
    ],
)
def test_a_wrong_or_unknown_parameter_is_refused(
    api: httpx.Client, path: str, query: dict[str, str]
) -> None:
    """A filter that is misspelt must not answer with everything."""
    [name] = query
    found = get(api, path, 422, **query)
    assert name in found["detail"]


@pytest.mark.parametrize(
    ("path", "name", "told"),
    [
        ("/articles", "languge", "did you mean language?"),
        ("/changes", "zzz", "there are since, wait"),
        ("/deliveries", "outcomes", "did you mean outcome?"),
    ],
)
def test_a_misspelt_parameter_is_told_its_right_name(
    api: httpx.Client, path: str, name: str, told: str
) -> None:
    """Or all that there are, where none is like it."""
    detail = get(api, path, 422, **{name: "de"})["detail"]
    assert detail.startswith(f"query.{name}: there is no such parameter: {told}")


def test_a_search_without_words_is_told_what_is_missing(api: httpx.Client) -> None:
    """In our words alone, not with those of the library around them."""
    detail = get(api, "/articles", 422, q="")["detail"]
    assert detail.startswith("query.q: there is no word to search for")


def test_an_unknown_address_and_a_wrong_method_are_problem_documents(api: httpx.Client) -> None:
    """They too are told as every other error."""
    for answer in (api.get("/nothing"), api.post("/articles"), api.delete("/changes")):
        assert answer.status_code in {404, 405}
        assert answer.headers["content-type"] == "application/problem+json"


def test_the_head_of_an_answer_is_had_without_its_body(api: httpx.Client) -> None:
    """As `curl -I` asks."""
    whole, head = api.get("/articles"), api.head("/articles")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers["etag"] == whole.headers["etag"]
