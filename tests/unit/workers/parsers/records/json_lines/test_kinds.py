"""Lists in which JSON files an article under terms of several kinds, and records without a text."""

from __future__ import annotations

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.records.json_lines.records import one, parse
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


def test_a_term_keeps_its_comma_and_hidden_ones_are_none() -> None:
    """`Rask, Ines` is one person; a system's own marks are no keywords."""
    terms = [{"name": "persons", "value": "Rask, Ines"}, {"name": "#x", "visibility": "internal"}]
    assert told("keywords", terms, Field.KEYWORD) == ["Rask, Ines"]


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ({"name": "ada", "nickname": "Ada Holm"}, "Ada Holm"),
        ({"username": "ada", "display_name": "Ada Holm"}, "Ada Holm"),
        ({"name": "Ada Holm", "nickname": "ada the third"}, "Ada Holm"),
        ({"data": {"id": 2, "attributes": {"name": "Ada Holm"}}}, "Ada Holm"),
        ({"en-US": "Ada Holm"}, "Ada Holm"),
    ],
)
def test_a_person_is_called_by_the_full_name(person: dict[str, object], name: str) -> None:
    """Not by that for logging in, nor by a number."""
    assert told("author", person, Field.AUTHOR) == [name]


def test_a_post_that_is_passed_on_is_its_writer_s() -> None:
    """Who passed it on, and when, says nothing of the text."""
    inner = {"content": TEXT, "account": {"display_name": "Ann Ek"}, "created_at": "2024-03-04"}
    outer = {"content": "", "account": {"display_name": "Bo Ek"}, "created_at": "2024-03-05"}
    item = one({**outer, "reblog": inner})
    assert item.first(Field.AUTHOR) == "Ann Ek"
    assert item.first(Field.PUBLISHED) == "2024-03-04"
    assert one({**inner, "reblog": None}).body == (TEXT,)


def test_a_post_s_last_line_of_hashtags_is_keywords() -> None:
    """As are those of other keys."""
    item = one({"text": f"{TEXT}\n\n#sea #tide", "tags": ["water"]})
    assert item.body == (TEXT,)
    assert [claim.value for claim in item.claims[Field.KEYWORD]] == ["water", "sea", "tide"]


def test_a_chat_s_signs_are_no_text_and_its_program_s_notes_no_article() -> None:
    """Links and stars of Slack, and who came into the room."""
    item = one({"text": f"*Tide late*\n\n{TEXT} <https://x.example/1|More> of it."})
    assert item.body == ("Tide late", f"{TEXT} More of it.")
    (refused,) = parse([{"text": "<@U1> has joined", "subtype": "channel_join"}])
    assert isinstance(refused, RejectedItem)
    assert "a note of the chat's program" in refused.rejected.detail


def test_a_text_in_several_languages_is_read_in_the_first() -> None:
    """Exports of Contentful have each field so, with one language too."""
    item = one({"title": {"de-DE": "Flut", "en-US": "Tide"}, "body": {"de-DE": "Die Flut kam."}})
    assert item.first(Field.HEADLINE) == "Flut"
    assert item.body == ("Die Flut kam.",)
