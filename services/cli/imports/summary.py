"""What became of an import: a table whose figures add up to what was given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from services.telling.remarks import NOT_TAKEN
from services.telling.words import plain
from shared.domain.delivery import OutcomeWord, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.domain.imports import ImportStanding

PART = "of these not taken whole: "
"""Before the reason why something in a file was not taken, while the file was."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one import."""

    given: int
    """Files that were met at and below the paths."""
    skipped: Mapping[str, int]
    """Files left out, by reason."""
    outcomes: Mapping[str, int]
    """Deliveries by outcome; open ones under their state."""
    reasons: Mapping[str, Mapping[str, int]]
    """By outcome, the reasons of those deliveries that have one."""


def summary_of(standing: ImportStanding) -> Summary:
    """Return the counts of an import so far; what was left out is given too."""
    skipped = standing.about.skipped
    return Summary(
        given=standing.done + standing.open + sum(skipped.values()),
        skipped=skipped,
        outcomes=standing.outcomes,
        reasons=standing.reasons,
    )


def table_of(summary: Summary) -> Table:
    """Return the table: outcomes, what is under way, what was left out, and the sum."""
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=24, no_wrap=True)
    table.add_column(justify="right", min_width=8, no_wrap=True)
    for word in (*OutcomeWord, State.RECEIVED, State.PROCESSING):
        count = summary.outcomes.get(word, 0)
        if count:
            table.add_row(plain(word), f"{count:,}")
        _add_parts(table, summary.reasons.get(word, {}), "" if word in NOT_TAKEN else PART)
    if any(summary.skipped.values()):
        table.add_row("left out", f"{sum(summary.skipped.values()):,}")
        _add_parts(table, summary.skipped)
    table.add_row(Text("given", "bold"), Text(f"{summary.given:,}", "bold"))
    return table


def _add_parts(table: Table, parts: Mapping[str, int], of: str = "") -> None:
    for name, count in sorted(parts.items(), key=lambda part: (-part[1], part[0])):
        if count:
            table.add_row(Text(f"  {of}{plain(name)}", "dim"), Text(f"{count:,}  ", "dim"))
