"""An article and its story as `trace` shows them: each field with where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from services.cli.grid import Grid
from services.cli.words import moment, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from rich.text import Text

    from shared.storage.reading import Row

FIELDS = (
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

MOST_MEMBERS = 50
"""Members of a story that are shown one by one; `GET /stories/…` has all."""

LONGEST_OTHER = 60
"""Characters of a claim that lost."""


def article_page(row: Row, *, decided_by: UUID | None) -> Text:
    """Return the page of an article; `decided_by` is the article that its verdict names."""
    item = f", item {row['item']}" if row["item"] else ""
    grid = Grid(row["headline"], f"article {row['id']}{item}", indent=2)
    by = f"of {decided_by}" if decided_by else ""
    grid.add("verdict", plain(row["outcome"]), by)
    for key, column, label in FIELDS[1:]:
        if row[column]:
            grid.add(label, _value(row[column]), _origin(row["provenance"].get(key)))
    grid.add("headline", "above", _origin(row["provenance"].get("headline")))
    paragraphs, letters = row["body"].count("\n\n") + 1, len(row["body"])
    grid.add(
        "body",
        f"{paragraphs} paragraphs, {letters:,} characters",
        _origin(row["provenance"].get("body")),
    )
    grid.add("parser", row["parser"])
    grid.add("story", str(row["story_id"]), "shown for it" if row["canonical"] else "")
    for note in row["notes"]:
        grid.add("note", note)
    return grid.text


def versions_page(rows: Sequence[Row], shown: UUID) -> Text:
    """Return the versions and copies of an article's item."""
    grid = Grid("versions", f"of one item, {len(rows)}", indent=2)
    for row in rows:
        marks = [plain(row["outcome"])]
        marks += ["current"] if row["current"] else []
        marks += ["this one"] if row["id"] == shown else []
        grid.add(f"version {row['version']}", f"{_when(row)}  {row['headline']}", ", ".join(marks))
    return grid.text


def story_page(story: Row, members: Sequence[Row], links: Sequence[Row]) -> Text:
    """Return a story: its members, and for each the strongest reason why it is one."""
    if story["merged_into"]:
        return Grid("story", f"{story['id']} was merged into {story['merged_into']}").text
    grid = Grid("story", f"{story['id']}, {len(members)} articles", indent=2)
    for row in members[:MOST_MEMBERS]:
        face = "shown" if row["canonical"] else plain(row["outcome"])
        grid.add(face, f"{_when(row)}  {row['headline']}", f"{row['file']}  {row['id']}")
        strongest = None if row["canonical"] else _strongest(row["id"], links)
        if strongest is not None:
            grid.add("", _evidence(strongest, row["id"]))
    if len(members) > MOST_MEMBERS:
        grid.add("", f"and {len(members) - MOST_MEMBERS} more: GET /stories/{story['id']}")
    return grid.text


def _strongest(article_id: UUID, links: Sequence[Row]) -> Row | None:
    own = [link for link in links if article_id in (link["left_id"], link["right_id"])]
    return max(own, key=lambda link: (link["jaccard"], link["containment"]), default=None)


def _evidence(link: Row, article_id: UUID) -> str:
    other = link["right_id"] if link["left_id"] == article_id else link["left_id"]
    days = f", {link['days']:.1f} days apart" if link["days"] is not None else ""
    return (
        f"like {other}: shares {link['jaccard']:.0%} of all, {link['containment']:.0%} of the "
        f"shorter text, {link['title']:.0%} of the headline, {link['numbers']:.0%} of the "
        f"numbers{days} ({link['rule']})"
    )


def _when(row: Row) -> str:
    published: datetime | None = row["published_at"]
    return moment(published, parts="minutes") if published else "no date"


def _value(value: Any) -> str:  # noqa: ANN401 - a text, a time or a list of texts
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return value if isinstance(value, str) else moment(value)


def _origin(provenance: Mapping[str, Any] | None) -> str:
    """Return where a field was read, what was assumed, and what lost against it."""
    if provenance is None:
        return ""
    told = [f"← {provenance['source']}"]
    if provenance.get("assumed"):
        told.append(f"assumed {provenance['assumed']}")
    others = provenance.get("others") or []
    if others:
        best = others[0]
        value = str(best["value"])
        cut = value if len(value) <= LONGEST_OTHER else value[: LONGEST_OTHER - 1] + "…"
        told.append(f"not {cut!r} ({best['source']})")
    return "; ".join(told)
