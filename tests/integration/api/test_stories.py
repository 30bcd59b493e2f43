"""Stories and the feed of changes that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.integration.api.asking import get, ids
from tests.stored import article_id

if TYPE_CHECKING:
    import httpx


def test_a_story_shows_its_members_and_why_they_belong_together(api: httpx.Client) -> None:
    """Members come with their outcome, links with their evidence."""
    story_id = get(api, f"/articles/{article_id('forest')}")["story_id"]
    story = get(api, f"/stories/{story_id}")
    assert {each["id"] for each in story["members"]} == ids(["forest", "forest copy", "forest cut"])
    assert story["canonical"] == str(article_id("forest"))
    [link] = [each for each in story["links"] if str(article_id("forest cut")) in each.values()][:1]
    assert link["containment"] > 0.9


def test_a_merged_story_leads_to_the_one_it_became(api: httpx.Client) -> None:
    """The feed names the story that ended; its address redirects for good."""
    changes = get(api, "/changes")["changes"]
    ship = get(api, f"/articles/{article_id('ship v1')}")["story_id"]
    merges = [each for each in changes if each["kind"] == "story_merged"]
    [merged] = [each for each in merges if each["detail"]["into"] == ship]
    answer = api.get(f"/stories/{merged['story_id']}")
    assert answer.status_code == 308
    assert answer.headers["location"] == f"/stories/{merged['detail']['into']}"
    whole = api.get(answer.headers["location"]).json()
    assert {member["id"] for member in whole["members"]} == ids(["ship v1", "ship v2"])


def test_a_story_under_embargo_shows_nothing_yet(api: httpx.Client) -> None:
    """Its address is there; neither the article nor the headline is named before the time."""
    story = get(api, f"/stories/{article_id('embargoed')}")
    assert story["members"] == []
    assert story["canonical"] is None
    assert "Prize" not in str(story)


def test_the_feed_has_no_gaps_and_goes_on_where_a_reader_stopped(api: httpx.Client) -> None:
    """Pages of the feed join, and its end gives back the number that was given."""
    whole = get(api, "/changes")
    numbers = [each["seq"] for each in whole["changes"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert whole["next"] == numbers[-1]
    page = get(api, "/changes", since=2, limit=2)
    assert [each["seq"] for each in page["changes"]] == [3, 4]
    assert get(api, "/changes", since=page["next"])["changes"][0]["seq"] == 5
    assert get(api, "/changes", since=whole["next"]) == {"changes": [], "next": whole["next"]}
