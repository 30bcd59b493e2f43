"""PDF: paragraphs come back out of printed lines, and what frames a page stays behind."""

from __future__ import annotations

import io
import textwrap
from typing import Any

import pypdf
import pytest

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PARAGRAPHS, TEXT, assert_only_rejected, read
from workers.parsers.base import Limits, RawFile
from workers.parsers.documents.pdf import Pdf

HEADLINE = "Ferry to the islands sails again"
Placed = tuple[float, float, float, str]
"""A line: x and y in points from the lower left, size, text."""


def pdf(*pages: list[Placed], info: str = "/Producer (a pen)") -> bytes:
    """Return a PDF of pages of lines, written by hand."""
    streams = [_stream(page) for page in pages]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    body, offsets = "%PDF-1.4\n", []
    for n, each in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{n} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
    xref = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}"
    return f"{body}{xref}startxref\n{len(body)}\n%%EOF".encode("cp1252")


def _stream(page: list[Placed]) -> str:
    return "\n".join(
        f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text.replace('(', '').replace(')', '')}) Tj ET"
        for x, y, size, text in page
    )


def column(
    paragraphs: tuple[str, ...] = PARAGRAPHS, *, x: float = 60, y: float = 700, width: int = 50,
    space: float = 0, indent: float = 0,
) -> list[Placed]:  # fmt: skip
    """Return paragraphs as lines of 10 point on 13, with space between them or indents."""
    lines: list[Placed] = []
    for paragraph in paragraphs:
        for n, line in enumerate(textwrap.wrap(paragraph, width)):
            lines.append((x + (indent if n == 0 else 0), y, 10, line))
            y -= 13
        y -= space
    return lines


TITLE: list[Placed] = [(60, 760, 22, "Ferry to the islands"), (60, 736, 22, "sails again")]


@pytest.mark.parametrize("how", [{"space": 6}, {"indent": 12}, {}])
def test_the_lines_of_a_paragraph_are_joined(how: dict[str, Any]) -> None:
    """Paragraphs are told by space, by indents, or by their short last lines."""
    (item,) = read("ferry.pdf", pdf(TITLE + column(**how))).items
    assert item.body == PARAGRAPHS
    assert item.item == ""
    assert item.parser.startswith("pdf/")


def test_the_largest_type_is_the_headline() -> None:
    """It may run over two lines; what the properties say is weaker."""
    packed = pdf(TITLE + column(), info="/Title (draft 7) /CreationDate (D:20260313170500+01'00')")
    (item,) = read("ferry.pdf", packed).items
    assert item.first(Field.HEADLINE) == HEADLINE
    assert "draft 7" in {claim.value for claim in item.claims[Field.HEADLINE]}
    assert item.claims[Field.PUBLISHED][0].value == "2026-03-13T17:05:00+01:00"
    assert item.claims[Field.PUBLISHED][0].weight < 0.5
    assert item.first(Field.LANGUAGE) == "en"


def test_a_byline_below_the_headline_is_read() -> None:
    """What a text says of itself is read in a PDF, too."""
    packed = pdf([*TITLE, (60, 715, 10, "By Ida Holm"), *column(y=690, space=6)])
    (item,) = read("ferry.pdf", packed).items
    assert any("Ida Holm" in claim.value for claim in item.claims[Field.AUTHOR])
    assert item.body == PARAGRAPHS


def test_two_columns_are_read_one_after_the_other() -> None:
    """A sentence that goes on at the top of the next column stays one."""
    lines = column(width=28)
    left: list[Placed] = [(60, 700 - 13 * n, 10, line[3]) for n, line in enumerate(lines[:6])]
    right: list[Placed] = [(320, 700 - 13 * n, 10, line[3]) for n, line in enumerate(lines[6:])]
    (item,) = read("ferry.pdf", pdf(TITLE + left + right)).items
    assert " ".join(item.body) == " ".join(PARAGRAPHS)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """They come again at the edges of the pages, with another number."""
    pages = [
        [(60, 810, 8.5, f"Skarvik Courier, page {n}"), *column((p,)), (300, 30, 8.5, f"- {n} -")]
        for n, p in enumerate(PARAGRAPHS, 1)
    ]
    (item,) = read("ferry.pdf", pdf(*pages)).items
    assert item.body == PARAGRAPHS


def test_a_day_in_the_running_heads_is_that_of_the_issue() -> None:
    """It is believed before the day on which the file was made."""
    pages = [[(60, 810, 8.5, "Skarvik Courier, 14 March 2025"), *column((p,))] for p in PARAGRAPHS]
    made = "/CreationDate (D:20260101090000Z)"
    (item,) = read("ferry.pdf", pdf(*pages, info=made)).items
    first, second = item.claims[Field.PUBLISHED][:2]
    assert (first.source, second.source) == ("pdf running head", "pdf property CreationDate")
    assert item.body == PARAGRAPHS


