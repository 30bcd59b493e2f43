"""ninjs in its three generations and their spellings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, score, values
from workers.parsers.records.json_lines import JsonLines
from workers.parsers.wire.ninjs import Ninjs

NINJS = Ninjs()
GOLDEN = Path(__file__).parents[4] / "golden" / "ninjs"
BASE = {"uri": "urn:x:1", "versioncreated": "2024-03-05T10:00:00Z", "pubstatus": "usable"}


def ninjs(**more: object) -> str:
    return json.dumps({**BASE, "body_text": "The tide was late.", **more})


@pytest.mark.parametrize(
    ("more", "field", "read"),
    [
        ({}, Field.GUID, ["urn:x:1"]),
        ({"guid": "g-1"}, Field.GUID, ["g-1", "urn:x:1"]),
        ({"version": "3"}, Field.VERSION, ["3"]),
        ({"version": 3}, Field.VERSION, ["3"]),
        ({"firstcreated": "2024-03-04"}, Field.PUBLISHED, ["2024-03-04", BASE["versioncreated"]]),
        ({"firstCreated": "2024-03-04"}, Field.PUBLISHED, ["2024-03-04", BASE["versioncreated"]]),
        ({}, Field.UPDATED, [BASE["versioncreated"]]),
        ({"embargoed": "2024-03-06"}, Field.EMBARGO, ["2024-03-06"]),
        ({"pubStatus": "withheld", "pubstatus": None}, Field.PUB_STATUS, ["withheld"]),
        ({"byline": "By Ann Ek"}, Field.AUTHOR, ["By Ann Ek"]),
        ({"by": "Ann Ek"}, Field.AUTHOR, ["Ann Ek"]),
        ({"authors": [{"name": "Ann", "role": "writer"}, {"name": "Li", "role": "editor"}]},
         Field.AUTHOR, ["Ann"]),
        ({"authors": [{"name": "Li", "role": "editor"}]}, Field.EDITOR, ["Li"]),
        ({"authors": "Ann"}, Field.AUTHOR, ["Ann"]),
        ({"headline": "Tide"}, Field.HEADLINE, ["Tide"]),
        ({"headlines": [{"role": "seo", "value": "T"}, {"role": "main", "value": "Tide"}]},
         Field.HEADLINE, ["Tide", "T"]),
        ({"infosource": [{"name": "Wire"}], "copyrightholder": "Wire Ltd"}, Field.SOURCE,
         ["Wire", "Wire Ltd"]),
        ({"infoSources": [{"literal": "Wire"}]}, Field.SOURCE, ["Wire"]),
        ({"subject": [{"name": "sea", "code": "1"}, {"code": "2"}]}, Field.KEYWORD, ["sea"]),
        ({"located": "Northby"}, Field.DATELINE, ["Northby"]),
        ({"located": "Northby", "byline": "Ann Ek"}, Field.DATELINE, ["Northby"]),
        ({"located": "Ann Ek", "byline": "ANN EK"}, Field.DATELINE, []),
        ({"slugline": "TIDE"}, Field.SLUGLINE, ["TIDE"]),
        ({"genres": [{"name": "Feature"}]}, Field.SECTION, ["Feature"]),
    ],
)  # fmt: skip
def test_a_key_is_a_claim(more: dict[str, object], field: Field, read: list[str]) -> None:
    """However it is spelt; heaviest first."""
    assert values(one(NINJS, ninjs(**more)), field) == read


@pytest.mark.parametrize(
    ("more", "body", "source"),
    [
        ({"body_xhtml": "<p>One.</p><p>Two.</p>"}, ("One.", "Two."), "ninjs body xhtml"),
        ({"body_text": "One.\n\nTwo."}, ("One.", "Two."), "ninjs body text"),
        ({"bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>One.</p>"}]},
         ("One.",), "ninjs body main"),
        ({"bodies": [{"role": "x", "contentType": "application/xhtml+xml", "value": "<p>1.</p>"},
                     {"role": "y", "contentType": "text/plain", "value": "1. And much more."}]},
         ("1.",), "ninjs body x"),
    ],
)  # fmt: skip
def test_the_marked_rendition_is_preferred(
    more: dict[str, object], body: tuple[str, ...], source: str
) -> None:
    """In 1.x by the key, in 2.x and 3.x by the kind of content."""
    found = one(NINJS, ninjs(**more))
    assert (found.body, found.body_source) == (body, source)


def test_a_description_stands_for_a_missing_body() -> None:
    """And is said to."""
    found = one(NINJS, json.dumps({**BASE, "description_text": "Short.", "headline": "Tide"}))
    assert (found.body, found.notes) == (("Short.",), ("no body: the description stands for it",))


def test_a_kill_without_a_body_is_an_item() -> None:
    """Its headline stands for the text; the editors' note is kept."""
    killed = {**BASE, "pubstatus": "canceled", "headline": "Tide", "ednote": "Wrong."}
    found = one(NINJS, json.dumps(killed))
    assert found.body == ("Tide",)
    assert found.notes == (
        "canceled, without a text: the headline stands for it",
        "edNote: Wrong.",
    )


