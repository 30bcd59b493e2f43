"""A web page that was printed or saved as a document is read without its menus, by its links."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest
from pypdf.annotations import Link

from shared.domain.article import Field
from tests.unit.workers.parsers.documents.test_docx import docx, p
from tests.unit.workers.parsers.documents.test_pdf import Placed, column, pdf
from tests.unit.workers.parsers.reading import PARAGRAPHS, read

MENU = (
    "Home", "News", "World", "Sport", "Weather", "Ferries", "Opinion", "Culture", "Jobs", "Log in",
    "Subscribe", "Search",
)  # fmt: skip
TEASERS = (
    "Most read", "Storm takes the old pier", "Ten recipes for herring", "Where to see the lights",
    "Mayor silent on the bridge", "Ice on the river", "Contact", "Privacy", "Terms", "Imprint",
)  # fmt: skip
BETWEEN = ("Share", "Tweet", "Save for later", "Print")
HEADLINE = "Ferry to the islands sails again"
LINES = (*MENU, HEADLINE, PARAGRAPHS[0], *BETWEEN, *PARAGRAPHS[1:], *TEASERS)


def as_docx(*, links: bool) -> bytes:
    """Return the page as a word processor keeps it."""
    shown = (
        f'<w:hyperlink xmlns:r="r" r:id="{at}">{p(line)[5:-6]}</w:hyperlink>' if links else p(line)
        for at, line in enumerate(LINES)
        if line not in PARAGRAPHS
    )
    marked = dict(zip((line for line in LINES if line not in PARAGRAPHS), shown, strict=True))
    return docx("".join(f"<w:p>{marked[x]}</w:p>" if x in marked else p(x) for x in LINES))


def as_rtf(*, links: bool) -> bytes:
    """Return the page as RTF."""
    field = '{{\\field{{\\*\\fldinst{{HYPERLINK "/{at}"}}}}{{\\fldrslt{{{line}}}}}}}'
    shown = (
        field.format(at=at, line=line) if links and line not in PARAGRAPHS else line
        for at, line in enumerate(LINES)
    )
    return ("{\\rtf1\\ansi " + "\\par ".join(shown) + "\\par}").encode()


def as_pdf(*, links: bool) -> bytes:
    """Return the page as a browser prints it, with places that lead elsewhere."""
    story = [
        *column(PARAGRAPHS[:1], y=500, width=20),
        *column(PARAGRAPHS[1:], y=320, space=10, width=20),
    ]
    menu = [(60.0, 800.0 - 22 * at, 10.0, line) for at, line in enumerate(MENU)]
    menu += [(60.0, 425.0 - 22 * at, 10.0, line) for at, line in enumerate(BETWEEN)]
    below = [(300.0, 330.0 - 22 * at, 10.0, line) for at, line in enumerate(TEASERS)]
    left: list[Placed] = [*menu, (60, 520, 18, HEADLINE), *story]
    placed = [*sorted(left, key=lambda line: -line[1]), *below]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(placed)))
    for at, (x, y, _, _) in enumerate([*menu, *below] if links else ()):
        place = (x, y, x + 100, y + 10)
        writer.add_annotation(0, Link(rect=place, url=f"https://coast.example/{at}"))
    sink = io.BytesIO()
    writer.write(sink)
    return sink.getvalue()


MADE = {"a.docx": as_docx, "a.rtf": as_rtf, "a.pdf": as_pdf}


@pytest.mark.parametrize("name", MADE)
def test_a_document_with_the_links_of_a_page_is_read_without_its_menus(name: str) -> None:
    """Twenty links and more: a page that somebody kept."""
    (item,) = read(name, MADE[name](links=True)).items
    assert item.body == PARAGRAPHS


@pytest.mark.parametrize("name", MADE)
def test_a_document_without_links_keeps_what_its_writer_put_into_it(name: str) -> None:
    """Short lines between its sentences are its own: a list, a table."""
    (item,) = read(name, MADE[name](links=False)).items
    text = " ".join(item.body)
    assert all(line in text for line in (*PARAGRAPHS, *BETWEEN))


@pytest.mark.parametrize("title", [f"{HEADLINE} | Coast Daily", "Ferry news of Coast Daily"])
def test_the_title_of_a_saved_page_is_not_its_headline(title: str) -> None:
    """The heading is: the one that the title begins with, or the one that the text takes up."""
    linked = as_docx(links=True)
    with zipfile.ZipFile(io.BytesIO(linked)) as archive:
        body = archive.read("word/document.xml").decode().partition("<w:body>")[2]
    page = docx(p(title, "Titre") + body.partition("</w:body>")[0])
    (item,) = read("a.docx", page).items
    told = max(item.claims[Field.HEADLINE], key=lambda claim: claim.weight)
    assert told.value == HEADLINE
