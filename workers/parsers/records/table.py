"""
Tables of articles: CSV and its like with other separators, a row for each.

The first row names the columns, by the words that keys of JSON are known by. A table without such
columns is refused: rows of figures are no text.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from shared.domain.article import Field
from shared.errors import Reason, Rejected
from workers.parsers.base import RejectedItem
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import renamed
from workers.parsers.records.record import article
from workers.parsers.records.words import (
    BODY_KEYS,
    LOOSE_BODY_KEYS,
    MEANINGS,
    SUMMARY_KEYS,
    TELLING,
    short,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.parsers.base import ParseContext, Parsed, RawFile

_SEPARATORS = "\t;,|"
_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
_TEXTS = frozenset([*BODY_KEYS, *LOOSE_BODY_KEYS, *SUMMARY_KEYS])
_ENOUGH = 2
_LONGEST_NAME = 40
_LONGEST_HEADER = 4096
_ABOVE = 15
"""Lines of a report's own that may stand above a table."""
_MOST_CELLS = 200
"""Columns that a row may have: what has more is no table of articles."""


class Table:
    """Reads the rows of a table as articles."""

    name = "table"
    version = 7

    def score(self, file: RawFile) -> float:
        """Return .75 for columns that are an article's fields, .35 for the name of a table."""
        if is_header(_header(file)):
            return 0.75
        named = file.suffix in _SUFFIXES and not file.is_binary
        return 0.35 if named else 0.0

    def parse(self, file: RawFile, context: ParseContext) -> Iterator[Parsed]:
        """Yield an item for each row, named by its number."""
        limit = context.limits.file_bytes
        if len(file.data) > limit:
            detail = f"the table has {len(file.data) / 1e6:.0f} MB; the limit is {limit / 1e6:.0f}"
            raise Rejected(Reason.TOO_LARGE, f"{detail} MB")
        decoded = decode(file.data, context.charset)
        text = decoded.text.lstrip("\ufeff")
        text = text[_begin(text, file) :]
        columns = _names(text.partition("\n")[0])
        if _TEXTS.isdisjoint(map(short, columns)) and not context.mapping:
            raise without_text(columns)
        yield from articles_of(enumerate(_rows(text, columns), 1), context, decoded.notes)


def is_header(names: Sequence[str]) -> bool:
    """Return whether a row names columns that are an article's fields, its text among them."""
    seen = set(map(short, names))
    return len(seen & TELLING) >= _ENOUGH and not seen.isdisjoint(_TEXTS)


def without_text(columns: Sequence[str]) -> Rejected:
    """Return the refusal of a table none of whose columns is a text."""
    told = ", ".join([one for one in columns if one][:8]) or "none"
    detail = f"no column of the table is named like an article's text (columns: {told})"
    if any(field is Field.URL for one in columns for field, _ in MEANINGS.get(short(one), ())):
        detail += "; it lists where articles are: drop their pages"
    return Rejected(Reason.NO_ARTICLE, detail)


def articles_of(
    rows: Iterable[tuple[int, dict[str, Any]]],
    context: ParseContext,
    notes: tuple[str, ...] = (),
    *,
    label: str = "",
) -> Iterator[Parsed]:
    """Yield the article of each row that says anything, or why it is none, by its number."""
    for number, row in rows:
        if not any(str(cell).strip() for cell in row.values()):
            continue
        item = f"{label}{number}"
        try:
            found = article(row, item, context.mapping)
        except Rejected as rejected:
            told = f"row {number}: {rejected.detail}".replace("no key", "no column")
            yield RejectedItem(item, Rejected(rejected.reason, told))
        else:
            yield renamed(found, "column", notes)


def _names(line: str) -> list[str]:
    """Return the names of the columns; empty where the line is no header."""
    separator = max(_SEPARATORS, key=line.count)
    cells = [cell.strip(' "\t\r') for cell in line.split(separator)]
    good = all(len(cell) <= _LONGEST_NAME and not cell.endswith(".") for cell in cells)
    return cells if good and 1 < len(cells) <= _MOST_CELLS else []


def _header(file: RawFile) -> list[str]:
    """Return the names of the columns, where a row stands below them."""
    text = file.head[:_LONGEST_HEADER].decode("utf-8", "replace").lstrip("\ufeff")
    line, _, below = text[_begin(text, file) :].partition("\n")
    return _names(line) if any(one in line and one in below for one in _SEPARATORS) else []


def _begin(text: str, file: RawFile) -> int:
    """
    Return where the names of the columns stand.

    Reports have some lines of their own above; in a file that is not named as a table the first
    line names them.
    """
    at = 0
    for _ in range(_ABOVE if file.suffix in _SUFFIXES else 0):
        end = text.find("\n", at)
        if end < 0:
            break
        if is_header(_names(text[at:end])):
            return at
        at = end + 1
    return 0


def _rows(text: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows below the header; `Rejected` where the table breaks."""
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        next(reader)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield dict(zip(columns, cells, strict=False))
    except csv.Error as error:
        detail = f"the table breaks at line {reader.line_num}: {error}"
        raise Rejected(Reason.MALFORMED, detail) from error
