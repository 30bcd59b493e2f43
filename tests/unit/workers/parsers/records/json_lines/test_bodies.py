"""The text of a record: markup, blocks of editors, lines, and what the provider cut off."""

from __future__ import annotations

import json

import pytest

from shared.domain.article import Field
from tests.unit.workers.parsers.records.json_lines.records import FIRST, SECOND, one


def test_markup_in_the_body_becomes_paragraphs() -> None:
    """Figures and scripts go; entities are read; two breaks in a row part paragraphs."""
    body = (
        "<p>First &amp; foremost.</p><figure><figcaption>A boat</figcaption></figure>"
        "<div>Second<br>line.<br><br>Third.</div><script>x()</script>"
    )
    assert one({"body": body}).body == ("First & foremost.", "Second line.", "Third.")


def test_a_text_that_the_provider_cut_off_says_so() -> None:
    """The mark is no text."""
    item = one({"title": "Tide", "content": "The tide was late by eleven… [+1234 chars]"})
    assert item.body == ("The tide was late by eleven …",)
    assert item.notes == ("the provider cut the text off: 1234 characters are missing",)


def test_the_blocks_of_an_editor_are_paragraphs() -> None:
    """Pictures and links between them are none; pieces of one block are one paragraph."""
    blocks = [
        {"type": "paragraph", "content": [{"type": "text", "text": "The "}, {"text": "tide."}]},
        {"type": "image", "caption": "A boat", "url": "a.jpg"},
        {"_type": "block", "children": [{"_type": "span", "text": "It was late."}]},
    ]
    assert one({"title": "Tide", "body": blocks}).body == ("The tide.", "It was late.")


@pytest.mark.parametrize("key", ["article", "document"])
def test_a_text_under_a_loose_key_is_the_body_where_there_is_no_other(key: str) -> None:
    """Sets for research have it so; a word under that key is no text."""
    text = "The tide was late by eleven minutes. " * 4
    assert one({key: text, "summary": "A late tide."}).body == (text.strip(),)
    assert one({key: "A-17", "summary": "A late tide."}).body == ("A late tide.",)
    assert one({key: text, "body": "The tide was late."}).body == ("The tide was late.",)


def test_a_text_that_was_set_in_lines_has_its_paragraphs_back() -> None:
    """Lines that are full go on; a blank line or a first line that stands in parts them."""
    set_in_lines = (
        "The tide was late by eleven minutes on Tuesday, and\nnobody in the harbour could say "
        "why that was so, or\nwhether it had ever happened.\n   The pilots, who had waited since "
        "the early\nmorning, went home.\n Reuter\n"
    )
    body = one({"title": "Tide", "text": set_in_lines}).body
    assert [part[:10] for part in body] == ["The tide w", "The pilots"]
    assert body[-1].endswith("went home.")


BOTH = (FIRST, SECOND)


@pytest.mark.parametrize(
    "body",
    [
        {"ops": [{"insert": f"{FIRST}\n"}, {"insert": {"image": "a.jpg"}}, {"insert": SECOND}]},
        {"root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": one}]}
                               for one in BOTH]}},
        {"*": f"<p>{FIRST}</p><p>{SECOND}</p>"},
        [{"type": "bold", "text": "The tide"}, f"{FIRST[8:]}\n\n{SECOND}"],
        [FIRST, {"type": "image", "text": "The tide."}, SECOND],
        [FIRST, {"text": SECOND}],
        ["The ", {"type": "link", "text": "tide"}, f"{FIRST[8:]}\n", {"text": SECOND}],
    ],
)  # fmt: skip
def test_the_documents_of_more_editors_are_paragraphs(body: object) -> None:
    """Changes that made a text, trees under `root`, a wiki's `*`, pieces of one text."""
    assert one({"title": "Tide", "body": body}).body == BOTH


def test_a_text_that_was_cut_off_needs_no_plus_to_say_so() -> None:
    """Two interfaces mark it, each in its way."""
    found = one({"title": "Tide", "content": "The tide was late... [120 chars]"})
    assert found.body == ("The tide was late …",)


