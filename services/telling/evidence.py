"""
Where each field of an article was read, and why two articles are one story.

What `trace` prints and the desk shows: one place decides what is told of a field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from services.telling.words import moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from shared.storage.reading import Row

FIELDS: Final = (
    # the key of provenance, the column, the label
    ("headline", "headline", "headline"),
    ("author", "authors", "authors"),
    ("editor", "editors", "editors"),
    ("source", "source", "source"),
    ("published", "published_at", "published"),
    ("updated", "updated_at", "updated"),
    ("embargo", "embargoed_until", "embargo"),
    ("language", "language", "language"),
    ("url", "url", "url"),
    ("guid", "guid", "guid"),
    ("dateline", "dateline", "dateline"),
    ("slugline", "slugline", "slugline"),
    ("section", "section", "section"),
    ("keyword", "keywords", "keywords"),
    ("pub_status", "pub_status", "status"),
)

LONGEST_OTHER: Final = 60
"""Characters of a claim that lost."""


@dataclass(frozen=True, slots=True)
class Told:
    """One field of a stored article."""

    key: str
    label: str
    values: tuple[str, ...]
    """One for each author or keyword; else one."""
    origin: str
    """Where it was read, what was assumed, what lost; empty where nothing is known of that."""

    @property
    def value(self) -> str:
        """All values in one line."""
        return ", ".join(self.values)


def told_of(row: Row) -> list[Told]:
    """Return the headline, then the other fields that have a value; the body is not among them."""
    return [
        Told(key, label, _values(row[column]), origin(row["provenance"].get(key)))
        for key, column, label in FIELDS
        if row[column] or key == "headline"
    ]


def _values(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - a text, a time or a list of texts
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    return (value if isinstance(value, str) else moment(value),)


def origin(provenance: Mapping[str, Any] | None) -> str:
    """Return where a field was read and how, what was assumed, and what lost against it."""
    if provenance is None:
        return ""
    told = [f"{provenance['source']}"]
    if provenance.get("written"):
        told.append(f"written {provenance['written']!r}")
    if provenance.get("assumed"):
        told.append(f"assumed {provenance['assumed']}")
    others = provenance.get("others") or []
    if others:
        best = others[0]
        value = str(best["value"])
        cut = value if len(value) <= LONGEST_OTHER else value[: LONGEST_OTHER - 1] + "…"
        told.append(f"not {cut!r} ({best['source']})")
    return "; ".join(told)


def strongest(article_id: UUID, links: Sequence[Row]) -> Row | None:
    """Return the link that ties an article to its story best; None where it has none."""
    own = [link for link in links if article_id in (link["left_id"], link["right_id"])]
    return max(own, key=lambda link: (link["jaccard"], link["containment"]), default=None)


def other_end(link: Row, article_id: UUID) -> UUID:
    """Return the article at the other end of a link."""
    other: UUID = link["right_id"] if link["left_id"] == article_id else link["left_id"]
    return other


def likeness(link: Row) -> str:
    """Return what the two articles of a link have in common, as a phrase."""
    days = f", {link['days']:.1f} days apart" if link["days"] is not None else ""
    return (
        f"shares {link['jaccard']:.0%} of all, {link['containment']:.0%} of the "
        f"shorter text, {link['title']:.0%} of the headline, {link['numbers']:.0%} of the "
        f"numbers{days} ({link['rule']})"
    )
