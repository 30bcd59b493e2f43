"""The tables of reStructuredText, a row for each line: drawn, simple, as a list, as CSV."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BORDER = re.compile(r"\+(?:[-=]+\+)+")
_SIMPLE = re.compile(r"={2,}(?: +={2,})+")
_SPAN = re.compile(r"-{2,}(?: +-{2,})*")
_GAP = re.compile(r" {2,}")
_ROW, _CELL = re.compile(r"[*+-][ \t]+[*+-](?=[ \t]|$)"), re.compile(r"[ \t]*[*+-](?:[ \t]+|$)")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table as lines of text, and where it ends."""

    rows: tuple[str, ...]
    end: int


def table(lines: Sequence[str], at: int) -> Table | None:
    """Return the table that begins at a line; None where none does."""
    if _BORDER.fullmatch(lines[at]):
        return _drawn(lines, at)
    return _simple(lines, at) if _SIMPLE.fullmatch(lines[at]) else None


def _drawn(lines: Sequence[str], at: int) -> Table:
    """Return a table that is drawn with `+`, `-` and `|`; a cell may have several lines."""
    rows: list[str] = []
    cells: list[list[str]] = []
    end = at
    while end < len(lines) and lines[end][:1] in {"+", "|"}:
        line = lines[end]
        end += 1
        if line[0] == "+":
            rows += _joined(cells)
            cells = []
            continue
        for place, piece in enumerate(line.strip("|").split("|")):
            if place == len(cells):
                cells.append([])
            cells[place].append(piece.strip())
    return Table((*rows, *_joined(cells)), end)


def _joined(cells: Iterable[Sequence[str]]) -> list[str]:
    row = "  ".join(text for cell in cells if (text := " ".join(filter(None, cell))))
    return [row] if row else []


def _simple(lines: Sequence[str], at: int) -> Table:
    """Return a table between rules of `=`: a row for each line, up to the last rule."""
    rules = [at]
    for place in range(at + 1, len(lines)):
        line = lines[place]
        if _SIMPLE.fullmatch(line):
            rules.append(place)
        elif not line and rules[-1] == place - 1 and len(rules) > 1:
            break
    inner = (line.strip() for line in lines[at + 1 : rules[-1]])
    rows = (one for one in inner if one and not (_SIMPLE.fullmatch(one) or _SPAN.fullmatch(one)))
    return Table(tuple(_GAP.sub("  ", row) for row in rows), rules[-1] + 1)


def listed(kind: str, lines: Sequence[str]) -> list[str]:
    """Return the rows of a table that was written as CSV or as a list of lists."""
    if kind == "csv-table":
        try:
            return [
                " ".join(map(str.strip, row)) for row in csv.reader(lines, skipinitialspace=True)
            ]
        except csv.Error:
            return [line.strip() for line in lines]
    rows: list[list[str]] = []
    for line in lines:
        if _ROW.match(line) or not rows:
            rows.append([])
            line = line[1:]  # noqa: PLW2901 - the row's own mark
        rows[-1].append(_CELL.sub("", line).strip())
    return [" ".join(filter(None, row)) for row in rows]
