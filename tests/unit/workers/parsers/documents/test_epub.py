"""EPUB: each chapter that is an article is an item, in the order of reading."""

from __future__ import annotations

import io
import zipfile

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, assert_only_rejected, read
from workers.parsers.base import Limits

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
COVER = "<html><body><img src='a.png'/></body></html>"
NAV = "<html><body><nav><ol><li><a href='1.xhtml'>Ferry</a></li></ol></nav></body></html>"
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:1</dc:identifier><dc:title>Skarvik Courier</dc:title>
<dc:creator>Ida Holm</dc:creator><dc:date>2026-03-14</dc:date><dc:language>en</dc:language>
</metadata>
<manifest>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="x2" href="text/two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="x1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="x3" href="text/aside.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="a.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="c"/><itemref idref="n"/><itemref idref="x1"/><itemref idref="x2"/>
<itemref idref="x3" linear="no"/><itemref idref="p"/></spine>
</package>"""
LOCKED = (
    '<encryption><EncryptedData><EncryptionMethod Algorithm="http://x/aes128-cbc"/><CipherData>'
    '<CipherReference URI="OPS/text/one.xhtml"/></CipherData></EncryptedData><EncryptedData>'
    '<EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><CipherData>'
    '<CipherReference URI="OPS/text/two .xhtml"/></CipherData></EncryptedData></encryption>'
)


def epub(**parts: str | None) -> bytes:
    """Return a book; the first member is its type, stored."""
    members = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE,
        "OPS/cover.xhtml": COVER,
        "OPS/nav.xhtml": NAV,
        "OPS/text/two .xhtml": PAGE.replace("Ferry", "Second ferry"),
        "OPS/text/one.xhtml": PAGE,
        "OPS/text/aside.xhtml": PAGE,
        "OPS/a.png": "any",
    }
    given = {
        "package": "OPS/book.opf",
        "one": "OPS/text/one.xhtml",
        "container": "META-INF/container.xml",
        "encryption": "META-INF/encryption.xml",
    }
    for name, content in parts.items():
        members.pop(given[name], None)
        if content is not None:
            members[given[name]] = content
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return sink.getvalue()


ONE, TWO = "OPS/text/one.xhtml", "OPS/text/two .xhtml"


def test_each_chapter_is_an_item_in_the_order_of_reading() -> None:
    """Cover, contents and asides are none; the labels are the paths."""
    found = read("courier.epub", epub())
    assert found.labels == [ONE, TWO]
    assert found.items[0].body[-3:] == PARAGRAPHS
    assert found.refused == {}
    assert found.items[0].parser.startswith("web_page/")


def test_the_book_says_what_its_chapters_do_not() -> None:
    """As weak evidence; the identity is that of the chapter in its book."""
    item = read("courier.epub", epub()).items[1]
    assert item.claims[Field.AUTHOR][-1].value == "Ida Holm"
    assert item.claims[Field.SOURCE][-1].value == "Skarvik Courier"
    assert item.claims[Field.PUBLISHED][-1].value == "2026-03-14"
    assert item.claims[Field.GUID][0].value == f"urn:isbn:1#{TWO}"
    assert all(item.claims[name][-1].weight <= 0.5 for name in (Field.AUTHOR, Field.PUBLISHED))


def test_the_content_decides_and_not_the_name() -> None:
    """A book in a zip's name is no archive."""
    assert read("a.zip", epub()).labels == [ONE, TWO]


def test_a_locked_chapter_is_encrypted_and_the_others_go_on() -> None:
    """A scrambled font is no lock."""
    found = read("a.epub", epub(encryption=LOCKED))
    assert found.refused == {ONE: Reason.ENCRYPTED}
    assert found.labels == [TWO]


def test_a_chapter_that_is_missing_or_too_large_is_one_item_and_the_others_go_on() -> None:
    """It is told by its path."""
    found = read("a.epub", epub(one=None))
    assert found.refused == {ONE: Reason.MALFORMED}
    assert found.labels == [TWO]
    found = read("a.epub", epub(one=PAGE + " " * 50_000), Limits(file_bytes=20_000))
    assert found.refused == {ONE: Reason.TOO_LARGE}


def test_a_book_without_its_package_is_malformed() -> None:
    """Neither named nor there."""
    assert read("a.epub", epub(container="<container/>")).reason is Reason.MALFORMED
    assert read("a.epub", epub(package=None)).reason is Reason.MALFORMED


def test_a_chapter_cannot_be_a_file_outside_the_book() -> None:
    """The path leads nowhere: there is no such member."""
    package = PACKAGE.replace("text/one.xhtml", "../../../etc/passwd")
    found = read("a.epub", epub(package=package))
    assert found.labels == [TWO]
    assert list(found.refused.values()) == [Reason.MALFORMED]


def test_a_book_of_pictures_has_no_article() -> None:
    """Its spine has no pages."""
    package = PACKAGE.replace("application/xhtml+xml", "image/svg+xml")
    assert read("a.epub", epub(package=package)).reason is Reason.NO_ARTICLE


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("a.epub", epub())
