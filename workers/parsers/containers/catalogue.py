"""
A table beside the texts of an archive, which says what they do not: Substack's `posts.csv`.

Its rows have the name of a file, the title, the time, and whether it is shown. The other tables of
such an archive list readers, and are no articles.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from shared.domain.article import RawItem
from workers.parsers.charset.decoding import decode
from workers.parsers.claims.sources import named
from workers.parsers.claims.together import both
from workers.parsers.records.keys import claims, spread
from workers.parsers.records.words import BODY_KEYS, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workers.parsers.base import Parsed
    from workers.parsers.claims.together import Claims

NAME = "posts.csv"
_NAMES = "post_id"
_TITLE = "title"
_TEXTS = frozenset(BODY_KEYS)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a table says of the files beside it: their names without suffix → claims."""

    told: Mapping[str, Claims]

    def is_table(self, name: str) -> bool:
        """Return whether a member is this table or another that lists no articles."""
        return bool(self.told) and name.lower().endswith(".csv")

    def beside(self, name: str, items: Iterable[Parsed]) -> Iterator[Parsed]:
        """Yield the items of a member with what the table says of it."""
        known = self.told.get(PurePosixPath(name).stem, {})
        for item in items:
            if known and isinstance(item, RawItem):
                yield replace(item, claims=both(known, item.claims))
            else:
                yield item


def catalogue(content: bytes) -> Catalogue:
    """
    Return what a table says; nothing where its columns are others or its rows are broken.

    A table with a column of texts is articles itself.
    """
    rows = csv.DictReader(io.StringIO(decode(content).text.lstrip("\ufeff"), newline=""))
    try:
        columns = set(rows.fieldnames or ())
        if not {_NAMES, _TITLE} <= columns or not _TEXTS.isdisjoint(map(short, columns)):
            return Catalogue({})
        return Catalogue(
            {row[_NAMES]: named(claims(spread(_cells(row))), "column") for row in rows}
        )
    except csv.Error:
        return Catalogue({})


def _cells(row: Mapping[str | None, str | list[str] | None]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if name and isinstance(cell, str)}
