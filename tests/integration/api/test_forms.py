"""How a page of articles is written: formats, links, caching, Atom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.integration.api.asking import get
from tests.stored import article_id

if TYPE_CHECKING:
    import httpx


def test_a_page_is_written_as_it_is_asked_for(api: httpx.Client) -> None:
    """JSON lines and ninjs hold the articles of the JSON page; `format` wins over `Accept`."""
    ids_of_page = [each["id"] for each in get(api, "/articles")["articles"]]
    lines = api.get("/articles", headers={"Accept": "application/x-ndjson"})
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line)["id"] for line in lines.text.splitlines()] == ids_of_page
    items = api.get("/articles?format=ninjs", headers={"Accept": "application/x-ndjson"})
    assert items.headers["content-type"] == "application/ninjs+json"
    assert [item["altIds"][0]["value"] for item in items.json()] == ids_of_page
    one = get(api, f"/articles/{article_id('forest')}", format="ninjs")
    assert one["headlines"][0]["value"] == "City buys old forest"


@pytest.mark.parametrize("path", ["/articles", "/articles.atom"])
def test_a_header_leads_to_the_next_page(api: httpx.Client, path: str) -> None:
    """In every format, with the filters that were asked for."""
    seen: list[httpx.Response] = [api.get(path, params={"limit": 3, "q": "mayor OR tugs"})]
    while "next" in seen[-1].links:
        seen.append(api.get(seen[-1].links["next"]["url"]))
    assert len(seen) == 2
    assert all("article" in each.text or "entry" in each.text for each in seen)


def test_what_has_not_changed_is_not_sent_again(api: httpx.Client) -> None:
    """An ETag and 304, for one article, a page, and the feed."""
    for path in (f"/articles/{article_id('forest')}", "/articles?limit=2", "/articles.atom"):
        first = api.get(path)
        again = api.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["cache-control"] == "private, no-cache"
        other = api.get(path, headers={"If-None-Match": '"another"'})
        assert (other.status_code, other.content) == (200, first.content)
    json_, lines = (api.get(f"/articles?format={each}") for each in ("json", "jsonl"))
    assert json_.headers["etag"] != lines.headers["etag"]


def test_feed_readers_are_served(api: httpx.Client) -> None:
    """The Atom feed holds the articles, each with its author, its time and its address."""
    feed = api.get("/articles.atom", params={"canonical": "true"})
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root = ET.fromstring(feed.text)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = {each.findtext(f"{atom}id"): each for each in root.iter(f"{atom}entry")}
    assert set(entries) == {f"urn:uuid:{article_id(name)}" for name in ("forest", "ship v2")}
    forest = entries[f"urn:uuid:{article_id('forest')}"]
    assert forest.findtext(f"{atom}author/{atom}name") == "Ida Holm"
    link = forest.find(f"{atom}link[@rel='alternate']")
    assert link is not None
    assert link.get("href") == "https://example.org/forest"
    assert forest.findtext(f"{atom}published") == "2026-03-14T12:00:00Z"
