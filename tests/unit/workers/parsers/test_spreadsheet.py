"""Workbooks with tables of articles."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from shared.domain.article import Field
from shared.errors import Reason
from tests.unit.workers.parsers.reading import PARAGRAPHS, assert_only_rejected, read
from workers.parsers.containers.sheets import of_opendocument

GOLDEN = Path(__file__).parents[3] / "golden" / "spreadsheet"
CLIPPINGS = (GOLDEN / "clippings" / "input.xlsx").read_bytes()
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}'
    "</sheetData></worksheet>"
)


def with_part(name: str, content: str | None, data: bytes = CLIPPINGS) -> bytes:
    """Return a workbook with a part in the place of its own, or without it."""
    sink = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(sink, "w") as changed:
        for info in whole.infolist():
            if info.filename != name:
                changed.writestr(info.filename, whole.read(info))
        if content is not None:
            changed.writestr(name, content)
    return sink.getvalue()


def rows(*lines: tuple[str, ...]) -> str:
    """Return a sheet of texts, whose cells tell no place."""
    cells = (
        "".join(f'<c t="inlineStr"><is><t>{one}</t></is></c>' for one in line) for line in lines
    )
    return SHEET.format("".join(f"<row>{line}</row>" for line in cells))


def test_each_row_below_the_names_of_columns_is_an_article() -> None:
    """By its number in the sheet, also below a title; one without a text costs no other."""
    found = read("any.bin", CLIPPINGS)
    assert found.labels == ["4", "5"]
    assert found.refused == {"6": Reason.NO_ARTICLE}
    first, second = found.items
    assert first.first(Field.PUBLISHED) == "2024-03-05 10:11:12"
    assert second.first(Field.PUBLISHED) == "2024-03-06"
    assert second.first(Field.HEADLINE) == "The pier is closed"


def test_cells_without_places_stand_one_after_the_other() -> None:
    """And a sheet that is hidden is none."""
    table = rows(("title", "text"), ("Tide", PARAGRAPHS[0]))
    data = with_part("xl/worksheets/sheet1.xml", table)
    assert read("a.xlsx", data).items[0].body == PARAGRAPHS[:1]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml").decode()
    hidden = with_part(
        "xl/workbook.xml", book.replace('name="Clips"', 'name="C" state="hidden"'), data
    )
    assert read("a.xlsx", hidden).reason is Reason.NO_ARTICLE


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("xl/worksheets/sheet1.xml", rows(("price", "amount"), ("1", "2")), Reason.NO_ARTICLE),
        ("xl/worksheets/sheet1.xml", SHEET.format(""), Reason.NO_ARTICLE),
        ("xl/workbook.xml", None, Reason.UNKNOWN_FORMAT),
    ],
)
def test_a_workbook_without_texts_is_refused(
    name: str, content: str | None, reason: Reason
) -> None:
    """With the columns that it has; a binary one with the remedy."""
    found = read("a.xlsx", with_part(name, content))
    assert found.reason is reason
    assert found.rejected is not None
    assert "column" in found.rejected.detail or "save it as" in found.rejected.detail


def test_cells_that_are_said_to_repeat_are_not_written_out() -> None:
    """Empty rows to the end of a sheet, and a million cells in one."""
    cell = '<cell number-columns-repeated="99999999"><p>x</p></cell>'.replace("cell", "table-cell")
    table = f"<table><table-rows><table-row>{cell * 3}</table-row></table-rows></table>"
    (sheet,) = of_opendocument(
        etree.fromstring(f"<c><body><spreadsheet>{table}</spreadsheet></body></c>")
    )
    assert [len(row) for row in sheet.rows] == [200]


def test_a_broken_workbook_is_survived() -> None:
    """Cut anywhere, changed anywhere."""
    for name in ("clippings/input.xlsx", "opendocument/input.ods"):
        assert_only_rejected(name, (GOLDEN / name).read_bytes())