@pytest.mark.parametrize("pages", [1, 2])
def test_the_day_on_a_printed_web_page_is_that_of_the_printing(pages: int) -> None:
    """A browser sets it above each page, and the address below: that is the article's."""
    url = "https://news.example/2012/ferry"
    edges: list[list[Placed]] = [
        [(60, 820, 7, "11/29/26, 1:42 PM"), (60, 20, 7, f"{url} {at + 1}/{pages}")]
        for at in range(pages)
    ]
    texts = [TITLE + column(), column(PARAGRAPHS[:1], y=740)][:pages]
    made = pdf(*map(list.__add__, edges, texts), info="/CreationDate (D:20261129134200Z)")
    (item,) = read("ferry.pdf", made).items
    assert Field.PUBLISHED not in item.claims
    assert item.first(Field.URL) == url
    assert item.body[: len(PARAGRAPHS)] == PARAGRAPHS


def test_the_end_of_an_address_that_is_missing_makes_it_none() -> None:
    """Long ones are cut."""
    edge: list[Placed] = [(60, 20, 7, "https://news.example/2012/ferry... 1/1")]
    (item,) = read("ferry.pdf", pdf(TITLE + column() + edge)).items
    assert Field.URL not in item.claims


def test_a_word_that_was_parted_at_the_end_of_a_line_is_whole_again() -> None:
    """A hyphen before a small letter goes, one before a capital stays."""
    lines: list[Placed] = [
        (60, 700, 10, "The islands will be served by two ships, the har-"),
        (60, 687, 10, "bour office said on Friday, and by the Skarvik-"),
        (60, 674, 10, "Norvik line, which has been in service since 1974."),
    ]
    (item,) = read("ferry.pdf", pdf(lines)).items
    assert "the harbour office" in item.body[0]
    assert "Skarvik- Norvik" in item.body[0] or "Skarvik-Norvik" in item.body[0]


def test_a_scan_without_text_is_refused_with_what_it_is() -> None:
    """There is nothing to read but pictures."""
    found = read("scan.pdf", pdf([], [(60, 30, 10, "1")]))
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert "no text layer" in found.rejected.detail


def test_a_form_with_a_few_words_is_no_scan() -> None:
    """The reason says that there is text, and how little."""
    found = read("form.pdf", pdf([(60, 700, 10, "Name"), (60, 640, 10, "Signature")]))
    assert found.reason is Reason.NO_ARTICLE
    assert found.rejected is not None
    assert found.rejected.detail == "the PDF has only a few words of text"


METHODS = ("RC4-128", "AES-128", "AES-256")


def _locked(password: str, method: str = "RC4-128") -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(TITLE + column())))
    writer.encrypt(password, owner_password="owner", algorithm=method)
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


@pytest.mark.parametrize("method", METHODS)
def test_a_locked_file_is_encrypted(method: str) -> None:
    """Nobody can read it without the password."""
    assert read("a.pdf", _locked("secret", method)).reason is Reason.ENCRYPTED


@pytest.mark.parametrize("method", METHODS)
def test_a_file_that_may_only_not_be_changed_is_read(method: str) -> None:
    """Publishers lock their pages against changes; anybody may read them."""
    assert read("a.pdf", _locked("", method)).items[0].body == PARAGRAPHS


def test_a_file_of_many_pages_is_read_so_far_and_says_so() -> None:
    """The first 200 pages of 203."""
    words = [chr(97 + n // 26) + chr(97 + n % 26) * 9 for n in range(203)]
    pages = [column((f"{word} {word} sails to the islands again.",)) for word in words]
    (item,) = read("a.pdf", pdf(*pages)).items
    assert "only the first 200 of 203 pages are read" in item.notes


def test_a_file_above_the_limit_is_too_large() -> None:
    """It would have to be held whole."""
    assert read("a.pdf", pdf(column()), Limits(file_bytes=500)).reason is Reason.TOO_LARGE


def test_damage_of_any_kind_ends_in_a_reason() -> None:
    """Nothing but `Rejected` leaves the parser, wherever a byte is lost or wrong."""
    assert_only_rejected("a.pdf", pdf(TITLE + column()))
    assert_only_rejected("a.pdf", _locked(""))


@pytest.mark.parametrize("content", [b"", b"%PDF", TEXT.encode(), b"A text about %PDF-1.7 files"])
def test_other_bytes_are_no_pdf(content: bytes) -> None:
    """The signature decides."""
    assert Pdf().score(RawFile(name="a.pdf", content=content)) == 0.0
