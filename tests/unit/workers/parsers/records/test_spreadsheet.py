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
from workers.parsers.base import ParseContext, RawFile
from workers.parsers.records.sheets import of_opendocument
from workers.parsers.records.spreadsheet import Spreadsheet

GOLDEN = Path(__file__).parents[4] / "golden" / "spreadsheet"
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


def packed(data: bytes) -> bytes:
    """Return a workbook with its parts deflated."""
    sink = io.BytesIO()
    deflated = zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(data)) as whole, deflated as small:
        for info in whole.infolist():
            small.writestr(info.filename, whole.read(info))
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
    assert [len(row) for _, row in sheet.rows] == [200]


def test_the_number_of_a_row_is_the_sheets_own() -> None:
    """Programs leave out rows that are empty, or say how often one stands."""
    table = rows(("title", "text"), ("Tide", PARAGRAPHS[0])).replace("<row>", '<row r="1">', 1)
    gap = with_part("xl/worksheets/sheet1.xml", table.replace("<row>", '<row r="7">'))
    assert read("a.xlsx", gap).labels == ["7"]
    lines = '<table-row number-rows-repeated="4"/><table-row><table-cell/></table-row>'
    (sheet,) = of_opendocument(
        etree.fromstring(f"<c><body><spreadsheet><table>{lines}</table></spreadsheet></body></c>")
    )
    assert [number for number, _ in sheet.rows] == [1, 5]


def test_columns_of_a_mapping_are_found_by_the_fullest_row() -> None:
    """And all rows below it are read, the first ones too."""
    table = rows(("Clips",), ("t1", "t2"), ("Tide", PARAGRAPHS[0]), ("Pier", PARAGRAPHS[1]))
    file = RawFile(name="a.xlsx", content=with_part("xl/worksheets/sheet1.xml", table))
    mapping = ParseContext(mapping={"headline": ("t1",), "body": ("t2",)})
    found = list(Spreadsheet().parse(file, mapping))
    assert [item.item for item in found] == ["3", "4"]


def test_signs_that_a_workbook_writes_with_numbers_are_read() -> None:
    """Line ends as some programs write them, and a sign that only looks like one."""
    told = f"{PARAGRAPHS[0]}_x000D_\n_x000D_\n{PARAGRAPHS[1]} _x005F_x000D_ _xD800_"
    table = rows(("title", "text"), ("Tide", told))
    (item,) = read("a.xlsx", with_part("xl/worksheets/sheet1.xml", table)).items
    assert item.body == (PARAGRAPHS[0], f"{PARAGRAPHS[1]} _x000D_")


def test_a_line_break_in_a_cell_parts_words_and_a_hidden_sheet_is_none() -> None:
    """Of a workbook of OpenDocument."""
    style = '<style name="h"><table-properties display="false"/></style>'
    cell = "<table-row><table-cell><p>sea<line-break/>wall<s/>one</p></table-cell></table-row>"
    tables = f'<table style-name="h">{cell}</table><table style-name="s">{cell}</table>'
    shown = f"<automatic-styles>{style}</automatic-styles><body><spreadsheet>{tables}"
    (sheet,) = of_opendocument(etree.fromstring(f"<c>{shown}</spreadsheet></body></c>"))
    assert list(sheet.rows) == [(1, ["sea wall one"])]


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "2958000", "nan", "1e400", ""])
def test_numbers_that_are_none_break_no_row(number: str) -> None:
    """Of a text, a day since 1904, a style."""
    kinds = (f'<c t="s"><v>{number}</v></c>', f'<c s="1"><v>{number}</v></c>', f'<c s="{number}"/>')
    line = rows(("title", "text", "date"), ("Tide", PARAGRAPHS[0]))
    table = line.replace("</row></sheetData>", "".join(kinds) + "</row></sheetData>")
    data = with_part("xl/worksheets/sheet1.xml", table)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml").decode()
    since = book.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert read("a.xlsx", with_part("xl/workbook.xml", since, data)).labels == ["2"]


def test_a_text_that_stands_in_very_many_rows_is_a_bomb() -> None:
    """Kept once among the texts, it would come out of a small file without an end."""
    large = f"<sst><si><t>{PARAGRAPHS[0] * 2000}</t></si></sst>"
    one = '<row><c t="inlineStr"><is><t>Tide</t></is></c><c t="s"><v>0</v></c></row>'
    table = rows(("title", "text")).replace("</sheetData>", one * 150 + "</sheetData>")
    data = with_part("xl/worksheets/sheet1.xml", table)
    found = read("a.xlsx", packed(with_part("xl/sharedStrings.xml", large, data)))
    assert found.reason is Reason.EXPANDS_TOO_MUCH
    assert found.items


def test_a_broken_workbook_is_survived() -> None:
    """Cut anywhere, changed anywhere."""
    for name in ("clippings/input.xlsx", "opendocument/input.ods"):
        assert_only_rejected(name, (GOLDEN / name).read_bytes())
