"""
Workbooks with tables of articles: XLSX, ODS; a row for each, as media monitors hand them out.

The row that names the columns may stand below a title. A workbook without such columns is refused.
"""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from shared.errors import Reason, Rejected
from workers.parsers.documents.xml_parts import XmlParts
from workers.parsers.records import sheets
from workers.parsers.records.table import articles_of, is_header, without_text
from workers.parsers.unpacking import zips
from workers.parsers.unpacking.inner import budget_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.parsers.base import ParseContext, Parsed, RawFile
    from workers.parsers.records.sheets import Sheet
    from workers.parsers.unpacking.budget import Budget

_PART: Final = re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL)
"""The head of a member that is a part of a workbook."""
_OPEN: Final = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_HEAD: Final = 200
_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xltx"})
_OPEN_SUFFIXES: Final = frozenset({".ods", ".ots"})
_TITLE_ROWS: Final = 20
"""Rows among which the names of the columns stand."""
_LONGEST_NAME: Final = 100


class Spreadsheet:
    """Reads the rows of a workbook as articles."""

    name = "spreadsheet"
    version = 3
    opens = b"P"

    def score(self, file: RawFile) -> float:
        """Return .97 for a zip with a workbook's parts, or with the type of one."""
        if not file.head.startswith(zips.MAGICS):
            return 0.0
        if _OPEN in file.head[:_HEAD] or _PART.search(file.head):
            return 0.97
        return 0.95 if file.suffix in _SUFFIXES | _OPEN_SUFFIXES else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each row, named by its number; of several sheets by theirs too."""
        with zips.open_zip(file) as archive:
            budget = budget_of(file, context)
            found = [_parted(sheet) for sheet in _sheets(XmlParts(archive, context, budget))]
            tables = [one for one in found if is_header(one[1]) or (context.mapping and one[1])]
            if not tables:
                raise without_text(next((columns for _, columns, _ in found if columns), []))
            for name, columns, rows in tables:
                label = f"{name}/" if len(tables) > 1 else ""
                yield from articles_of(_named(columns, rows, budget), context, label=label)


def _sheets(parts: XmlParts) -> Iterator[Sheet]:
    content = parts.tree("content.xml")
    if content is not None:
        return sheets.of_opendocument(content)
    if parts.tree("xl/workbook.xml") is None:
        detail = "a workbook of a kind that Copydesk does not read: save it as XLSX or CSV"
        raise Rejected(Reason.UNKNOWN_FORMAT, detail)
    return sheets.of_workbook(parts)


def _parted(sheet: Sheet) -> tuple[str, list[str], Iterator[tuple[int, list[str]]]]:
    """Return a sheet's name, the names of its columns, and the rows below these."""
    above = list(islice(sheet.rows, _TITLE_ROWS))
    rows = [[" ".join(cell[:_LONGEST_NAME].split()) for cell in cells] for _, cells in above]
    fullest = max(rows, key=lambda row: sum(map(bool, row)), default=[])
    columns = next(filter(is_header, rows), fullest)
    below = above[rows.index(columns) + 1 :] if rows else []
    return sheet.name, columns, chain(below, sheet.rows)


def _named(
    columns: list[str], rows: Iterator[tuple[int, list[str]]], budget: Budget
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield number and cells of each row; raise `Spent` where a few texts stand in very many."""
    for number, cells in rows:
        budget.spend(sum(map(len, cells)))
        yield number, dict(zip(columns, cells, strict=False))
