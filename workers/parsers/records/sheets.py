"""The rows of workbooks as texts: SpreadsheetML (ECMA-376, 18), OpenDocument (ISO/IEC 26300, 9)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from workers.parsers.documents import odf
from workers.parsers.xml_formats.safe import child, children, local, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from workers.parsers.documents.xml_parts import XmlParts

MOST_CELLS: Final = 200
"""Columns of a row: what has more is no table of articles."""
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})\d+")
_OF_DAYS: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
"""Numbers of the formats for days and times that every program knows (18.8.30)."""
_QUOTED: Final = re.compile(r"\"[^\"]*\"|\\.|\[[^\]]*\]")
_DAY_SIGNS: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
_FIRST_DAY: Final = datetime(1899, 12, 30, tzinfo=UTC)
_FIRST_OF_1904: Final = datetime(1904, 1, 1, tzinfo=UTC)
_MOST_DAYS: Final = 2_957_000
"""Days to the year 9995, from the later of the two first days."""
_WHOLE: Final = re.compile(r"[0-9]{1,9}")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A sign that XML may not hold, or a line's end, as programs write it in a text (22.9.2.19)."""
_SURROGATES: Final = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its rows, each with its number and the texts of its cells."""

    name: str
    rows: Iterator[tuple[int, list[str]]]


def of_workbook(parts: XmlParts) -> Iterator[Sheet]:
    """Yield the sheets of an XLSX that are shown."""
    book = parts.tree("xl/workbook.xml")
    targets = {
        str(one.get("Id", "")): str(one.get("Target", ""))
        for one in children(parts.tree("xl/_rels/workbook.xml.rels"), "Relationship")
    }
    texts = [_string(one) for one in children(parts.tree("xl/sharedStrings.xml"), "si")]
    days = _styles_of_days(parts.tree("xl/styles.xml"))
    since = _FIRST_OF_1904 if _is_1904(child(book, "workbookPr")) else _FIRST_DAY
    for sheet in children(child(book, "sheets"), "sheet"):
        target = targets.get(odf.value(sheet, "id"), "").removeprefix("/xl/")
        tree = parts.tree(target if target.startswith("xl/") else f"xl/{target}")
        if tree is not None and sheet.get("state", "visible") == "visible":
            yield Sheet(str(sheet.get("name", "")), _rows(tree, texts, days, since))


def _rows(
    sheet: etree._Element, texts: Sequence[str], days: frozenset[int], since: datetime
) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in children(child(sheet, "sheetData"), "row"):
        number = max(_whole(str(row.get("r", "")), 0), number + 1)  # an empty one is left out
        cells: list[str] = []
        for cell in children(row, "c"):
            place = _column(str(cell.get("r", "")), len(cells))
            if len(cells) <= place < MOST_CELLS:
                cells += [""] * (place - len(cells))
                cells.append(_value(cell, texts, days, since))
        yield number, cells


def _value(
    cell: etree._Element, texts: Sequence[str], days: frozenset[int], since: datetime
) -> str:
    """Return what a cell shows: a text, a number, a day in ISO 8601."""
    kind, said = cell.get("t", "n"), text(child(cell, "v"))
    if kind == "s":
        place = _whole(said, len(texts))
        return texts[place] if place < len(texts) else ""
    if kind == "inlineStr":
        return _string(child(cell, "is"))
    if kind == "str":
        return _unescaped(child(cell, "v"))
    if kind == "n" and _whole(str(cell.get("s", "0")), -1) in days:
        return _moment(said, since) or said
    return said.removesuffix(".0") if kind != "e" else ""


def _whole(told: str, otherwise: int) -> int:
    return int(told) if _WHOLE.fullmatch(told) else otherwise


def _unescaped(element: etree._Element | None) -> str:
    """Return all text of an element with its line ends; empty for none."""
    told = "" if element is None else "".join(map(str, element.itertext()))
    return _ESCAPED.sub(_sign, told)


def _sign(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return "" if code in _SURROGATES else chr(code)


def _string(element: etree._Element | None) -> str:
    """Return a text of several runs, without how it is spoken."""
    if element is None:
        return ""
    runs = (one if local(one) == "t" else child(one, "t") for one in children(element, "t", "r"))
    return "".join(map(_unescaped, runs))


def _moment(serial: str, since: datetime) -> str | None:
    try:
        days = float(serial)
    except ValueError:
        return None
    if not 0 < days < _MOST_DAYS:
        return None
    told = since + timedelta(seconds=round(days * 86_400))
    return told.strftime("%Y-%m-%d" if days == int(days) else "%Y-%m-%d %H:%M:%S")


def _styles_of_days(styles: etree._Element | None) -> frozenset[int]:
    """Return the styles of cells whose numbers are days."""
    own = {
        str(one.get("numFmtId")): _QUOTED.sub("", str(one.get("formatCode", "")))
        for one in children(child(styles, "numFmts"), "numFmt")
    }
    found = set()
    for place, style in enumerate(children(child(styles, "cellXfs"), "xf")):
        number = str(style.get("numFmtId", "0"))
        if _whole(number, 0) in _OF_DAYS or _DAY_SIGNS.search(own.get(number, "")):
            found.add(place)
    return frozenset(found)


def _is_1904(properties: etree._Element | None) -> bool:
    return properties is not None and properties.get("date1904", "0") in {"1", "true"}


def _column(reference: str, otherwise: int) -> int:
    """Return the place of a column, from 0: `A`, `Z`, `AA`."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return otherwise
    place = 0
    for letter in found[1]:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def of_opendocument(content: etree._Element) -> Iterator[Sheet]:
    """Yield the sheets of an ODS that are shown."""
    hidden = {
        odf.value(style, "name")
        for style in children(child(content, "automatic-styles"), "style")
        if any(odf.value(one, "display") == "false" for one in style)
    }
    for table in children(child(content, "body", "spreadsheet"), "table"):
        if odf.value(table, "style-name") not in hidden:
            yield Sheet(odf.value(table, "name"), _numbered(table))


def _numbered(table: etree._Element) -> Iterator[tuple[int, list[str]]]:
    number = 1
    for row in _table_rows(table):
        yield number, _cells(row)
        number += _whole(odf.value(row, "number-rows-repeated"), 1)


def _table_rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in groups and heads among them."""
    waiting = [table]
    while waiting:
        element = waiting.pop()
        if local(element) == "table-row":
            yield element
        elif element is table or local(element).startswith("table-"):
            waiting += [one for one in reversed(element) if local(one).startswith("table-")]


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in islice(children(row, "table-cell", "covered-table-cell"), MOST_CELLS):
        times = _whole(odf.value(cell, "number-columns-repeated"), 1)
        said = odf.value(cell, "date-value") or "\n".join(map(odf.said_in, children(cell, "p")))
        cells += [said] * min(times, MOST_CELLS - len(cells))
    return cells
