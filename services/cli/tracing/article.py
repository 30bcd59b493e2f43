"""An article and its story as `trace` shows them: each field with where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.cli.output.grid import Grid
from services.cli.tracing.difference import lines, summary
from services.telling.evidence import likeness, origin, other_end, strongest, told_of
from services.telling.words import moment, plain
from shared.domain.difference import difference, predecessors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from rich.text import Text

    from shared.storage.reading import Row

MOST_MEMBERS = 50
"""Members of a story that are shown one by one; `GET /stories/…` has all."""


def article_page(
    row: Row, *, decided_by: UUID | None, kill: Row | None = None, former: Sequence[Row] = ()
) -> Text:
    """
    Return the page of an article.

    `decided_by` is the article that its verdict names, `kill` the notice that withdraws it, and
    `former` what was read of its file before, latest first.
    """
    item = f", item {row['item']}" if row["item"] else ""
    grid = Grid(row["headline"], f"article {row['id']}{item}", indent=2)
    by = f"of {decided_by}" if decided_by else ""
    grid.add("verdict", plain(row["outcome"]), by)
    if kill is not None:
        own = kill["id"] == row["id"]
        by = "" if own else f"by {kill['id']}  {kill['headline']}"
        grid.add("withdrawn", kill["reason"] or "its notice gives no reason", by)
    _add_fields(grid, row)
    grid.add("parser", row["parser"])
    for each in former:
        grid.add("read before", f"by {each['parser']}, until {moment(each['at'])}", _said(each))
    grid.add("story", str(row["story_id"]), "shown for it" if row["canonical"] else "")
    for note in row["notes"]:
        grid.add("note", note)
    return grid.text


def _add_fields(grid: Grid, row: Row) -> None:
    """Add each field with where it was read; of the headline, which stands above, that alone."""
    headline, *rest = told_of(row)
    for told in rest:
        grid.add(told.label, told.value, _from(told.origin))
    grid.add("headline", "above", _from(headline.origin))
    paragraphs, letters = row["body"].count("\n\n") + 1, len(row["body"])
    size = f"{paragraphs} paragraphs, {letters:,} characters"
    grid.add("body", size, _from(origin(row["provenance"].get("body"))))


def versions_page(rows: Sequence[Row], shown: UUID) -> Text:
    """Return the versions and copies of an article's item, and what each changed."""
    grid = Grid("versions", f"of one item, {len(rows)}", indent=2)
    before = predecessors(rows)
    for row in rows:
        marks = [plain(row["outcome"])]
        marks += ["current"] if row["current"] else []
        marks += ["this one"] if row["id"] == shown else []
        found = difference(before[row["id"]], row) if row["id"] in before else None
        marks += [summary(found)] if found else []
        grid.add(f"version {row['version']}", f"{_when(row)}  {row['headline']}", ", ".join(marks))
        for line in lines(found) if found else ():
            grid.add("", line)
    return grid.text


def story_page(story: Row, members: Sequence[Row], links: Sequence[Row]) -> Text:
    """Return a story: its members, and for each the strongest reason why it is one."""
    if story["merged_into"]:
        return Grid("story", f"{story['id']} was merged into {story['merged_into']}").text
    grid = Grid("story", f"{story['id']}, {len(members)} articles", indent=2)
    for row in members[:MOST_MEMBERS]:
        face = "shown" if row["canonical"] else plain(row["outcome"])
        grid.add(face, f"{_when(row)}  {row['headline']}", f"{row['file']}  {row['id']}")
        link = None if row["canonical"] else strongest(row["id"], links)
        if link is not None:
            grid.add("", f"like {other_end(link, row['id'])}: {likeness(link)}")
    if len(members) > MOST_MEMBERS:
        grid.add("", f"and {len(members) - MOST_MEMBERS} more: GET /stories/{story['id']}")
    return grid.text


def _when(row: Row) -> str:
    published: datetime | None = row["published_at"]
    return moment(published, parts="minutes") if published else "no date"


def _said(former: Row) -> str:
    reading = former["reading"]
    return f"{reading.get('headline', '')!r}, {len(reading['body']):,} characters"


def _from(told: str) -> str:
    return f"← {told}" if told else ""
