"""MHTML: the page inside is read with its address."""

from __future__ import annotations

import base64
import quopri

import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PAGE, PARAGRAPHS, assert_only_rejected, read
from workers.parsers.base import RawFile
from workers.parsers.mail.mhtml import Mhtml

URL = "https://news.example/ferry"
PICTURE = (
    "--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
    f"Content-Location: {URL}/a.png\r\n\r\n{base64.b64encode(bytes(99)).decode()}\r\n"
)
FRAME = (
    "--x\r\nContent-Type: text/html\r\nContent-ID: <frame@x>\r\n\r\n<p>An advertisement.</p>\r\n"
)


def saved(page: bytes = PAGE.encode(), charset: str = "utf-8", *, before: str = "") -> bytes:
    """Return a page as a browser saves it."""
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\n"
        "Subject: =?utf-8?Q?Ferry?=\r\n"
        "Date: Fri, 13 Mar 2026 18:30:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="x"\r\n\r\n'
        f"{before}--x\r\nContent-Type: text/html; charset={charset}\r\nContent-ID: <page@x>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {URL}\r\n\r\n"
    ).encode() + quopri.encodestring(page) + f"\r\n{PICTURE}--x--\r\n".encode()  # fmt: skip


def test_a_saved_page_is_read_with_its_address() -> None:
    """It has one item without a label, by the parser of pages; its picture is none."""
    found = read("ferry.mhtml", saved())
    (item,) = found.items
    assert item.item == ""
    assert item.body[-3:] == PARAGRAPHS
    assert item.first(Field.URL) == URL
    assert item.parser.startswith("web_page/")
    assert found.refused == {}


def test_the_signature_decides_and_not_the_name() -> None:
    """A saved page is known by who saved it."""
    assert read("ferry.txt", saved()).items[0].first(Field.URL) == URL


def test_the_charset_of_the_part_is_used() -> None:
    """Browsers save pages in the charset that they came in."""
    page = PAGE.replace("ferry", "F\u00e4hre").encode("cp1250")
    assert "F\u00e4hre" in read("a.mht", saved(page, "windows-1250")).items[0].body[-3]


def test_the_page_is_the_part_with_the_address_of_the_file() -> None:
    """A frame that stands before it is passed over."""
    assert read("a.mht", saved(before=FRAME)).items[0].body[-3:] == PARAGRAPHS


def test_the_page_is_the_part_that_is_named_as_the_start() -> None:
    """Older browsers name no address for the whole."""
    packed = saved(before=FRAME).replace(b"Snapshot-Content-Location: ", b"X-Was: ")
    packed = packed.replace(b'\tboundary="x"', b'\tboundary="x"; start="<page@x>"')
    assert read("a.mht", packed).items[0].body[-3:] == PARAGRAPHS


def test_a_file_that_breaks_off_says_so() -> None:
    """The page was whole, the pictures were not: a note."""
    item = read("a.mht", saved()[:-90]).items[0]
    assert "the file breaks off: the page may not be whole" in item.notes


def test_a_file_without_a_page_has_no_article() -> None:
    """Pictures only."""
    packed = saved().replace(b"Content-Type: text/html", b"Content-Type: image/png")
    assert read("a.mht", packed).reason is Reason.NO_ARTICLE


@pytest.mark.parametrize(
    "head",
    [
        (
            b"From: Ida <a@b.example>\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\n"
            b"Content-Type: multipart/related; boundary=x\r\n\r\n"
        ),
        b"A text about Content-Type: multipart/related\n",
        b"",
    ],
)
def test_a_mail_with_pictures_is_no_saved_page(head: bytes) -> None:
    """It was sent to somebody."""
    assert Mhtml().score(RawFile(name="a.mht", content=head)) == 0.0


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("a.mht", saved(before=FRAME))
