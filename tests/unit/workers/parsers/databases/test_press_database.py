"""Exports of press databases: each article by itself, with what its labels say."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.domain.article import Field, RawItem
from shared.errors import Reason
from tests.unit.workers.parsers.documents.test_docx import docx, p
from tests.unit.workers.parsers.one_parser import assert_survives, until_refused
from tests.unit.workers.parsers.reading import read
from workers.parsers.base import RawFile, RejectedItem
from workers.parsers.databases.press_database import PressDatabase
from workers.parsers.registry import choose

GOLDEN = Path(__file__).parents[4] / "golden" / "press_database"
EXPORTS = ("lexis_nexis", "nexis_uni", "factiva", "proquest", "newsbank")


def export(name: str) -> str:
    return (GOLDEN / name / "input.txt").read_text("utf-8")


def items(text: str) -> list[RawItem]:
    return read("export.txt", text.encode()).items


@pytest.mark.parametrize("name", EXPORTS)
def test_each_article_of_an_export_is_an_item(name: str) -> None:
    """Named by its place, with headline, author, source and day of its own."""
    found = items(export(name))
    assert [item.item for item in found] == [str(at + 1) for at in range(len(found))]
    assert len(found) >= 2
    for field in (Field.HEADLINE, Field.AUTHOR, Field.SOURCE, Field.PUBLISHED):
        assert len({item.first(field) for item in found}) == len(found), field


@pytest.mark.parametrize("name", EXPORTS)
def test_labels_and_copyright_are_no_text(name: str) -> None:
    """Neither above the text nor below it."""
    text = "\n".join(line for item in items(export(name)) for line in item.body)
    for label in (
        "Copyright",
        "LENGTH",
        "Length:",
        "Load-Date",
        "LOAD-DATE",
        "Document",
        "Author:",
    ):
        assert label not in text


@pytest.mark.parametrize("name", EXPORTS)
def test_line_ends_of_windows_change_nothing(name: str) -> None:
    """Exports are fetched with them."""
    windows = items(export(name).replace("\n", "\r\n"))
    assert [item.body for item in windows] == [item.body for item in items(export(name))]


def test_a_headline_with_a_label_is_that() -> None:
    """Older exports say `HEADLINE:`, over two lines where it is long."""
    text = export("lexis_nexis").replace(
        "Harbor Opens Late as Ice Stays\n", "HEADLINE: Harbor Opens\nLate as Ice Stays\n"
    )
    assert items(text)[0].first(Field.HEADLINE) == "Harbor Opens Late as Ice Stays"


def test_codes_of_factiva_may_stand_above_their_values() -> None:
    """As a browser copies its table."""
    lines = export("factiva").split("\n")
    apart = "\n".join(f"{line[:2]}\n{line[5:]}" if line[2:5] == "   " else line for line in lines)
    assert [item.body for item in items(apart)] == [item.body for item in items(export("factiva"))]


def test_an_article_without_text_is_refused_alone() -> None:
    """The others are read."""
    text = export("proquest").replace("Full text: The harbor", "Abstract: The harbor")
    found = read("export.txt", text.encode())
    assert found.refused == {"1": Reason.NO_ARTICLE}
    assert [item.item for item in found.items] == ["2"]


def test_an_export_as_a_document_is_read_the_same() -> None:
    """Nexis Uni gives out DOCX and RTF."""
    lines = [line for line in export("nexis_uni").split("\n") if line.strip()]
    as_docx = read("export.docx", docx("".join(map(p, lines)))).items
    as_rtf = read("export.rtf", ("{\\rtf1 " + "\\par ".join(lines) + "}").encode()).items
    bodies = [item.body for item in items(export("nexis_uni"))]
    assert [item.body for item in as_docx] == bodies
    assert [item.body for item in as_rtf] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Body\n\nA text about the body, and its length: 20 words.\n",
        "HD televisions sell well, says the trade.\nBY the way, they are dear.\n",
        f"A list\n{'_' * 40}\nDocument 1 of 2 was lost, said the clerk.\n",
        "<p>1 of 2 DOCUMENTS</p>",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    """Words that such exports use, too, make none."""
    assert PressDatabase().score(RawFile(name="a.txt", content=text.encode())) == 0.0
    assert choose(RawFile(name="a.txt", content=text.encode())).name != "press_database"


@pytest.mark.parametrize("name", EXPORTS)
def test_damage_of_any_kind_ends_in_a_reason(name: str) -> None:
    """Cut anywhere, it is read so far."""
    assert_survives(PressDatabase(), export(name).encode())


def test_an_export_of_labels_alone_is_refused() -> None:
    """It says that there is no text."""
    text = "   1 of 1 DOCUMENTS\n\n\nThe Coast Times\n\nMarch 5, 2012\n\nLENGTH: 5 words\n"
    (refused,), _ = until_refused(PressDatabase(), text)
    assert isinstance(refused, RejectedItem)
    assert refused.rejected.reason is Reason.NO_ARTICLE


def page(name: str) -> list[RawItem]:
    return read("export.html", (GOLDEN / name / "input.html").read_bytes()).items


@pytest.mark.parametrize(
    ("name", "source", "day"),
    [("factiva_page", "The Gull", "12 May 2026"), ("europresse", "La Mouette", "2026-05-12")],
)
def test_each_article_of_a_page_is_an_item(name: str, source: str, day: str) -> None:
    """A browser shows them one below the other; each has its own headline and day."""
    first, second = page(name)
    assert first.first(Field.HEADLINE) == "Harbour board rebuilds pier"
    assert (first.first(Field.SOURCE), first.first(Field.PUBLISHED)) == (source, day)
    assert len(first.body) == 3
    assert second.first(Field.HEADLINE) == "School stays open"
    assert not set(first.body) & set(second.body)


def test_a_page_may_have_codes_in_a_table() -> None:
    """Factiva's other layout: the same codes as in its texts."""
    rows = {
        "HD": "Tide was late", "BY": "By Ann Ek", "PD": "12 May 2026", "SN": "The Gull",
        "LP": '<p class="articleParagraph">The tide was late.</p>',
        "TD": '<p class="articleParagraph">It rose.</p><p class="articleParagraph">It fell.</p>',
        "AN": "Document GULL000020260512em5c0001",
    }  # fmt: skip
    cells = "".join(
        f"<tr><td><b>{code}</b></td><td>{told}</td></tr>" for code, told in rows.items()
    )
    div = f'<div class="article enArticle"><table>{cells}</table></div>'
    (item,) = read("a.html", f"<html><body>{div}</body></html>".encode()).items
    assert item.body == ("The tide was late.", "It rose.", "It fell.")
    assert item.first(Field.GUID) == "GULL000020260512em5c0001"
    assert item.first(Field.AUTHOR) == "By Ann Ek"


@pytest.mark.parametrize("name", ["factiva_page", "europresse"])
def test_a_broken_page_of_articles_is_survived(name: str) -> None:
    """Cut anywhere, or with other signs in it."""
    assert_survives(PressDatabase(), (GOLDEN / name / "input.html").read_bytes())


def test_an_export_of_newsbank_needs_labels_below_its_paper() -> None:
    """A damaged one is a text like any other; it once ended its reading."""
    damaged = export("newsbank").replace("Author/Byline:", "A}thor/Byline ")
    assert items(damaged)[0].parser.startswith("plain_text")
