"""NewsML-G2 items and messages as agencies send them."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from tests.unit.workers.parsers.one_parser import (
    assert_survives,
    one,
    parse,
    score,
    sources,
    until_refused,
    values,
)
from tests.unit.workers.parsers.wire.newsml_items import SPACE, TEXT, item
from workers.parsers.base import RejectedItem
from workers.parsers.wire.newsml_g2 import NewsmlG2

NEWSML = NewsmlG2()
GOLDEN = Path(__file__).parents[4] / "golden" / "newsml_g2"

XHTML = (
    "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>One.</p><p>Two.</p></body>"
    "</html></inlineXML>"
)
INLINE_NITF = (
    "<inlineXML><nitf><body><body.content><p>One.</p></body.content></body></nitf></inlineXML>"
)
ESCAPED = "<inlineData contenttype='text/html'>&lt;p>One.&lt;/p>&lt;p>Two.&lt;/p></inlineData>"


def message(*items: str) -> str:
    return f"<newsMessage {SPACE}><itemSet>{''.join(items)}</itemSet></newsMessage>"


@pytest.mark.parametrize(
    ("meta", "content", "field", "read"),
    [
        ("<versionCreated>2024-03-05T10:00:00Z</versionCreated>", "", Field.UPDATED,
         ["2024-03-05T10:00:00Z"]),
        ("<versionCreated>2024-03-05</versionCreated><firstCreated>2024-03-04</firstCreated>", "",
         Field.PUBLISHED, ["2024-03-04", "2024-03-05"]),
        ("<embargoed>2024-03-06</embargoed>", "", Field.EMBARGO, ["2024-03-06"]),
        ('<pubStatus qcode="stat:withheld"/>', "", Field.PUB_STATUS, ["stat:withheld"]),
        ('<provider qcode="nprov:AFP"/>', "", Field.SOURCE, ["AFP"]),
        ('<provider literal="Wire"/>', "<creditline>Wire/Herald</creditline>", Field.SOURCE,
         ["Wire/Herald", "Wire"]),
        ("", "<by>By Ann Ek</by>", Field.AUTHOR, ["By Ann Ek"]),
        ("", "<creator><name>Ann Ek</name></creator>", Field.AUTHOR, ["Ann Ek"]),
        ("", '<creator literal="Bo Ek" role="cpprole:reporter"/>', Field.AUTHOR, ["Bo Ek"]),
        ("", '<contributor role="x:subEditor"><name>Li Ek</name></contributor>', Field.EDITOR,
         ["Li Ek"]),
        ("", '<contributor role="x:translator"><name>Li Ek</name></contributor>', Field.AUTHOR,
         []),
        ('<provider literal="Wire"/>', '<creator literal="Wire"/>', Field.AUTHOR, []),
        ("", '<language tag="sv"/>', Field.LANGUAGE, ["sv", "en"]),
        ("", '<subject qcode="m:1"><name xml:lang="de">Meer</name><name>sea</name></subject>',
         Field.KEYWORD, ["sea"]),
        ("", "<slugline>TIDE</slugline>", Field.SLUGLINE, ["TIDE"]),
        ("", "<located><name>Northby</name></located>", Field.DATELINE, ["Northby"]),
        ("", "<genre><name>Feature</name></genre>", Field.SECTION, ["Feature"]),
        ('<link rel="x:canonical" href="https://x.example/1"/>', "", Field.URL,
         ["https://x.example/1"]),
    ],
)  # fmt: skip
def test_an_element_of_the_metadata_is_a_claim(
    meta: str, content: str, field: Field, read: list[str]
) -> None:
    """A name, a literal or a code; a person by the role; heaviest first."""
    found = one(NEWSML, item(meta, content))
    assert values(found, field) == read
    assert all(source.startswith(("newsml ", "xml:lang")) for source in sources(found, field))


def test_identity_and_version_are_apart() -> None:
    """The version is a number of its own, never glued to the identity."""
    found = one(NEWSML, item())
    assert (values(found, Field.GUID), values(found, Field.VERSION)) == (["urn:x:1"], ["2"])


@pytest.mark.parametrize(
    ("contents", "body", "source"),
    [
        (TEXT * 3 + XHTML, ("One.", "Two."), "newsml inlineXML xhtml"),
        (TEXT + INLINE_NITF, ("One.",), "newsml inlineXML nitf body.content"),
        (TEXT + ESCAPED, ("One.", "Two."), "newsml inlineData html"),
        (TEXT, ("The tide was late.",), "newsml inlineData"),
        ("<inlineXML><html><body/></html></inlineXML>" + TEXT, ("The tide was late.",),
         "newsml inlineData"),
    ],
    ids=["xhtml", "nitf", "escaped html", "plain", "empty xhtml"],
)  # fmt: skip
def test_the_content_that_keeps_most_structure_is_the_body(
    contents: str, body: tuple[str, ...], source: str
) -> None:
    """XHTML and NITF before escaped HTML before plain text, whatever their length."""
    found = one(NEWSML, item(contents=contents))
    assert (found.body, found.body_source) == (body, source)


def test_the_page_header_inside_xhtml_is_no_text() -> None:
    """It repeats the headline and the byline; alone, it is all there is."""
    head = "<header><h1>Tide</h1><p>By A</p></header>"
    page = f"<inlineXML><html><body>{head}{{}}</body></html></inlineXML>"
    assert one(NEWSML, item(contents=page.format("<p>One.</p>"))).body == ("One.",)
    assert one(NEWSML, item(contents=page.format(""))).body == ("By A",)


@pytest.mark.parametrize(
    ("content", "note", "body"),
    [
        ("", "", ("Tide",)),
        ("", "<edNote>Wrong.</edNote>", ("Tide",)),
    ],
)
def test_a_kill_without_a_text_is_an_item(content: str, note: str, body: tuple[str, ...]) -> None:
    """Its headline stands for the text, and the notes say so."""
    found = one(NEWSML, item(f'<pubStatus qcode="stat:canceled"/>{note}', content, ""))
    assert found.body == body
    assert found.notes[0] == "canceled, without a text: the headline stands for it"


def test_a_kill_without_a_headline_has_the_editors_note() -> None:
    """And without that one, a sentence."""
    bare = '<newsItem guid="1"><itemMeta><pubStatus qcode="stat:canceled"/>{}</itemMeta></newsItem>'
    assert one(NEWSML, bare.format("<edNote>Wrong.</edNote>")).body == ("Wrong.",)
    assert one(NEWSML, bare.format("")).body == ("This item is canceled.",)


def test_signals_and_notes_of_a_correction_are_kept() -> None:
    """Signals for machines are not."""
    meta = '<edNote>Fixes name.</edNote><signal qcode="sig:correction"/><signal qcode="x:TABLE"/>'
    assert one(NEWSML, item(meta)).notes == ("signal: correction", "edNote: Fixes name.")


def test_a_message_gives_its_texts_by_their_places() -> None:
    """Pictures, packages and concepts are passed over."""
    picture = item('<itemClass qcode="ninat:picture"/>')
    package = f'<packageItem {SPACE} guid="p"><itemMeta/></packageItem>'
    found = parse(NEWSML, message(item(), picture, package, item(contents=""), item()))
    assert [each.item for each in found] == ["1", "3", "4"]
    assert isinstance(found[1], RejectedItem)
    assert found[1].rejected.reason is Reason.NO_ARTICLE


@pytest.mark.parametrize(
    "source",
    [
        f'<packageItem {SPACE} guid="p"><itemMeta/></packageItem>',
        f'<knowledgeItem {SPACE} guid="k"><itemMeta/></knowledgeItem>',
        message(item('<itemClass qcode="ninat:picture"/>')),
        item(contents='<remoteContent href="x.jpg"/>'),
    ],
    ids=["package", "knowledge", "pictures", "remote"],
)
def test_a_document_without_a_text_is_no_article(source: str) -> None:
    """References, concepts and media alone."""
    with pytest.raises(Rejected) as caught:
        parse(NEWSML, source)
    assert caught.value.reason is Reason.NO_ARTICLE


def test_a_message_that_breaks_off_gives_the_whole_items() -> None:
    """Then it is malformed."""
    found, reason = until_refused(NEWSML, message(item(), item(), item())[:-90])
    assert [each.item for each in found] == ["1", "2"]
    assert reason is Reason.MALFORMED


@pytest.mark.parametrize(
    ("source", "least", "most"),
    [
        (item(), 0.95, 1),
        (message(), 0.95, 1),
        ("<newsItem guid='1'>", 0.9, 0.9),
        ("<newsitem itemid='2286'>", 0, 0),
        ("<NewsML>", 0, 0),
        ("<html><newsItem/></html>", 0, 0),
    ],
)
def test_the_score_follows_the_root(source: str, least: float, most: float) -> None:
    """The standard's own roots, surest in its namespace."""
    assert least <= score(NEWSML, source) <= most


