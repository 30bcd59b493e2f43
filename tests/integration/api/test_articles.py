"""Articles: the list, its filters and pages, one, its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.builders import HARBOUR
from tests.integration.api.asking import SHOWN, get, ids, shown
from tests.stored import article_id, delivery_id

if TYPE_CHECKING:
    import httpx


def test_only_what_may_be_shown_is_listed(api: httpx.Client) -> None:
    """Neither an older version nor a killed nor an embargoed article is in the list."""
    assert shown(api) == ids(SHOWN)


def test_an_article_has_the_keys_and_values_of_the_export(api: httpx.Client) -> None:
    """Names, texts, times in UTC and provenance come as they were stored."""
    found = get(api, f"/articles/{article_id('forest')}")
    assert found["file"] == "wire/forest.txt"
    assert found["headline"] == "City buys old forest"
    assert found["authors"] == ["Ida Holm"]
    assert found["source"] == "The Wire"
    assert found["published_at"] == "2026-03-14T12:00:00Z"
    assert found["body"].count("\n\n") == 4
    assert found["provenance"]["published"]["assumed"] == "zone UTC: none stated"
    assert found["delivery"] == str(delivery_id("forest"))
    assert (found["outcome"], found["version"], found["canonical"]) == ("new", 1, True)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({"provider": "wire"}, ["forest"]),
        ({"source": "The Wire"}, ["forest"]),
        ({"language": "de"}, []),
        ({"canonical": "true"}, ["forest", "ship v2"]),
        ({"q": "mayor holm"}, ["forest", "forest copy", "forest cut"]),
        ({"q": '"ida holm" -walkers'}, ["forest cut"]),
        ({"q": "withdrawn OR prize"}, []),
        ({"published_from": "2026-03-14T12:45:00"}, ["forest cut"]),
        (
            {"published_from": "2026-03-14T13:30+01:00", "published_to": "2026-03-14T13:00Z"},
            ["forest copy"],
        ),
    ],
)
def test_filters_choose_articles(
    api: httpx.Client, query: dict[str, str], names: list[str]
) -> None:
    """Each filter leaves the articles that it names, and a time without a zone is UTC."""
    assert shown(api, **query) == ids(names)


def test_the_articles_of_a_story_are_asked_for_by_its_id(api: httpx.Client) -> None:
    """A story's id as a filter gives its articles that may be shown."""
    story = get(api, f"/articles/{article_id('forest')}")["story_id"]
    assert shown(api, story=story) == ids(["forest", "forest copy", "forest cut"])


def test_the_newest_come_first(api: httpx.Client) -> None:
    """By the time published, else received."""
    found = get(api, "/articles")["articles"]
    assert [each["published_at"] for each in found] == sorted(
        (each["published_at"] for each in found), reverse=True
    )


def test_pages_hold_every_article_once(api: httpx.Client) -> None:
    """Following `next` to its end gives each article once, the last page says so."""
    seen: list[str] = []
    after: dict[str, Any] = {}
    while True:
        page = get(api, "/articles", limit=1, **after)
        seen += [each["id"] for each in page["articles"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert len(seen) == len(set(seen))
    assert set(seen) == ids(SHOWN)


@pytest.mark.parametrize("more", [{}, {"q": "forest"}])
def test_a_page_after_nothing_is_refused(api: httpx.Client, more: dict[str, str]) -> None:
    """An empty page would say that this was the last."""
    assert "begin again" in get(api, "/articles", 422, after=str(uuid4()), **more)["detail"]


def test_versions_come_first_to_last(api: httpx.Client) -> None:
    """An item's versions are told by any of them, and the current one says so."""
    versions = get(api, f"/articles/{article_id('ship v1')}/versions")["versions"]
    assert [each["id"] for each in versions] == [
        str(article_id("ship v1")),
        str(article_id("ship v2")),
    ]
    assert [each["current"] for each in versions] == [False, True]
    assert versions[1]["supersedes"] == versions[0]["id"]


def test_a_version_tells_what_it_changed(api: httpx.Client) -> None:
    """Words and paragraphs that came or went, and the version that it is compared with."""
    first, second = get(api, f"/articles/{article_id('ship v2')}/versions")["versions"]
    assert first["changes"] is None
    changes = second["changes"]
    assert changes["since"] == first["id"]
    assert changes["headline"] == [
        {"kind": "kept", "text": "Ship aground"},
        {"kind": "added", "text": ", tugs sent"},
    ]
    assert changes["paragraphs"] == [[{"kind": "added", "text": HARBOUR[3]}]]
    assert changes["fields"] == []
    assert changes["words_added"] == 2 + len(HARBOUR[3].split())
    assert changes["words_removed"] == 0


def test_a_killed_article_is_gone_and_an_embargoed_one_not_yet_there(api: httpx.Client) -> None:
    """Their texts cannot be read by their ids either."""
    assert "withdrawn" in get(api, f"/articles/{article_id('killed')}", 410)["detail"]
    assert "withdrawn" in get(api, f"/articles/{article_id('doubtful')}", 410)["detail"]
    assert "yet" in get(api, f"/articles/{article_id('embargoed')}", 403)["detail"]
    assert get(api, f"/articles/{article_id('killed')}/versions")["versions"] == []
