"""What became of an import: a table whose figures add up to what was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from services.words import plain
from shared.domain.delivery import OutcomeWord, State

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one import."""

    given: int
    """Files that were met at and below the paths."""
    skipped: Mapping[str, int]
    """Files left out, by reason."""
    outcomes: Mapping[str, int]
    """Deliveries by outcome; open ones under their state."""
    reasons: Mapping[str, int]
    """Quarantined deliveries by reason."""


def table_of(summary: Summary) -> Table:
    """Return the table: outcomes, what is under way, what was left out, and the sum."""
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=24, no_wrap=True)
    table.add_column(justify="right", min_width=8, no_wrap=True)
    for word in (*OutcomeWord, State.RECEIVED, State.PROCESSING):
        count = summary.outcomes.get(word, 0)
        if count:
            table.add_row(plain(word), f"{count:,}")
        if word == OutcomeWord.QUARANTINED:
            _add_parts(table, summary.reasons)
    if any(summary.skipped.values()):
        table.add_row("left out", f"{sum(summary.skipped.values()):,}")
        _add_parts(table, summary.skipped)
    table.add_row(Text("given", "bold"), Text(f"{summary.given:,}", "bold"))
    return table


def _add_parts(table: Table, parts: Mapping[str, int]) -> None:
    for name, count in sorted(parts.items(), key=lambda part: (-part[1], part[0])):
        if count:
            table.add_row(Text(f"  {plain(name)}", "dim"), Text(f"{count:,}  ", "dim"))