@pytest.mark.parametrize("case", ["item_xhtml", "message", "set_in_lines"])
def test_a_damaged_item_is_read_or_refused(case: str) -> None:
    """Cut anywhere or with any byte changed: no other exception, no item without a body."""
    assert_survives(NEWSML, (GOLDEN / case / "input.xml").read_bytes())


def test_a_text_in_another_namespace_is_read_by_the_types_of_its_elements() -> None:
    """Newspapers' systems nest texts in elements of one name; what lies between is no text."""
    text = (
        "<inlineXML><idf xmlns='http://system.example/idf'><group type='body'>"
        "<element type='paragraph'>One <object><url>x</url></object>more.</element>"
        "<element type='dateline'>Northby</element><object type='x/film'>Film</object>"
        "<element type='paragraph'>Two.</element></group></idf></inlineXML>"
    )
    read = one(NEWSML, item(contents=text))
    assert read.body == ("One more.", "Two.")
    assert values(read, Field.DATELINE) == ["Northby"]


@pytest.mark.parametrize(
    "data",
    [
        "<sports-content><team><name>Harbour Reds</name></team></sports-content>",
        "<events><event><name>Rowers meet</name><definition>At ten.</definition></event></events>",
    ],
)
def test_results_and_dates_inside_are_no_text(data: str) -> None:
    told = item(contents=f"<inlineXML>{data}</inlineXML>")
    assert until_refused(NEWSML, told) == ([], Reason.NO_ARTICLE)


def test_an_article_among_results_is_the_text() -> None:
    article = INLINE_NITF.removeprefix("<inlineXML>").removesuffix("</inlineXML>")
    data = f"<sports-content><article>{article}</article></sports-content>"
    read = one(NEWSML, item(contents=f"<inlineXML>{data}</inlineXML>"))
    assert read.body == ("One.",)


@pytest.mark.parametrize(
    "genre", ['<genre qcode="genre:Memo"/>', "<genre><name>Daily schedule</name></genre>"]
)
def test_what_is_for_desks_is_no_article(genre: str) -> None:
    """By its genre's code or name."""
    with pytest.raises(Rejected, match="it is for desks"):
        one(NEWSML, item(content=genre))
