"""NITF documents as the wires send them."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import assert_survives, one, parse, score, values
from workers.parsers.wire.nitf import Nitf

NITF = Nitf()
GOLDEN = Path(__file__).parents[4] / "golden" / "nitf"
TEXT = "<p>The tide was late.</p>"
SUBJECT = (
    '<tobject><tobject.subject tobject.subject.type="a" tobject.subject.matter="b"/></tobject>'
)
NAMED = (
    "<identified-content><classifier>Ferries</classifier><person>Rask, Ines</person>"
    "</identified-content>"
)


def nitf(
    data: str = "", head: str = "", above: str = "", text: str = TEXT, status: str = ""
) -> str:
    return (
        f"<nitf><head><docdata {status}>{data}</docdata>{head}</head><body><body.head>"
        f"<hedline><hl1>Tide</hl1></hedline>{above}</body.head>"
        f"<body.content>{text}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("data", "field", "read"),
    [
        ('<doc-id id-string="x-1" regsrc="XW"/>', Field.GUID, ["x-1"]),
        ('<doc-id id-string="x-1" regsrc="XW"/>', Field.SOURCE, ["XW"]),
        ('<date.issue norm="20240305T113000Z"/>', Field.PUBLISHED, ["20240305T113000Z"]),
        ('<date.release norm="20240305T113000Z"/>', Field.PUBLISHED, ["20240305T113000Z"]),
        ('<du-key key="TIDE" version="4"/>', Field.VERSION, ["4"]),
        ('<du-key key="TIDE" generation="2"/>', Field.VERSION, ["2"]),
        ('<du-key key="TIDE"/>', Field.SLUGLINE, ["TIDE"]),
        ('<key-list><keyword key="sea"/><keyword key="moon"/></key-list>', Field.KEYWORD,
         ["sea", "moon"]),
        (NAMED, Field.KEYWORD, ["Ferries", "Rask, Ines"]),
    ],
)  # fmt: skip
def test_an_element_of_the_documents_data_is_a_claim(
    data: str, field: Field, read: list[str]
) -> None:
    """Its attribute, as it stands."""
    assert values(one(NITF, nitf(data)), field) == read


@pytest.mark.parametrize(
    ("head", "above", "field", "read"),
    [
        ("", "<byline>By <person>Ann Ek</person><byttl>Writer</byttl></byline>", Field.AUTHOR,
         ["Ann Ek"]),
        ("", "<byline>By ANN EK<byttl>Wire Writer</byttl></byline>", Field.AUTHOR, ["By ANN EK"]),
        ("", "<dateline><location>NORTHBY</location></dateline>", Field.DATELINE, ["NORTHBY"]),
        ("", "<distributor>Wire</distributor>", Field.SOURCE, ["Wire"]),
        ('<pubdata name="Daily" position.section="World"/>', "", Field.SECTION, ["World"]),
        ('<revision-history name="Li Ek" function="editor" norm="20240305"/>', "", Field.EDITOR,
         ["Li Ek"]),
        (SUBJECT, "", Field.KEYWORD, ["b"]),
    ],
)  # fmt: skip
def test_what_stands_around_the_text_is_a_claim(
    head: str, above: str, field: Field, read: list[str]
) -> None:
    """Persons without their titles."""
    assert values(one(NITF, nitf(head=head, above=above)), field) == read


def test_a_release_after_the_issue_is_an_embargo() -> None:
    """One at the same time is none."""
    later = '<date.issue norm="20240305T100000Z"/><date.release norm="20240305T120000Z"/>'
    assert values(one(NITF, nitf(later)), Field.EMBARGO) == ["20240305T120000Z"]
    assert values(one(NITF, nitf(later.replace("12", "10"))), Field.EMBARGO) == []


def test_the_body_has_paragraphs_without_headline_and_pictures() -> None:
    """Subheads, quotes and rows are paragraphs; captions are none."""
    text = (
        "<block><p>Tide</p><hl2>Sea</hl2><p>One <org>Line</org>.</p><media><media-reference/>"
        "<media-caption>Boat</media-caption></media><bq><block><p>Said.</p></block></bq></block>"
    )
    assert one(NITF, nitf(text=text)).body == ("Sea", "One Line.", "Said.")


def test_an_abstract_stands_for_a_missing_text() -> None:
    """And is said to."""
    found = one(NITF, nitf(above="<abstract><p>Short.</p></abstract>", text=""))
    assert (found.body, found.body_source) == (("Short.",), "nitf abstract")
    assert found.notes == ("no body.content: the abstract stands for it",)


def test_a_kill_without_a_text_is_an_item() -> None:
    """Its headline stands for the text; the editors' message is kept."""
    killed = nitf('<ed-msg info="KILL. Wrong."/>', text="", status='management-status="canceled"')
    found = one(NITF, killed)
    assert values(found, Field.PUB_STATUS) == ["canceled"]
    assert found.body == ("Tide",)
    assert found.notes == (
        "canceled, without a text: the headline stands for it",
        "ed-msg: KILL. Wrong.",
    )


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (nitf(text=""), Reason.NO_ARTICLE),
        (nitf()[:-20], Reason.MALFORMED),
        (nitf(text="<p>" * 500 + "</p>" * 500), Reason.TOO_DEEP),
    ],
    ids=["empty", "cut", "deep"],
)
def test_a_document_without_a_text_or_an_end_is_refused(source: str, reason: Reason) -> None:
    """With the reason."""
    with pytest.raises(Rejected) as caught:
        parse(NITF, source)
    assert caught.value.reason is reason


