"""Rows out of tables that pandas wrote as JSON: column by column, or names apart from values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.parsers.records.words import BODY_KEYS, SUMMARY_KEYS, short

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 2
"""Columns of a table: a text and something else."""
_SPLIT = frozenset({"columns", "data", "index", "column_names", "index_names", "schema"})
"""All that names apart from values have beside them: an article may have some of them too."""
_TEXTS = frozenset({*BODY_KEYS, *SUMMARY_KEYS})


def rows_of(value: object) -> list[Any] | None:
    """Return the rows of a table as records; None where a value is none, or has no texts."""
    if not isinstance(value, dict) or len(value) < _LEAST:
        return None
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list) and value.keys() <= _SPLIT:
        return _zipped(names, data)
    if not _has_text(value):
        return None
    columns = list(value.values())
    first = columns[0]
    if not isinstance(first, dict) or not first or not all(map(str.isdecimal, first)):
        return None
    if not all(isinstance(one, dict) and one.keys() == first.keys() for one in columns):
        return None
    return [{name: column[row] for name, column in value.items()} for row in first]


def _zipped(names: list[Any], data: list[Any]) -> list[Any] | None:
    """Return the rows of values below their names; None where a row has not as many."""
    whole = all(isinstance(row, list) and len(row) == len(names) for row in data)
    if not whole or not all(isinstance(name, str) for name in names) or not _has_text(names):
        return None
    return [dict(zip(names, row, strict=True)) for row in data]


def _has_text(names: Iterable[str]) -> bool:
    """Return whether one of a table's columns is called as texts are: figures have none."""
    return any(short(name) in _TEXTS for name in names)
