"""ODT: what the reader of the document sees, and what its properties say."""

from __future__ import annotations

import io
import zipfile

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.documents.odt import Odt

HEADLINE = "Ferry to the islands sails again"
TYPE = "application/vnd.oasis.opendocument.text"
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "text": "text", "style": "style", "table": "table", "draw": "drawing",
        "meta": "meta", "manifest": "manifest",
    }.items()
)  # fmt: skip
STYLES = (
    '<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>'
    '<style:style style:name="P2" style:parent-style-name="Illustration"/>'
    '<style:style style:name="P3"><style:text-properties text:display="none"/></style:style>'
    "</office:automatic-styles>"
)
META = (
    '<office:meta xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Draft 3</dc:title>'
    "<meta:initial-creator>Ida Holm</meta:initial-creator><dc:language>en</dc:language>"
    "<meta:creation-date>2026-03-13T18:30:00</meta:creation-date>"
    "<meta:keyword>ferry</meta:keyword><meta:keyword>sea</meta:keyword></office:meta>"
)


def p(text: str, style: str = "Text_20_body") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def content(body: str) -> str:
    return f"{STYLES}<office:body><office:text>{body}</office:text></office:body>"


def odt(body: str, *, manifest: str = "", kind: str = TYPE) -> bytes:
    """Return a document as LibreOffice packs it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        if kind:
            archive.writestr("mimetype", kind)
        told = f"<office:document-content {SPACES}>{content(body)}</office:document-content>"
        archive.writestr("content.xml", told)
        archive.writestr(
            "meta.xml", f"<office:document-meta {SPACES}>{META}</office:document-meta>"
        )
        named = f"<manifest:manifest {SPACES}>{manifest}</manifest:manifest>"
        archive.writestr("META-INF/manifest.xml", named)
    return packed.getvalue()


def flat(body: str) -> bytes:
    """Return a document as LibreOffice writes it into one file."""
    head = f'<office:document {SPACES} office:mimetype="{TYPE}">'
    return f"{head}{META}{content(body)}</office:document>".encode()


BODY = "".join(map(p, PARAGRAPHS))
WHOLE = p(HEADLINE, "P1") + BODY


@pytest.mark.parametrize("packed", [odt(WHOLE), flat(WHOLE)])
def test_a_document_is_read_as_one_article(packed: bytes) -> None:
    """Zipped or flat; what the properties say is weak evidence beside the title's style."""
    (item,) = read("a", packed).items
    assert item.parser.startswith("odt/")
    assert (item.first(Field.HEADLINE), item.body) == (HEADLINE, PARAGRAPHS)
    assert item.first(Field.AUTHOR) == "Ida Holm"
    assert item.first(Field.PUBLISHED) == "2026-03-13T18:30:00"
    assert [claim.value for claim in item.claims[Field.KEYWORD]] == ["ferry", "sea"]


def test_a_first_heading_is_the_headline_where_there_is_no_title() -> None:
    """Of the first rank alone."""
    heads = '<text:h text:outline-level="2">The sea</text:h><text:h>The ferry</text:h>'
    (item,) = read("a.odt", odt(heads + BODY)).items
    assert item.first(Field.HEADLINE) == "The ferry"


@pytest.mark.parametrize("level", ["\N{SUPERSCRIPT TWO}", "9" * 5000, "none"])
def test_a_rank_that_is_no_number_is_the_first(level: str) -> None:
    """As one that is not told."""
    head = f'<text:h text:outline-level="{level}">The ferry</text:h>'
    assert read("a.odt", odt(head + BODY)).items[0].first(Field.HEADLINE) == "The ferry"


@pytest.mark.parametrize(
    "unseen",
    [
        f"<text:tracked-changes><text:p>{PARAGRAPHS[0]} No.</text:p></text:tracked-changes>",
        p(
            "A note<office:annotation><text:p>Check this, please.</text:p></office:annotation>",
            "P3",
        ),
        p("The ferry in the harbour of Norrholm on Monday.", "P2"),
        p("Table 1: What the ferry has cost.", "Table"),
        f"<text:table-of-content>{p('The sea 4')}</text:table-of-content>",
    ],
)
def test_what_is_no_text_is_left_out(unseen: str) -> None:
    """Deleted and hidden text, comments, captions, lists of contents."""
    assert read("a.odt", odt(p(HEADLINE, "P1") + unseen + BODY)).items[0].body == PARAGRAPHS


def test_what_stands_in_a_line_is_read_in_order() -> None:
    """Signs for spaces, marked words, words behind a note, boxes beside it."""
    first, rest = PARAGRAPHS[0][:10], PARAGRAPHS[0][10:]
    note = "<text:note><text:note-body><text:p>Said twice.</text:p></text:note-body></text:note>"
    line = f"<text:span>{first}</text:span>{note}{rest.replace(' ', '<text:s/>', 1)}"
    body = p(line) + "".join(f"<table:table>{p(one)}</table:table>" for one in PARAGRAPHS[1:])
    assert read("a.odt", odt(p(HEADLINE, "P1") + body)).items[0].body == PARAGRAPHS


def test_a_document_without_its_type_is_known_by_its_name() -> None:
    """Some programs leave it out."""
    assert read("a.odt", odt(WHOLE, kind="")).items[0].body == PARAGRAPHS


@pytest.mark.parametrize("kind", [f"{TYPE.replace('text', 'spreadsheet')}", "application/epub+zip"])
def test_documents_of_other_kinds_are_not_taken(kind: str) -> None:
    """Tables, drawings and books are others' or nobody's."""
    assert Odt().score(RawFile(name="a.zip", content=odt(WHOLE, kind=kind))) == 0


def test_a_document_with_a_password_is_encrypted() -> None:
    """Its manifest says so of each part."""
    locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert read("a.odt", odt(WHOLE, manifest=locked)).reason is Reason.ENCRYPTED


def test_a_document_without_its_part_is_malformed() -> None:
    """There is nothing to read in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", TYPE)
    assert read("a.odt", packed.getvalue()).reason is Reason.MALFORMED


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Cut off and changed documents, never an exception."""
    assert_only_rejected("a.odt", odt(WHOLE))
    assert_only_rejected("a.fodt", flat(WHOLE))