def test_a_mistake_in_the_markup_is_mended_and_said() -> None:
    """The document has its end, so nothing of it is missing."""
    found = one(NITF, nitf(text="<p>One<br></p><p>Two.</p>"))
    assert "".join(found.body).endswith("Two.")
    assert found.notes == ("broken markup mended",)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (nitf(), 0.98),
        ('<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "x.dtd"><nitf>', 0.98),
        ("<x><nitf/></x>", 0),
        ("nitf", 0),
    ],
)
def test_the_score_follows_the_root(source: str, expected: float) -> None:
    """`nitf` and nothing else."""
    assert score(NITF, source) == expected


@pytest.mark.parametrize("case", ["correction", "kill"])
def test_a_damaged_document_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(NITF, (GOLDEN / case / "input.xml").read_bytes())


@pytest.mark.parametrize(
    ("value", "read"), [("Shipping", ["Shipping"]), ("04000000", []), ("POL", []), ("a:b7", [])]
)
def test_a_classifiers_code_is_no_keyword(value: str, read: list[str]) -> None:
    """Its words are."""
    data = f'<identified-content><classifier type="x" value="{value}"/></identified-content>'
    assert values(one(NITF, nitf(data)), Field.KEYWORD) == read


def test_an_archives_lead_and_correction_are_no_part_of_the_full_text() -> None:
    """They stand in blocks of their own beside it."""
    blocks = (
        '<block class="lead_paragraph"><p>LEAD: The tide was late.</p></block>'
        '<block class="full_text"><p>The tide was late.</p><p>It came at noon.</p></block>'
        '<block class="correction_text"><p>It came at one.</p></block>'
    )
    assert one(NITF, nitf(text=blocks)).body == ("The tide was late.", "It came at noon.")


def test_a_lead_that_an_archive_has_twice_is_read_once() -> None:
    lead = "<p>LEAD: The tide was late.</p><p>The tide was late.</p><p>It came at noon.</p>"
    blocks = f'<block class="full_text">{lead}</block>'
    assert one(NITF, nitf(text=blocks)).body == ("The tide was late.", "It came at noon.")


def test_a_classifier_can_say_its_word_in_its_text() -> None:
    """A path in a tree of classes is none."""
    told = "<classifier>Ferries</classifier><classifier>Top/News</classifier>"
    read = one(NITF, nitf(f"<identified-content>{told}</identified-content>"))
    assert values(read, Field.KEYWORD) == ["Ferries"]
