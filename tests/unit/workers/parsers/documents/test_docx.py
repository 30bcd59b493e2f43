"""DOCX: what the writer sees on the page is read, and the title is the headline."""

from __future__ import annotations

import io
import zipfile

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.documents.docx import Docx

HEADLINE = "Ferry to the islands sails again"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Legende"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="TM1"><w:name w:val="toc 1"/></w:style></w:styles>'
)
PROPERTIES = (
    '<p:coreProperties xmlns:p="a" xmlns:dc="b" xmlns:dcterms="c"><dc:title>draft 7</dc:title>'
    "<dc:creator>Ida Holm</dc:creator><dcterms:created>2026-03-13T17:05:00Z</dcterms:created>"
    "</p:coreProperties>"
)
RELATIONS = (
    '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/document.xml"/>'
    "</Relationships>"
)


def p(text: str, style: str = "") -> str:
    """Return a paragraph, in two runs."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    half = len(text) // 2
    return (
        f"<w:p>{named}<w:r><w:t>{text[:half]}</w:t></w:r>"
        f'<w:r><w:t xml:space="preserve">{text[half:]}</w:t></w:r></w:p>'
    )


def docx(body: str, **parts: str) -> bytes:
    """Return a document with this body."""
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": RELATIONS,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "docProps/core.xml": PROPERTIES,
    } | {name.replace("__", "/") + ".xml": content for name, content in parts.items()}
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


BODY = "".join(map(p, PARAGRAPHS))
WHOLE = docx(p(HEADLINE, "Titre") + BODY)


def test_a_document_is_read_as_one_article() -> None:
    """Runs are joined; the item has no label."""
    (item,) = read("ferry.docx", WHOLE).items
    assert item.body == PARAGRAPHS
    assert item.item == ""
    assert item.parser.startswith("docx/")


def test_the_title_style_is_the_headline_in_every_language() -> None:
    """A French program calls it `Titre`; what the properties say is weaker."""
    (item,) = read("ferry.docx", WHOLE).items
    assert item.first(Field.HEADLINE) == HEADLINE
    assert item.claims[Field.AUTHOR][0].value == "Ida Holm"
    assert item.claims[Field.AUTHOR][0].weight < 0.5
    assert item.claims[Field.PUBLISHED][0].value == "2026-03-13T17:05:00Z"


def test_the_heading_of_a_saved_page_is_its_headline() -> None:
    """Its title has the site's name behind it."""
    page = docx(p(f"{HEADLINE} | The Coast", "Titre") + p(HEADLINE, "heading 1") + BODY)
    assert read("ferry.docx", page).items[0].first(Field.HEADLINE) == HEADLINE


def test_the_content_decides_and_not_the_name() -> None:
    """A document in a zip's name is no archive; a zip in a document's name is none."""
    assert read("ferry.zip", WHOLE).items[0].parser.startswith("docx/")
    assert Docx().score(RawFile(name="a.docx", content=b"PK\x03\x04" + bytes(60))) == 0.0


@pytest.mark.parametrize(
    "unseen",
    [
        "<w:p><w:del><w:r><w:delText>Deleted words.</w:delText></w:r></w:del></w:p>",
        "<w:p><w:moveFrom><w:r><w:t>Moved away words.</w:t></w:r></w:moveFrom></w:p>",
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words.</w:t></w:r></w:p>",
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>",
        p("The ferry in the harbour of Skarvik last week.", "Legende"),
        p("1. Ferry 3", "TM1"),
    ],
)
def test_what_the_reader_does_not_see_as_text_is_left_out(unseen: str) -> None:
    """Deleted, moved and hidden text, codes of fields, captions, contents."""
    packed = docx(p(HEADLINE, "Titre") + unseen + BODY)
    assert read("ferry.docx", packed).items[0].body == PARAGRAPHS


def test_inserted_text_links_and_tables_are_read() -> None:
    """Tracked insertions, hyperlinks, cells, content controls."""
    first, second, third = PARAGRAPHS
    body = (
        f"<w:p><w:ins><w:r><w:t>{first}</w:t></w:r></w:ins></w:p>"
        f"<w:tbl><w:tr><w:tc>{p(second)}</w:tc></w:tr></w:tbl>"
        f"<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>{third}</w:t></w:r></w:hyperlink></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    assert read("a.docx", docx(p(HEADLINE, "Titre") + body)).items[0].body == PARAGRAPHS


def test_a_text_box_is_read_once() -> None:
    """It stands in the file twice: for new programs and for old ones."""
    box = f"<w:txbxContent>{p(PARAGRAPHS[2])}</w:txbxContent>"
    drawn = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>' + box + "</mc:Choice>"
        "<mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    body = "".join(map(p, PARAGRAPHS[:2])) + drawn
    assert read("a.docx", docx(p(HEADLINE, "Titre") + body)).items[0].body == PARAGRAPHS


def test_a_document_without_a_text_has_no_article() -> None:
    """A title alone is none."""
    assert read("a.docx", docx(p("Draft"))).reason is Reason.NO_ARTICLE


BOMB = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    "document",
    [
        f"{BOMB}]><w:document {W}><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body>",
        f"{OUTSIDE}]><w:document {W}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body>",
        f"<w:document {W}><w:body>{'<w:p>' * 5000}",
        "no XML at all",
        "",
    ],
)  # fmt: skip
def test_hostile_xml_is_refused(document: str) -> None:
    """Entities that multiply or look at files, endless depth, no XML."""
    found = read("a.docx", docx("", word__document=document))
    assert found.rejected is not None
    assert not found.items


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("a.docx", WHOLE)