def test_sections_have_their_headings_above_their_paragraphs() -> None:
    """The text of extractors that keep both apart."""
    sections = [
        {"headline": [], "paragraphs": ["It rose."]},
        {"headline": ["Ebb"], "paragraphs": ["It fell."]},
    ]
    assert one({"title": "Tide", "body": {"sections": sections}}).body == (
        "It rose.",
        "Ebb",
        "It fell.",
    )


def test_what_a_wire_story_says_of_itself_is_a_claim() -> None:
    """Byline, dateline and sign-off stand in the texts of data sets and agencies' answers."""
    item = one(
        {"title": "Tide", "text": f"By Ann Ek\n\nOSLO (Reuters) - {FIRST}\n\n{SECOND}\n\nENDS"}
    )
    assert item.body == (f"OSLO (Reuters) - {FIRST}", SECOND)
    assert item.first(Field.AUTHOR) == "Ann Ek"
    assert item.first(Field.SOURCE) == "Reuters"
    assert item.first(Field.DATELINE) == "OSLO (Reuters)"


def test_parts_of_a_page_that_are_fields_are_no_text() -> None:
    """Title, byline, time and a note on the author among the blocks."""
    kinds = ["kicker", "byline", "date", "author_info"]
    blocks = [{"type": kind, "content": "By Ann Ek on Tuesday"} for kind in kinds]
    item = one({"title": "Tide", "contents": [*blocks, {"type": "text", "content": FIRST}]})
    assert item.body == (FIRST,)


def test_a_document_that_is_coded_once_more_is_a_document() -> None:
    """Editors' blocks as a text of JSON; and a publisher's tags are tags."""
    blocks = json.dumps([{"type": "p", "children": [{"text": FIRST}, {"text": f" {SECOND}"}]}])
    assert one({"title": "Tide", "content": blocks}).body == (f"{FIRST} {SECOND}",)
    assert one({"title": "Tide", "content": '{"note" of mine'}).body == ('{"note" of mine',)
    abstract = f"<jats:p>{FIRST}</jats:p><jats:p>{SECOND}</jats:p>"
    assert one({"title": "Tide", "date": "2024-03-05", "abstract": abstract}).body == (
        FIRST,
        SECOND,
    )


def test_the_program_that_a_post_was_written_in_is_no_source() -> None:
    """It stands there as a link."""
    item = one({"text": FIRST, "source": '<a href="https://x.example">For phones</a>'})
    assert Field.SOURCE not in item.claims


LEAD = "With the old ferry ends a way of life, say those who leave."


@pytest.mark.parametrize("key", ["leadText", "ingress", "perex", "chapo", "manchet", "Vorspann"])
def test_a_lead_that_the_text_does_not_repeat_opens_it(key: str) -> None:
    """Papers print it above, and pages have it in their text."""
    assert one({"title": "Tide", "body": f"{FIRST}\n\n{SECOND}", key: LEAD}).body == (LEAD, *BOTH)


@pytest.mark.parametrize(
    ("key", "lead"),
    [
        ("perex", FIRST),
        ("perex", f"<p>{FIRST}</p>"),
        ("perex", "By eleven minutes the tide was late, and nobody could say why."),
        ("ingress", "The harbour"),
        ("ingress", True),
        ("summary", LEAD),
        ("description", LEAD),
        ("excerpt", LEAD),
        ("abstract", LEAD),
        ("standfirst", LEAD),
        ("lead", LEAD),
    ],
)
def test_what_the_text_says_itself_or_what_is_about_it_opens_nothing(
    key: str, lead: object
) -> None:
    """A lead once more, in other words too, a kicker, a mark, a summary under any name."""
    assert one({"title": "Tide", "body": f"{FIRST}\n\n{SECOND}", key: lead}).body == BOTH


def test_a_mark_in_the_place_of_a_text_has_no_lead_above_it() -> None:
    """The lead stands for the text, and that is said."""
    found = one({"title": "Tide", "body": "[Removed]", "perex": LEAD})
    assert found.body == (LEAD,)
    assert found.notes == ("no body: the summary stands for it",)