def test_a_list_gives_its_texts_by_their_places() -> None:
    """Pictures are passed over."""
    items = [json.loads(ninjs()), {**BASE, "type": "picture"}, json.loads(ninjs())]
    assert [each.item for each in parse(NINJS, json.dumps(items))] == ["1", "3"]
    assert [each.item for each in parse(NINJS, json.dumps({"items": items}))] == ["1", "3"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (json.dumps({**BASE, "type": "picture", "body_text": "Caption."}), Reason.NO_ARTICLE),
        (json.dumps({**BASE, "headline": "Tide"}), Reason.NO_ARTICLE),
        (json.dumps([{**BASE, "type": "video"}]), Reason.NO_ARTICLE),
        ("3", Reason.MALFORMED),
        (ninjs()[:-3], Reason.MALFORMED),
    ],
    ids=["picture", "no text", "videos", "number", "cut"],
)
def test_what_holds_no_text_is_refused(source: str, reason: Reason) -> None:
    """With the reason."""
    with pytest.raises(Rejected) as caught:
        parse(NINJS, source)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (ninjs(), 0.9),
        (json.dumps([json.loads(ninjs())]), 0.9),
        (json.dumps({"standard": {"name": "ninjs"}, **BASE}), 0.98),
        (ninjs() + "\n" + ninjs(), 0),
        ('{"uri": "x", "title": "a", "body": "b"}', 0),
        ('{"title": "about ninjs", "body": "b"}', 0),
        ("ninjs", 0),
    ],
    ids=["item", "list", "named", "lines", "other", "about it", "text"],
)
def test_the_score_follows_the_keys(source: str, expected: float) -> None:
    """An identity beside several keys of the standard; JSON lines are read line by line."""
    assert score(NINJS, source) == expected


def test_the_score_beats_the_general_reader_of_json() -> None:
    """Which would take the same keys for its own."""
    assert score(NINJS, ninjs()) > score(JsonLines(), ninjs())


@pytest.mark.parametrize(
    "answer",
    [
        {"total": 1, "facets": [{"name": "sea"}], "item": [json.loads(ninjs())]},
        {"data": {"meta": {"id": 7}, "item": json.loads(ninjs())}},
        {"response": {"documents": [json.loads(ninjs())]}},
    ],
)
def test_the_answer_of_an_interface_holds_the_items(answer: dict[str, object]) -> None:
    """Under any key, beside lists of other things."""
    assert [each.item for each in parse(NINJS, json.dumps(answer))] == ["1"]


@pytest.mark.parametrize("case", ["text_1x", "text_3x", "list_with_kill"])
def test_a_damaged_item_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(NINJS, (GOLDEN / case / "input.json").read_bytes())


def test_an_advisory_is_no_article() -> None:
    """The item says so itself."""
    with pytest.raises(Rejected, match="of type advisory: it is for desks"):
        one(NINJS, ninjs(type="advisory"))
    assert one(NINJS, ninjs(type="advisory", pubstatus="canceled")).body == ("The tide was late.",)
    assert one(NINJS, ninjs(type="text", headline="A memo tells all")).body
