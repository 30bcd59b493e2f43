"""
What changed from one version of an article to the next: headline, text, and the other fields.

`copydesk trace`, `GET /articles/{id}/versions` and the desk's pages all show this one answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from shared.domain.word_difference import (
    BREAK,
    Passage,
    PieceKind,
    count_words,
    is_changed,
    passages,
    pieces,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    Row = Mapping[str, Any]
    """An article as the views and the wire shape name its fields."""

FIELDS: Final = (
    *("authors", "editors", "source", "dateline", "slugline", "section", "keywords"),
    *("published_at", "updated_at", "embargoed_until", "language", "url", "guid", "pub_status"),
)
"""What may differ besides headline and body, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field with both values, of its own type; None or an empty list where there was none."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one version changed of the version before it."""

    headline: Passage
    """Pieces; a single kept one where the headline stayed."""
    body: tuple[Passage, ...]
    """Every paragraph in order, changed or not: `is_changed` tells."""
    fields: tuple[FieldChange, ...]
    """The fields that differ."""
    added: int
    """Words of headline and body; characters where a script has no spaces."""
    removed: int

    @property
    def changed(self) -> tuple[Passage, ...]:
        """The paragraphs that changed."""
        return tuple(filter(is_changed, self.body))


def difference(before: Row, after: Row) -> Difference:
    """Return what changed from one version to a later one."""
    headline = pieces(before["headline"], after["headline"])
    body = passages(before["body"].split(BREAK), after["body"].split(BREAK))
    return Difference(
        headline=headline,
        body=body,
        fields=tuple(
            FieldChange(name, before[name], after[name])
            for name in FIELDS
            if before[name] != after[name]
        ),
        added=count_words((headline, *body), PieceKind.ADDED),
        removed=count_words((headline, *body), PieceKind.REMOVED),
    )


def predecessors(versions: Sequence[Row]) -> dict[UUID, Row]:
    """
    Return, of versions of one item, the one that each is to be compared with, by id.

    The one that it supersedes; where that is not among those given (a reader may not see it), the
    nearest of a lower number; none for the first.
    """
    by_id = {row["id"]: row for row in versions}
    found: dict[UUID, Row] = {}
    for row in versions:
        before = by_id.get(row["supersedes"])
        if before is None:
            earlier = [each for each in versions if each["version"] < row["version"]]
            before = max(earlier, key=lambda each: each["version"], default=None)
        if before is not None:
            found[row["id"]] = before
    return found
