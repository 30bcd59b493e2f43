"""Lists in which JSON files an article under terms of several kinds, and records without a text."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.json_lines.records import one, parse
from workers.parsers.base import RejectedItem

TEXT = "The tide was late by eleven minutes."


def told(key: str, terms: object, field: Field) -> list[str]:
    return [claim.value for claim in one({"body": TEXT, key: terms}).claims.get(field, ())]


AGENCY = [
    {"type": "x:desk", "name": "Politics"},
    {"type": "x:dpasubject", "name": "Shipping"},
    {"type": "x:geosubject", "name": "Norway"},
    {"type": "x:wire", "name": "Basic service"},
]
SITE = [
    [{"taxonomy": "category", "name": "Local"}],
    [{"taxonomy": "post_tag", "name": "Lighthouses"}, {"taxonomy": "series", "name": "Sea"}],
]


def test_of_categories_the_desk_is_the_section_and_subjects_are_keywords() -> None:
    """What carried the story, or of which genre it is, is neither."""
    assert told("categories", AGENCY, Field.SECTION) == ["Politics"]
    assert told("categories", AGENCY, Field.KEYWORD) == ["Shipping", "Norway"]


def test_of_tags_a_category_is_the_section() -> None:
    """Terms of a kind that is not known stay keywords where keywords are asked for."""
    assert told("tags", SITE, Field.SECTION) == ["Local"]
    assert told("tags", SITE, Field.KEYWORD) == ["Lighthouses", "Sea"]


def test_terms_without_kinds_are_what_their_key_says() -> None:
    """Names alone, and objects that are of no known kind, are sections under `categories`."""
    assert told("categories", ["Sport"], Field.SECTION) == ["Sport"]
    assert told("categories", [{"name": "Sport", "type": 3}], Field.SECTION) == ["Sport"]
    assert told("categories", [{"name": "Sport", "type": "main"}], Field.SECTION) == ["Sport"]


@pytest.mark.parametrize("word", ["Annulleret", "Annuleret", "canceled", "killed", "zurückgezogen"])
def test_a_status_says_that_a_story_was_taken_back(word: str) -> None:
    """In the language of the agency."""
    claims = one({"title": "Tide", "body": TEXT, "status": word}).claims
    assert [claim.value for claim in claims[Field.PUB_STATUS]] == ["canceled"]


@pytest.mark.parametrize("kind", ["image", "picture", "node--image", "Video", "image/jpeg"])
def test_what_describes_a_picture_is_a_caption(kind: str) -> None:
    """A record of such a kind without a text of its own is refused by its kind; others go on."""
    picture = {"title": "Tide", "description": TEXT, "date": "2024-03-05", "type": kind}
    refused, read = parse([picture, {**picture, "type": "article"}])
    assert isinstance(refused, RejectedItem)
    assert f"of the kind {kind}: what describes it is a caption" in refused.rejected.detail
    assert not isinstance(read, RejectedItem)


@pytest.mark.parametrize(
    "entry",
    [
        {"title": "Council meets", "start": "2024-03-05T10:00", "location": "Tolvik"},
        {"title": "Council meets", "startDate": "2024-03-05"},
        {"title": "Council meets", "type": "event"},
        {"events": [{"headline": "Council meets", "eventStart": "2024-03-05"}]},
    ],
)
def test_an_event_of_a_calendar_is_refused_as_one(entry: dict[str, object]) -> None:
    """It has a title and times, and no text."""
    (refused,) = parse([entry])
    assert isinstance(refused, RejectedItem)
    assert "an event of a calendar" in refused.rejected.detail
