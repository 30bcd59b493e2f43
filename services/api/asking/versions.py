"""The versions of an item over HTTP, each with what it changed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import UUID  # noqa: TC003 - pydantic reads the annotations

from services.api.answers.schemas import Article, Wire
from shared.domain.difference import difference, predecessors
from shared.domain.word_difference import PieceKind, is_changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.difference import Row


class Piece(Wire):
    """Some words in a row that were all kept, added or removed."""

    kind: PieceKind
    text: str
    """It begins with its own space, where there was one; a blank line in it parts paragraphs."""


class FieldChange(Wire):
    """A field whose value differs."""

    field: str
    before: Any
    after: Any


class Changes(Wire):
    """What a version changed. Kept and removed pieces are how it was, kept and added how it is."""

    since: UUID
    """The version that it is compared with."""
    headline: list[Piece]
    """Empty: it stayed."""
    paragraphs: list[list[Piece]]
    """Those that changed, in order."""
    fields: list[FieldChange]
    words_added: int
    """Of headline and body; characters where a script has no spaces."""
    words_removed: int


class Version(Article):
    """One version, or a copy of one."""

    changes: Changes | None = None
    """Null for the first."""


class Withdrawal(Wire):
    """The kill that an item ends with."""

    id: UUID
    headline: str
    reason: str | None = None
    """Why, where its notice says so."""


class Versions(Wire):
    """All versions and copies of an item, first to last."""

    versions: list[Version]
    withdrawal: Withdrawal | None = None
    """Null, unless the provider withdrew the item: then no version of it is shown."""


def versions_of(rows: Sequence[Row], withdrawal: Row | None = None) -> Versions:
    """Return versions that may be shown, compared among themselves alone."""
    before = predecessors(rows)
    changes = {row["id"]: _changes(before[row["id"]], row) for row in rows if row["id"] in before}
    told = [{**row, "changes": changes.get(row["id"])} for row in rows]
    return Versions.model_validate({"versions": told, "withdrawal": withdrawal})


def _changes(before: Row, after: Row) -> dict[str, Any]:
    found = difference(before, after)
    return {
        "since": before["id"],
        "headline": [asdict(piece) for piece in found.headline if is_changed(found.headline)],
        "paragraphs": [[asdict(piece) for piece in passage] for passage in found.changed],
        "fields": [asdict(change) for change in found.fields],
        "words_added": found.added,
        "words_removed": found.removed,
    }
